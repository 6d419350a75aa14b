/** The one answer key of a document, with every quote located in its text. Secret until feedback is allowed. */
import type { Category, Fit, Status, Technique, Tier, Voice } from '../marking/categories.ts';
import type { KeyItem } from '../marking/rule.ts';
import type { Span } from '../spans/span.ts';

/** A passage of the library (`un-charter#article-55.c`), or a source outside it. */
export type Evidence = string | { source: string; address: string; date: string; says: string };

export type KeySpan = Span & {
	/** Names the span within its document: category and offset. */
	id: string;
	quote: string;
	category: Category;
	/** Any of them is right; so with voice, status and fit. */
	technique: Technique[];
	tier: Tier;
	voice?: Voice[];
	status?: Status[];
	fit?: Fit[];
	nucleus?: Span;
	envelope?: Span;
	why: string;
	plainer?: string;
	evidence: Evidence[];
	note?: string;
};

/** A passage that looks like a hit of a category and is none. */
export type KeyLure = Span & { quote: string; looksLike: Category; why: string };

export type DocumentKey = { document: string; spans: KeySpan[]; lures: KeyLure[] };

/** The category's judged attribute: voice of a loaded wording, status of a claim, fit of an appeal. */
export function judgementOf(span: KeySpan): readonly string[] | undefined {
	if (span.category === 'loaded') return span.voice;
	return span.category === 'claim' ? span.status : span.fit;
}

/** The span as the grading rule sees it. */
export function keyItemOf(span: KeySpan): KeyItem {
	const { start, end, category, tier, technique, nucleus, envelope } = span;
	const judgement = judgementOf(span);
	return {
		start,
		end,
		category,
		tier,
		technique,
		...(nucleus ? { nucleus } : {}),
		...(envelope ? { envelope } : {}),
		...(judgement ? { judgement } : {}),
	};
}
