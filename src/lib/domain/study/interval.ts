/** How sure a count can make anybody: intervals of 95 % for shares. */

export type Interval = { low: number; high: number };

const Z = 1.959963984540054;

/** Wilson's score interval (1927) for `count` of `of`; null of none. Sound for few and for all or none. */
export function wilson(count: number, of: number): Interval | null {
	if (of === 0) return null;
	const share = count / of;
	const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
	const middle = share + (Z * Z) / (2 * of);
	const scale = 1 + (Z * Z) / of;
	return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/** Probability of at most `count` of `of` where each has the probability `share`. */
export function binomialAtMost(count: number, of: number, share: number): number {
	if (count >= of) return 1;
	let sum = 0;
	for (let each = 0; each <= count; each += 1) sum += binomial(each, of, share);
	return Math.min(1, sum);
}

function binomial(count: number, of: number, share: number): number {
	if (share === 0 || share === 1) return (share === 0 ? count === 0 : count === of) ? 1 : 0;
	let logWays = 0;
	for (let each = 1; each <= count; each += 1) logWays += Math.log((of - count + each) / each);
	return Math.exp(logWays + count * Math.log(share) + (of - count) * Math.log(1 - share));
}

/** Clopper and Pearson's exact interval (1934) for `count` of `of`; null of none. */
export function exactInterval(count: number, of: number): Interval | null {
	if (of === 0) return null;
	const ALPHA = 0.025;
	return {
		low: count === 0 ? 0 : shareWhere((share) => 1 - binomialAtMost(count - 1, of, share) >= ALPHA),
		high: count === of ? 1 : shareWhere((share) => binomialAtMost(count, of, share) <= ALPHA),
	};
}

/** The least share at which a condition holds that holds from somewhere on. */
function shareWhere(holds: (share: number) => boolean): number {
	let [low, high] = [0, 1];
	for (let step = 0; step < 50; step += 1) {
		const middle = (low + high) / 2;
		if (holds(middle)) high = middle;
		else low = middle;
	}
	return high;
}

/** Two-sided sign test, which is McNemar's exact test on pairs: how often chance alone brings a split as uneven. */
export const signTest = (more: number, fewer: number): number =>
	more === fewer ? 1 : Math.min(1, 2 * binomialAtMost(Math.min(more, fewer), more + fewer, 0.5));
