/**
 * The pool cut in two: three sentences of each technique to try in its glossary page, where nothing is kept, and all
 * others for placements and sessions. So a sentence that counts as met for the first time was never explained before.
 */
import type { Technique } from '../marking/categories.ts';
import { isSound, trains, type PoolSentence } from './pool.ts';
import { categoryOf, everyTechnique } from './readings.ts';
import { seeded, shuffled } from './seeded.ts';

export type StudyPool = {
	/** For placements and sessions. */
	asked: PoolSentence[];
	/** Three for each technique, in an order that tells nothing; one or two of them have it. */
	tries: ReadonlyMap<Technique, PoolSentence[]>;
};

export function cutPool(sentences: Iterable<PoolSentence>): StudyPool {
	const left = [...sentences];
	const take = (count: number, fits: (sentence: PoolSentence) => boolean): PoolSentence[] => {
		const found = left
			.filter(fits)
			// Sentences of our own first: one of a document may be closed. Halves of pairs are for the mirror, so they are last.
			.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
			.slice(0, count);
		for (const each of found) left.splice(left.indexOf(each), 1);
		return found;
	};
	const tries = new Map<Technique, PoolSentence[]>();
	for (const technique of everyTechnique) {
		const next = seeded(technique);
		const hitCount = next() < 0.5 ? 1 : 2;
		const hits = take(hitCount, (each) => !isSound(each) && trains(each) === technique);
		const alike = take(3 - hits.length, (each) => isSound(each) && each.looksLike === technique);
		const near = take(3 - hits.length - alike.length, (each) => looksNear(each, technique));
		tries.set(technique, shuffled([...hits, ...alike, ...near], next));
	}
	return { asked: left, tries };
}

const rank = ({ pair, source }: PoolSentence): number => (pair === null ? 0 : 2) + (source === 'own' ? 0 : 1);

const looksNear = (sentence: PoolSentence, technique: Technique): boolean =>
	isSound(sentence) && sentence.looksLike !== null && categoryOf(sentence.looksLike) === categoryOf(technique);
