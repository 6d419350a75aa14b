/** Words that a rewrite brought in and that the dictionaries know as loaded: a hint to look again, never a fault. */
import { contains, overlap } from '../spans/algebra.ts';
import { loadedIn } from '../suggest/suggest.ts';
import { findTerm, type RewriteKey } from './check-rewrite.ts';
import { findWording, readText } from './read-text.ts';

export type AddedWord = { words: string; reason: string };

const MOST = 5;

/**
 * Not the words of the passage, those in an attributed quotation, those that the check names already, and none that the model
 * or a wording of the key uses itself: what an author takes for plain is plain.
 */
export function addedLoadedWords(passage: string, rewrite: string, key: RewriteKey & { model: string }): AddedWord[] {
	const read = readText(rewrite);
	const plain = [passage, key.model, ...key.keep.flatMap(({ anyOf }) => anyOf)].map(readText);
	const named = key.loaded.flatMap((term) => findTerm(read, term));
	const isKnown = (words: string) => plain.some((each) => findWording(each, words, 'forms').length > 0);

	const added = new Map<string, AddedWord>();
	for (const hit of read.sentences.flatMap((sentence) => loadedIn(rewrite, sentence))) {
		const words = rewrite.slice(hit.start, hit.end);
		const isQuoted = read.quotations.some(({ inside, isAttributed }) => isAttributed && contains(inside, hit));
		if (isQuoted || isKnown(words) || named.some((place) => overlap(place, hit) > 0)) continue;
		if (!added.has(words.toLowerCase())) added.set(words.toLowerCase(), { words, reason: hit.reason });
	}
	return [...added.values()].slice(0, MOST);
}
