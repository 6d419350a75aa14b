/** Finds the words and phrases of a dictionary among the words of a sentence: whole words, whatever their case. */
import { words } from '../documents/words.ts';
import type { Span } from '../spans/span.ts';
import { adjectiveForms, nounForms, phraseForms, spellings, verbForms } from './forms.ts';

/** A word of the text, with what a dictionary calls it: small letters, straight apostrophes, no possessive. */
export type Token = Span & { key: string };

type Entry<Value> = { rest: readonly string[]; value: Value };
export type Lexicon<Value> = ReadonlyMap<string, readonly Entry<Value>[]>;
export type Match<Value> = { first: number; last: number; value: Value };

export type Listed = { verbs?: string; nouns?: string; adjectives?: string; phrases?: string };

export function tokensOf(text: string, sentence: Span): Token[] {
	return words(text, sentence).map(({ start, end }) => ({ start, end, key: keyOf(text.slice(start, end)) }));
}

export const keyOf = (word: string): string => word.toLowerCase().replaceAll('’', "'").replace(/'s$/u, '');

/** @param lists each with the value that its words stand for; of two that list a word the first has it */
export function buildLexicon<List extends Listed>(lists: readonly List[]): Lexicon<List> {
	const lexicon = new Map<string, Entry<List>[]>();
	const known = new Set<string>();
	for (const list of lists) {
		for (const form of formsOf(list)) {
			if (known.has(form)) continue;
			known.add(form);
			const [first = '', ...rest] = form.split(' ').map(keyOf);
			const entries = lexicon.get(first);
			if (entries) entries.push({ rest, value: list });
			else lexicon.set(first, [{ rest, value: list }]);
		}
	}
	// The longest first, so that "so-called experts" is not cut to "so-called".
	for (const entries of lexicon.values()) entries.sort((a, b) => b.rest.length - a.rest.length);
	return lexicon;
}

export function matches<Value>(lexicon: Lexicon<Value>, tokens: readonly Token[]): Match<Value>[] {
	const found: Match<Value>[] = [];
	for (let at = 0; at < tokens.length; at += 1) {
		const entry = lexicon.get(tokens[at]?.key ?? '')?.find(({ rest }) =>
			rest.every((word, index) => {
				const key = tokens[at + 1 + index]?.key;
				return key !== undefined && (word === '_' || word === key);
			}),
		);
		if (!entry) continue;
		const last = at + entry.rest.length;
		found.push({ first: at, last, value: entry.value });
		at = last;
	}
	return found;
}

function formsOf({ verbs, nouns, adjectives, phrases }: Listed): string[] {
	return [
		...listed(phrases).flatMap(phraseForms),
		...listed(verbs).flatMap(verbForms),
		...listed(nouns).flatMap(nounForms),
		...listed(adjectives).flatMap(adjectiveForms),
	].flatMap(spellings);
}

export const listed = (words_ = ''): string[] =>
	words_
		.split(/[,\n]/u)
		.map((word) => word.trim())
		.filter((word) => word !== '');
