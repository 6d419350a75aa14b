/** Candidate spans in an unseen text, each with its reason. Rules and dictionaries, no model: the same text gives the same list. */
import { sentences, snapToWords } from '../documents/words.ts';
import type { Span } from '../spans/span.ts';
import { suggestAuthorities } from './authority.ts';
import type { Candidate, Hit } from './candidate.ts';
import { suggestClaims } from './claims.ts';
import { suggestLoaded } from './loaded.ts';

/**
 * @param within the parts of the text that are article; by default all of it
 * @returns in the order of the text; offsets are UTF-16 units
 */
export function suggestSpans(text: string, within: readonly Span[] = [{ start: 0, end: text.length }]): Candidate[] {
	return within
		.flatMap((part) => sentences(text, part))
		.flatMap((sentence) => [
			...suggestLoaded(text, sentence),
			...suggestClaims(text, sentence),
			...suggestAuthorities(text, sentence),
		])
		.flatMap((hit) => toCandidate(text, hit))
		.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function toCandidate(text: string, hit: Hit): Candidate[] {
	const span = snapToWords(text, hit);
	if (!span) return [];
	const { category, technique, reason, confidence } = hit;
	const quote = text.slice(span.start, span.end);
	return [{ ...span, quote, category, technique, reason, confidence: Math.round(confidence * 100) / 100 }];
}
