/** Work that is done in an order: what opens when, and when each step is due. */

export type SequenceStep = {
	assignmentId: string;
	/** From 1. */
	place: number;
	handedIn: boolean;
	/** Opened once; what was begun is never locked again. */
	begun: boolean;
	excused: boolean;
	/** Nothing is taken in for it any more. */
	closed: boolean;
};

/**
 * The step that has to be handed in before this one opens, or null. A step that the student is excused from or that has
 * closed holds nobody up, and neither does one that was taken back: it is not among the steps any more.
 */
export function lockedBy(assignmentId: string, steps: readonly SequenceStep[]): SequenceStep | null {
	const own = steps.find((step) => step.assignmentId === assignmentId);
	if (!own || own.begun) return null;
	const before = steps
		.filter(({ place, excused, closed, handedIn }) => place < own.place && (handedIn || (!excused && !closed)))
		.toSorted((a, b) => b.place - a.place)[0];
	return before && !before.handedIn ? before : null;
}

/** The longest time between two steps, in days. */
export const MOST_DAYS_APART = 60;

/** So many days later by the clock of a classroom: the hour stays, whatever the clocks do in between. */
export const daysLater = (moment: number, days: number, timeZone: string): number =>
	Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).add({ days }).epochMilliseconds;
