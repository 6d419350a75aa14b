/** Finds whole words and phrases, whatever their case. */
import type { Span } from '../spans/span.ts';

export type Found = Span & { phrase: string };

/**
 * One pattern for many phrases. In a phrase `*` stands for any ending of a word: `liberat*` is liberate, liberated,
 * liberation.
 */
export function patternOf(phrases: readonly string[]): RegExp {
	// The longest first, so that "so-called experts" is not cut to "so-called".
	const alternatives = phrases.toSorted((a, b) => b.length - a.length).map(toPattern);
	return new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

export function findAll(pattern: RegExp, text: string, within: Span = { start: 0, end: text.length }): Found[] {
	return [...text.slice(within.start, within.end).matchAll(pattern)].map((match) => ({
		start: within.start + match.index,
		end: within.start + match.index + match[0].length,
		phrase: match[0],
	}));
}

/** The words of a list that is written as a text. */
export const listed = (words: string): string[] =>
	words
		.split(/[,\n]/u)
		.map((word) => word.trim())
		.filter((word) => word !== '');

const toPattern = (phrase: string): string =>
	phrase
		.replaceAll(/[.+?^${}()|[\]\\]/gu, '\\$&')
		.replaceAll('*', '\\p{L}*')
		.replaceAll(/['’]/gu, "['’]")
		.replaceAll(/\s+/gu, '\\s+');
