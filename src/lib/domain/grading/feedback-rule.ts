/** When a person may see what was right and why. Everything that could tell a key asks here first. */

export type FeedbackRule = 'hand-in' | 'due' | 'date' | 'returned';
export const feedbackRules: readonly FeedbackRule[] = ['hand-in', 'due', 'date', 'returned'];

export const feedbackRuleWords: Record<FeedbackRule, string> = {
	'hand-in': 'at once, when a student hands in',
	due: 'for everyone at the due date',
	date: 'for everyone at a later date',
	returned: 'when you return the work',
};

export type AssignedWork = {
	rule: FeedbackRule;
	/** The student’s own. */
	dueAt: number | null;
	/** Only with feedback at a date. */
	feedbackAt: number | null;
	handedInAt: number | null;
	late: boolean;
	returnedAt: number | null;
};

/** Assigned work: nothing before hand-in; then as the teacher chose. Returned work always shows its feedback. */
export function mayHaveFeedback(work: AssignedWork, now: number): boolean {
	if (work.handedInAt === null) return false;
	if (work.returnedAt !== null) return true;
	if (work.rule === 'hand-in') return true;
	if (work.rule === 'due') return work.late || (work.dueAt !== null && now >= work.dueAt);
	return work.rule === 'date' && work.feedbackAt !== null && now >= work.feedbackAt;
}

/** What a student is told instead of feedback. */
export function whyNoFeedbackYet(work: AssignedWork): string {
	if (work.handedInAt === null) return 'Feedback comes after you hand in.';
	if (work.rule === 'due') return 'Handed in. What was right, and why, appears at the due date.';
	if (work.rule === 'date')
		return 'Handed in. What was right, and why, appears for everyone at the date that your teacher set.';
	return 'Handed in. What was right, and why, appears when your teacher returns the work.';
}

/** One absent student must not keep a lesson closed to everybody else for ever. */
export const PRACTICE_OPENS_AGAIN_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * A lesson that a teacher closed to practice opens again once feedback may appear, and at the latest a fortnight after
 * the due date or the date of feedback (or after it was assigned, where there is neither).
 */
export function keepsPracticeClosed(
	assignment: {
		rule: FeedbackRule;
		dueAt: number | null;
		feedbackAt: number | null;
		/** When it was given, or opened where that is later. */
		assignedAt: number;
		practiceClosed: boolean;
		workStillOut: boolean;
	},
	now: number,
): boolean {
	if (!assignment.practiceClosed) return false;
	const { rule, dueAt, assignedAt } = assignment;
	const feedbackAt = rule === 'date' ? assignment.feedbackAt : null;
	if (now >= Math.max(dueAt ?? assignedAt, feedbackAt ?? 0) + PRACTICE_OPENS_AGAIN_MS) return false;
	if (dueAt !== null && now < dueAt) return true;
	if (feedbackAt !== null) return now < feedbackAt;
	if (rule === 'returned') return assignment.workStillOut;
	return dueAt === null && assignment.workStillOut;
}
