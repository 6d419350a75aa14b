/**
 * The private mirror: over matched pairs (the same device, another side), does a reader flag one text more than the
 * other? It knows no name of a side and says none; it tells whether there is a difference, and how sure that is.
 */
import { exactInterval, signTest, type Interval } from './interval.ts';
import type { Pool } from './pool.ts';

/** With fewer complete pairs the mirror shows nothing but how many there are. */
export const PAIRS_NEEDED = 24;
const UNLIKELY = 0.05;

export type MirrorAnswer = { sentence: string; version: string; flagged: boolean };

export type Mirror = {
	/** Pairs of which both texts were answered, each for the first time. */
	pairs: number;
	needed: number;
	/** Null until there are enough. */
	seen: {
		/** Both flagged, or neither. */
		alike: number;
		/** One text only; the larger and the smaller number, without a word on which is which. */
		onlyOne: number;
		onlyOther: number;
		/** Of the pairs with only one text flagged, the larger share: exact, 95 %. Null where every pair was alike. */
		interval: Interval | null;
		/** How often chance alone brings a split at least as uneven, 0 to 1. */
		chance: number;
		isLean: boolean;
		/** Sentences to print. */
		words: string[];
	} | null;
};

/** @param answers first tries, as far as the reader lets the mirror look at them */
export function mirror(pool: Pool, answers: readonly MirrorAnswer[]): Mirror {
	const pairs = new Map<string, { a?: boolean; b?: boolean }>();
	for (const { sentence: id, version, flagged } of answers) {
		const sentence = pool.get(id);
		if (!sentence?.pair || sentence.version !== version) continue;
		const pair = pairs.get(sentence.pair.id) ?? {};
		pair[sentence.pair.side] ??= flagged;
		pairs.set(sentence.pair.id, pair);
	}
	const complete = [...pairs.values()].filter(({ a, b }) => a !== undefined && b !== undefined);
	const onlyA = complete.filter(({ a, b }) => a && !b).length;
	const onlyB = complete.filter(({ a, b }) => b && !a).length;
	const isEnough = complete.length >= PAIRS_NEEDED;
	return {
		pairs: complete.length,
		needed: PAIRS_NEEDED,
		seen: isEnough ? seenIn(complete.length, onlyA, onlyB) : null,
	};
}

function seenIn(pairs: number, onlyA: number, onlyB: number): NonNullable<Mirror['seen']> {
	const [onlyOne, onlyOther] = onlyA >= onlyB ? [onlyA, onlyB] : [onlyB, onlyA];
	const chance = signTest(onlyOne, onlyOther);
	const seen = {
		alike: pairs - onlyOne - onlyOther,
		onlyOne,
		onlyOther,
		interval: exactInterval(onlyOne, onlyOne + onlyOther),
		chance,
		isLean: chance < UNLIKELY,
	};
	return { ...seen, words: inWords(pairs, seen) };
}

function inWords(
	pairs: number,
	{ alike, onlyOne, onlyOther, chance, isLean }: Omit<NonNullable<Mirror['seen']>, 'words'>,
): string[] {
	const counted = `In ${pairs} pairs you treated both texts alike in ${alike}; in ${onlyOne} you flagged one text only, in ${onlyOther} the other only.`;
	if (onlyOne === 0) return [counted, 'There is no difference to speak of.'];
	const often = `Somebody who reads both alike would see a split this uneven, or more so, ${timesInHundred(chance)}.`;
	if (!isLean)
		return [counted, often, 'So this shows no lean. A small one could still be there: few pairs cannot tell.'];
	return [
		counted,
		often,
		'So you may be reading one kind of text more strictly than the other. Most people do, and few notice. It may also lie in these sentences; more pairs will tell.',
		'To check yourself, put another name into a sentence before you decide.',
	];
}

/** The ends are said as what they are: a chance that rounds to 100 still leaves out something, unless it is 1. */
function timesInHundred(chance: number): string {
	if (chance === 1) return 'every time: no split is more even';
	const times = Math.round(chance * 100);
	if (times < 1) return 'less than once in a hundred times';
	if (times > 99) return 'nearly every time';
	return times === 1 ? 'about once in a hundred times' : `about ${times} times in a hundred`;
}
