/** How well somebody tells hits from look-alikes: signal detection, so that marking everything does not look like skill. */

export type Discrimination = {
	/** Core items found, of how many; lures left alone, of how many. */
	found: number;
	core: number;
	luresLeft: number;
	lures: number;
	/** Null until at least 20 core items and 20 lures were seen: with less, it would be noise. */
	sensitivity: {
		hitRate: number;
		falseAlarmRate: number;
		/** d': 0 is chance. */
		dPrime: number;
		/** c: below 0 is marking too much, above 0 too little. */
		criterion: number;
	} | null;
};

const FEWEST = 20;

/** Rates with 0.5 added above and 1 below the line (log-linear rule, Hautus 1995), so that none is 0 or 1. */
export function discrimination(seen: {
	found: number;
	core: number;
	luresMarked: number;
	lures: number;
}): Discrimination {
	const { found, core, luresMarked, lures } = seen;
	const counts = { found, core, luresLeft: lures - luresMarked, lures };
	if (core < FEWEST || lures < FEWEST) return { ...counts, sensitivity: null };
	const hitRate = (found + 0.5) / (core + 1);
	const falseAlarmRate = (luresMarked + 0.5) / (lures + 1);
	const [hit, falseAlarm] = [normalQuantile(hitRate), normalQuantile(falseAlarmRate)];
	return {
		...counts,
		sensitivity: { hitRate, falseAlarmRate, dPrime: hit - falseAlarm, criterion: -(hit + falseAlarm) / 2 },
	};
}

// Rational approximation of P. J. Acklam (2003), relative error below 1.2e-9.
const central = {
	over: [
		-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
		2.506628277459239,
	],
	under: [
		-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1,
	],
};
const tail = {
	over: [
		-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
		2.938163982698783,
	],
	under: [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661415692, 1],
};
const TAIL_FROM = 0.02425;

/** z of a probability between 0 and 1. */
export function normalQuantile(probability: number): number {
	if (probability > 0.5) return -normalQuantile(1 - probability);
	if (probability < TAIL_FROM) {
		const q = Math.sqrt(-2 * Math.log(probability));
		return polynomial(tail.over, q) / polynomial(tail.under, q);
	}
	const q = probability - 0.5;
	return (polynomial(central.over, q * q) * q) / polynomial(central.under, q * q);
}

const polynomial = (coefficients: readonly number[], x: number): number =>
	coefficients.reduce((value, coefficient) => value * x + coefficient, 0);
