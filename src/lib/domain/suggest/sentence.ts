/** A sentence with what the rules need to know of it and of the text around it. */
import type { Span } from '../spans/span.ts';
import type { Token } from './lexicon.ts';
import type { Strength } from './words/word-list.ts';

/** A word or phrase of the dictionaries in a sentence, with its first and last token. */
export type LoadedHit = Span & { technique: string; strength: Strength; first: number; last: number };

export type Sentence = {
	text: string;
	span: Span;
	tokens: readonly Token[];
	/** Insides of quotations of four words or more: somebody else speaks. */
	quotations: readonly Span[];
	loaded: readonly LoadedHit[];
	/** A line that is set like a title: its capitals name nothing. */
	isHeadline: boolean;
	/** Strongly loaded words in a hundred words of the whole text. */
	heat: number;
	/** Share of the sentences of the text that say who says so, name a day or point to a record, 0 to 1. */
	reporting: number;
};

const QUOTATION = /“[^“”]*”?|"[^"]*"?|(?<!\p{L})‘[^‘’]*(?:’(?=\p{L})[^‘’]*)*’/gu;
const LONG = /\S+\s+\S+\s+\S+\s+\S+/u;

export function quotationsIn(text: string, within: Span): Span[] {
	return [...text.slice(within.start, within.end).matchAll(QUOTATION)]
		.filter(([quotation]) => LONG.test(quotation))
		.map((match) => ({
			start: within.start + match.index + 1,
			end: within.start + match.index + match[0].length,
		}));
}

/** Most of its longer words have a capital, and it does not end as a sentence does. */
export function looksLikeHeadline(text: string, span: Span, tokens: readonly Token[]): boolean {
	if (/[.!?…:;,]["”’')]*$/u.test(text.slice(span.start, span.end))) return false;
	const longer = tokens.filter(({ key }) => key.length > 3);
	const capitals = longer.filter(({ start }) => /\p{Lu}/u.test(text.charAt(start)));
	return longer.length > 1 && capitals.length >= longer.length * 0.7;
}

/** What a report has in its sentences: a day, a speaker, a record. */
const REPORTS =
	/\b(?:(?:on|last|next|until|by|since) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:morning|evening|night|afternoon)|said|told|according to|announced|published|in a statement|spokes(?:man|woman|person)|declined to comment)\b/u;

export const isReporting = (words: string): boolean => REPORTS.test(words);
