/** Finds every quote of a key file in the frozen text. */
import { articleParagraphs, spanOf } from '../documents/article.ts';
import { locateQuote, QuoteProblem } from '../documents/locate-quote.ts';
import { snapToWords } from '../documents/words.ts';
import { contains, isSame } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';
import type { DocumentKey, KeyLure, KeySpan } from './document-key.ts';
import type { KeyFile } from './schemas.ts';

type Path = (string | number)[];

/** Where in the key file it is wrong, so that a reader of YAML can name the line. */
export type KeyProblem = { level: 'error' | 'warning'; path: Path; message: string };

type Located = { text: string; paragraphs: Span[]; problems: KeyProblem[] };

/** The key with what could be located; a span with an error is left out. */
export function locateKey(
	document: { name: string; text: string; furniture: Span[] },
	file: KeyFile,
): { key: DocumentKey; problems: KeyProblem[] } {
	const located = { text: document.text, paragraphs: articleParagraphs(document).map(spanOf), problems: [] };
	const spans = file.spans.flatMap((given, index) => locateSpan(located, given, ['spans', index]) ?? []);
	const lures = (file.lures ?? []).flatMap((given, index) => locateLure(located, given, ['lures', index]) ?? []);
	return { key: { document: document.name, spans, lures }, problems: located.problems };
}

function locateSpan(located: Located, given: KeyFile['spans'][number], path: Path): KeySpan | null {
	const { text, problems } = located;
	const { quote, occurrence, nucleus, envelope, evidence, ...rest } = given;
	const span = placeInArticle(located, quote, occurrence, [...path, 'quote']);
	if (!span) return null;
	const inner = nucleus && orProblem(problems, [...path, 'nucleus'], () => locateInside(text, nucleus, span));
	const outer = envelope && orProblem(problems, [...path, 'envelope'], () => locateAround(text, envelope, span));
	return {
		...rest,
		...span,
		id: `${given.category}-${span.start}`,
		quote,
		evidence: evidence ?? [],
		...(inner ? { nucleus: inner } : {}),
		...(outer ? { envelope: outer } : {}),
	};
}

function locateLure(located: Located, given: NonNullable<KeyFile['lures']>[number], path: Path): KeyLure | null {
	const { quote, occurrence, looksLike, why } = given;
	const span = placeInArticle(located, quote, occurrence, [...path, 'quote']);
	return span && { ...span, quote, looksLike, why };
}

/** A quote that a reader can mark: inside one paragraph of the article, and best on whole words. */
function placeInArticle(located: Located, quote: string, occurrence: number | undefined, path: Path): Span | null {
	const { text, paragraphs, problems } = located;
	const span = orProblem(problems, path, () => locateQuote(text, quote, occurrence));
	if (!span) return null;
	if (!paragraphs.some((paragraph) => contains(paragraph, span))) {
		problems.push({ level: 'error', path, message: `“${quote}” does not lie inside one paragraph of the article.` });
		return null;
	}
	const snapped = snapToWords(text, span);
	if (!snapped || !isSame(snapped, span)) {
		const message = `“${quote}” cuts a word, or begins or ends with white space or one of . , : ;`;
		problems.push({ level: 'warning', path, message });
	}
	return span;
}

function locateInside(text: string, quote: string, span: Span): Span {
	try {
		return locateQuote(text, quote, undefined, span);
	} catch (problem) {
		if (!(problem instanceof QuoteProblem)) throw problem;
		throw new QuoteProblem(`The nucleus “${quote}” does not stand once inside its quote.`, quote, problem.count);
	}
}

/** The envelope that holds the span: its words may stand elsewhere too. */
function locateAround(text: string, quote: string, span: Span): Span {
	const start = Math.max(0, span.end - quote.length);
	const end = Math.min(text.length, span.start + quote.length);
	try {
		return locateQuote(text, quote, undefined, { start, end });
	} catch (problem) {
		if (!(problem instanceof QuoteProblem)) throw problem;
		throw new QuoteProblem(`The envelope “${quote}” does not stand once around its span.`, quote, problem.count);
	}
}

function orProblem(problems: KeyProblem[], path: Path, locate: () => Span): Span | null {
	try {
		return locate();
	} catch (problem) {
		if (!(problem instanceof QuoteProblem)) throw problem;
		problems.push({ level: 'error', path, message: problem.message });
		return null;
	}
}
