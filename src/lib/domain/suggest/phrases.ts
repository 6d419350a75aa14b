/** Finds the places of a pattern in a part of a text. */
import type { Span } from '../spans/span.ts';

export type Found = Span & { phrase: string };

/** @param pattern with the flag `g` */
export function findAll(pattern: RegExp, text: string, within: Span): Found[] {
	const part = text.slice(within.start, within.end);
	const found: Found[] = [];
	// Not `matchAll`, which compiles the pattern again for every sentence.
	pattern.lastIndex = 0;
	for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
		const [phrase] = match;
		const start = within.start + match.index;
		if (phrase === '') pattern.lastIndex += 1;
		else found.push({ start, end: start + phrase.length, phrase });
	}
	return found;
}
