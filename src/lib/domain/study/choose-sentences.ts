/** Which sentences come next for a reader: fresh ones, not both halves of a pair at once, and the rest by the seed. */
import type { Technique } from '../marking/categories.ts';
import { isSound, trains, type PoolSentence } from './pool.ts';
import { categoryOf } from './readings.ts';

export const DAY = 24 * 60 * 60 * 1000;
/** A sentence does not come again before, as long as the pool can avoid it. */
export const REST_DAYS = 30;

export type Chooser = {
	/** Takes up to `count` sentences with this technique. */
	hits(technique: Technique, count: number): PoolSentence[];
	/** Takes up to `count` sound ones: look-alikes of the technique first, then of its category, then any. */
	sound(technique: Technique, count: number): PoolSentence[];
	/** How many sentences with this technique have rested. */
	freshHits(technique: Technique): number;
};

/**
 * @param met when each sentence was last seen, in UTC milliseconds
 * @param next numbers that decide between sentences that are equally good
 */
export function chooser(
	sentences: Iterable<PoolSentence>,
	met: ReadonlyMap<string, number>,
	now: number,
	next: () => number,
): Chooser {
	const all = [...sentences].map((sentence) => ({ sentence, lot: next(), metAt: met.get(sentence.id) ?? null }));
	const metPairs = new Set(
		all.flatMap(({ sentence, metAt }) => (metAt !== null && sentence.pair ? sentence.pair.id : [])),
	);
	const taken = new Set<string>();
	const takenPairs = new Set<string>();
	type Candidate = (typeof all)[number];

	const isFresh = ({ metAt }: Candidate) => metAt === null || now - metAt >= REST_DAYS * DAY;
	const rank = (candidate: Candidate, likeness: number): number[] => {
		const { sentence, metAt, lot } = candidate;
		const pair = sentence.pair?.id;
		return [
			// Side by side, the halves of a pair would show what they are.
			pair !== undefined && takenPairs.has(pair) ? 1 : 0,
			isFresh(candidate) ? 0 : 1,
			likeness,
			// Among those that have not rested, the one that was seen longest ago.
			metAt ?? 0,
			// The other half of a pair that was met makes the pair complete.
			pair !== undefined && metPairs.has(pair) ? 0 : 1,
			lot,
		];
	};
	const take = (count: number, fits: (sentence: PoolSentence) => number | null): PoolSentence[] => {
		const found: PoolSentence[] = [];
		while (found.length < count) {
			const best = all
				.flatMap((candidate) => {
					const likeness = taken.has(candidate.sentence.id) ? null : fits(candidate.sentence);
					return likeness === null ? [] : [{ candidate, rank: rank(candidate, likeness) }];
				})
				.reduce<{ candidate: Candidate; rank: number[] } | null>(
					(winner, each) => (winner === null || isBefore(each.rank, winner.rank) ? each : winner),
					null,
				);
			if (!best) break;
			const { sentence } = best.candidate;
			taken.add(sentence.id);
			if (sentence.pair) takenPairs.add(sentence.pair.id);
			found.push(sentence);
		}
		return found;
	};

	return {
		hits: (technique, count) => take(count, (each) => asHit(each, technique)),
		sound: (technique, count) => take(count, (each) => (isSound(each) ? likeness(each, technique) : null)),
		freshHits: (technique) =>
			all.filter((each) => asHit(each.sentence, technique) !== null && !taken.has(each.sentence.id) && isFresh(each))
				.length,
	};
}

/** 0 where it is there for the technique, 1 where the technique is another right reading of it, null where it has it not. */
function asHit(sentence: PoolSentence, technique: Technique): number | null {
	if (!sentence.techniques.includes(technique)) return null;
	return trains(sentence) === technique ? 0 : 1;
}

function likeness({ looksLike }: PoolSentence, technique: Technique): number {
	if (looksLike === technique) return 0;
	return looksLike !== null && categoryOf(looksLike) === categoryOf(technique) ? 1 : 2;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
	for (const [index, value] of a.entries()) {
		const other = b[index] ?? 0;
		if (value !== other) return value < other;
	}
	return false;
}
