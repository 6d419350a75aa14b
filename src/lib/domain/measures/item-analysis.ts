/**
 * Classical item analysis: how easy an item is, and whether those who do well elsewhere do well on it. Discrimination is
 * the corrected item-total correlation (Henrysson 1963): Pearson's r of the item with everything else, the item itself
 * left out. For an item that is found or missed it is the point-biserial correlation. Crocker and Algina, Introduction
 * to Classical and Modern Test Theory (1986), chapter 14; the bounds in words follow Ebel (1965).
 */

export type ItemVerdict =
	/** It tells those who read well from those who do not. */
	| 'tells apart'
	/** Ebel: below 0.20 an item is poor. */
	| 'tells little'
	/** Below 0: those who do well elsewhere do worse here. The key may be wrong. */
	| 'reversed'
	/** Everybody did the same on it, or on everything else: there is nothing to correlate. */
	| 'all alike'
	/** Fewer than ten people: chance alone would say anything. */
	| 'too few';

export type ItemAnalysis = {
	/** How many people it was computed from. */
	people: number;
	/** Mean share of the item that was earned, 0 (nobody) to 1 (everybody); null without people. */
	facility: number | null;
	/** -1 to 1; null where it cannot be computed. */
	discrimination: number | null;
	verdict: ItemVerdict;
};

const FEWEST = 10;
const POOR_BELOW = 0.2;

/** @param people what each one earned on the item, as a share, and on everything else, in any unit */
export function analyseItem(people: readonly { item: number; rest: number }[]): ItemAnalysis {
	const count = people.length;
	if (count === 0) return { people: 0, facility: null, discrimination: null, verdict: 'too few' };
	const facility = mean(people.map(({ item }) => item));
	const discrimination = correlation(people.map(({ item, rest }) => [item, rest]));
	return { people: count, facility, discrimination, verdict: verdictOf(count, discrimination) };
}

function verdictOf(people: number, discrimination: number | null): ItemVerdict {
	if (people < FEWEST) return 'too few';
	if (discrimination === null) return 'all alike';
	if (discrimination < 0) return 'reversed';
	return discrimination < POOR_BELOW ? 'tells little' : 'tells apart';
}

/** By about how much chance alone moves a discrimination: its standard error where there is none, 1 / √(n − 1). */
export const chanceOfDiscrimination = (people: number): number | null =>
	people < 2 ? null : 1 / Math.sqrt(people - 1);

/** Pearson's r; null where one side does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
	const meanX = mean(pairs.map(([x]) => x));
	const meanY = mean(pairs.map(([, y]) => y));
	let [xx, yy, xy] = [0, 0, 0];
	for (const [x, y] of pairs) {
		xx += (x - meanX) ** 2;
		yy += (y - meanY) ** 2;
		xy += (x - meanX) * (y - meanY);
	}
	// Sums of squares this small are what rounding leaves of none.
	if (xx < 1e-12 || yy < 1e-12) return null;
	return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

const mean = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length;
