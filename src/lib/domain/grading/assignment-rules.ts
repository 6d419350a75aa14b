/** The rules of an assignment as a teacher sets them, and whether they go together. */
import { MOST_ATTEMPTS, type CountsAttempt } from './attempts-rule.ts';
import type { ClassMarksRule } from './class-marks-rule.ts';
import type { FeedbackRule } from './feedback-rule.ts';
import type { LateRule } from './late-rule.ts';

/** Moments are UTC milliseconds; null is none. */
export type AssignmentRules = {
	openAt: number | null;
	dueAt: number | null;
	closeAt: number | null;
	/** Null: any number. */
	attemptsAllowed: number | null;
	countsAttempt: CountsAttempt;
	lateRule: LateRule;
	/** Whole percent; means something with `per-day` alone. */
	latePercentPerDay: number;
	feedbackRule: FeedbackRule;
	feedbackAt: number | null;
	practiceClosed: boolean;
	classMarks: ClassMarksRule;
};

export const usualRules: AssignmentRules = {
	openAt: null,
	dueAt: null,
	closeAt: null,
	attemptsAllowed: 1,
	countsAttempt: 'best',
	lateRule: 'none',
	latePercentPerDay: 10,
	feedbackRule: 'hand-in',
	feedbackAt: null,
	practiceClosed: false,
	classMarks: 'hidden',
};

type RuleProblem = { field: keyof AssignmentRules; sentence: string };

/** The first thing about the rules that cannot be, said at its field; null where they go together. */
export function whatIsWrong(rules: AssignmentRules): RuleProblem | null {
	return wrongDates(rules) ?? wrongNumbers(rules) ?? wrongFeedback(rules);
}

/** The first date of new work that is over before it is given. An opening in the past only means: open. */
export function whatIsOver(rules: AssignmentRules, now: number): RuleProblem | null {
	const over = (['dueAt', 'closeAt', 'feedbackAt'] as const).find((field) => (rules[field] ?? Infinity) < now);
	if (over === undefined) return null;
	const words = { dueAt: 'due date', closeAt: 'closing time', feedbackAt: 'date' }[over];
	return { field: over, sentence: `This ${words} is over already. Please choose a later one.` };
}

function wrongDates({ openAt, dueAt, closeAt, lateRule, feedbackRule }: AssignmentRules): RuleProblem | null {
	for (const [field, moment] of Object.entries({ openAt, dueAt, closeAt })) {
		if (moment !== null && !Number.isSafeInteger(moment)) return unknownDate(field as keyof AssignmentRules);
	}
	if (openAt !== null && dueAt !== null && dueAt <= openAt) {
		return {
			field: 'dueAt',
			sentence: 'It would be due before it opens. Choose a later due date, or let it open earlier.',
		};
	}
	if (openAt !== null && closeAt !== null && closeAt <= openAt) {
		return { field: 'closeAt', sentence: 'It would close before it opens. Choose a later time.' };
	}
	if (dueAt !== null && closeAt !== null && closeAt < dueAt) {
		return { field: 'closeAt', sentence: 'It would close before it is due. Choose the due date or a later time.' };
	}
	if (dueAt !== null) {
		const isShutAtDue = lateRule === 'closed' && closeAt !== null && closeAt > dueAt;
		if (!isShutAtDue) return null;
		const sentence = 'Late work is not taken, so it closes at the due date. Leave this empty, or take late work.';
		return { field: 'closeAt', sentence };
	}
	if (feedbackRule === 'due') return { field: 'dueAt', sentence: 'Feedback at the due date needs a due date.' };
	if (lateRule !== 'none') return { field: 'dueAt', sentence: 'A rule for late work needs a due date.' };
	return null;
}

function wrongNumbers({ attemptsAllowed, lateRule, latePercentPerDay }: AssignmentRules): RuleProblem | null {
	if (attemptsAllowed !== null && !isWhole(attemptsAllowed, MOST_ATTEMPTS)) {
		const sentence = `This is a whole number from 1 to ${MOST_ATTEMPTS}, or empty for as often as they like.`;
		return { field: 'attemptsAllowed', sentence };
	}
	if (lateRule === 'per-day' && !isWhole(latePercentPerDay, 100)) {
		return { field: 'latePercentPerDay', sentence: 'This is a whole number of percent, from 1 to 100.' };
	}
	return null;
}

function wrongFeedback({ feedbackRule, feedbackAt, openAt, dueAt }: AssignmentRules): RuleProblem | null {
	if (feedbackRule !== 'date') return null;
	if (feedbackAt === null) return { field: 'feedbackAt', sentence: 'Please say at which date feedback appears.' };
	if (!Number.isSafeInteger(feedbackAt)) return unknownDate('feedbackAt');
	if (dueAt !== null && feedbackAt < dueAt) {
		return { field: 'feedbackAt', sentence: 'Feedback would come before the work is due. Choose a later date.' };
	}
	if (openAt !== null && feedbackAt <= openAt) {
		return { field: 'feedbackAt', sentence: 'Feedback would come before the work opens. Choose a later date.' };
	}
	return null;
}

const unknownDate = (field: keyof AssignmentRules): RuleProblem => ({
	field,
	sentence: 'This is not a date that the calendar knows.',
});
const isWhole = (number: number, most: number) => Number.isInteger(number) && number >= 1 && number <= most;
