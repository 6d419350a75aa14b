/** What a pool must hold to be worth studying with: more sound than not, enough of everything, both sides alike. */
import { isSound, keyOf, type Pool, type PoolSentence } from './pool.ts';
import { everyTechnique } from './readings.ts';

export const POOL_NEEDS = {
	sentences: 300,
	soundShare: 1 / 2,
	/** Of the sentences that have a status, so that reading does not become doubting. */
	supportedShare: 1 / 3,
	pairs: 40,
	perTechnique: 6,
};

/** @returns what is wrong, in words; with the sentence where it is about one */
export function lintPool(pool: Pool): { message: string; sentence?: string }[] {
	const all = [...pool.values()];
	const sound = all.filter(isSound).length;
	const judged = all.filter(({ status }) => status !== undefined);
	const supported = judged.filter(({ status }) => status?.includes('supported')).length;
	const pairs = pairsOf(all);
	const complete = pairs.filter(({ fault }) => fault === null).length;

	const found: { message: string; sentence?: string }[] = [];
	const few = (isEnough: boolean, message: string) => {
		if (!isEnough) found.push({ message });
	};
	few(
		all.length >= POOL_NEEDS.sentences,
		`the pool has ${all.length} sentences; ${POOL_NEEDS.sentences} are the least`,
	);
	few(sound >= all.length * POOL_NEEDS.soundShare, `${sound} of ${all.length} sentences are sound; half is the least`);
	few(
		supported >= judged.length * POOL_NEEDS.supportedShare,
		`${supported} of ${judged.length} sentences with a status are supported; a third is the least`,
	);
	few(complete >= POOL_NEEDS.pairs, `${complete} matched pairs are complete; ${POOL_NEEDS.pairs} are the least`);
	for (const technique of everyTechnique) {
		const count = all.filter((sentence) => keyOf(sentence) === technique).length;
		few(
			count >= POOL_NEEDS.perTechnique,
			`${technique} has ${count} sentences; ${POOL_NEEDS.perTechnique} are the least`,
		);
	}
	return [...found, ...pairs.flatMap(({ fault, sentence }) => (fault === null ? [] : [{ message: fault, sentence }]))];
}

function pairsOf(all: readonly PoolSentence[]): { fault: string | null; sentence: string }[] {
	const pairs = Map.groupBy(
		all.filter(({ pair }) => pair !== null),
		({ pair }) => pair?.id ?? '',
	);
	return [...pairs].map(([id, halves]) => ({ fault: faultOfPair(id, halves), sentence: halves[0]?.id ?? '' }));
}

function faultOfPair(id: string, halves: readonly PoolSentence[]): string | null {
	const [one, other, ...more] = halves;
	if (!one || !other || more.length > 0 || one.pair?.side === other.pair?.side) {
		return `the pair “${id}” needs two sentences: one of side a and one of side b`;
	}
	if (keyOf(one) !== keyOf(other)) return `the two halves of the pair “${id}” have not the same technique`;
	if (isSound(one) && one.looksLike !== other.looksLike)
		return `the two halves of the pair “${id}” do not look like the same technique`;
	return null;
}
