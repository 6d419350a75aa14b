/** How often an assignment may be handed in, and which of the attempts counts. */

export const countsAttemptRules = ['best', 'latest', 'first'] as const;
export type CountsAttempt = (typeof countsAttemptRules)[number];

export const countsAttemptWords: Record<CountsAttempt, string> = {
	best: 'the best one',
	latest: 'the last one that was handed in',
	first: 'the first one',
};

/** More would be a form filled in by mistake. */
export const MOST_ATTEMPTS = 50;

export type HandedInAttempt = {
	/** From 1. */
	number: number;
	handedInAt: number | null;
	/** Hundredths, after what lateness took off. Nothing for work that is not handed in. */
	earned: number;
};

/**
 * The number of the attempt that counts: the best (of equals the earlier), the last handed in, or the first. As long as
 * nothing is handed in, the first one stands for the work. There has to be one at least.
 */
export function attemptThatCounts(attempts: readonly HandedInAttempt[], rule: CountsAttempt): number {
	const inOrder = attempts.toSorted((a, b) => a.number - b.number);
	const handedIn = inOrder.filter(({ handedInAt }) => handedInAt !== null);
	if (handedIn.length === 0 || rule === 'first') return (handedIn[0] ?? inOrder[0])?.number ?? 1;
	if (rule === 'latest') return handedIn.at(-1)?.number ?? 1;
	return handedIn.reduce((best, each) => (each.earned > best.earned ? each : best)).number;
}

/** Whether another attempt may be begun after those that there are. `closed`: nothing is taken in any more. */
export function mayStartAnother(
	attempts: readonly { handedInAt: number | null }[],
	{ allowed, closed }: { allowed: number | null; closed: boolean },
): boolean {
	if (closed || attempts.length === 0) return false;
	if (attempts.some(({ handedInAt }) => handedInAt === null)) return false;
	return allowed === null || attempts.length < allowed;
}

/** "one attempt", "3 attempts". */
export function attemptsInWords(allowed: number | null): string {
	if (allowed === null) return 'as many attempts as they like';
	return allowed === 1 ? 'one attempt' : `${allowed} attempts`;
}
