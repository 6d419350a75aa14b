import { Invalid } from '../../../domain/errors.ts';
import { whatIsOver, whatIsWrong, type AssignmentRules } from '../../../domain/grading/assignment-rules.ts';
import { countsAttemptRules } from '../../../domain/grading/attempts-rule.ts';
import { classMarksRules } from '../../../domain/grading/class-marks-rule.ts';
import { feedbackRules } from '../../../domain/grading/feedback-rule.ts';
import { lateRules } from '../../../domain/grading/late-rule.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';

/** Rules as they were typed: words not yet known to be rules, numbers not yet known to be whole. */
export type TypedRules = Omit<AssignmentRules, 'countsAttempt' | 'lateRule' | 'feedbackRule' | 'classMarks'> & {
	countsAttempt: string;
	lateRule: string;
	feedbackRule: string;
	classMarks: string;
};

/**
 * What was typed, over the rules that there are; what a form leaves out stays as it is. Throws Invalid at the field.
 *
 * @param now for new work, whose dates may not be over; null for a change of rules
 */
export function readRules(present: AssignmentRules, typed: Partial<TypedRules>, now: number | null): AssignmentRules {
	const all = { ...present, ...typed };
	const feedbackRule = feedbackRules.find((rule) => rule === all.feedbackRule);
	if (!feedbackRule) throw new Invalid('Please choose when feedback appears.', 'feedbackRule');
	const lateRule = lateRules.find((rule) => rule === all.lateRule);
	if (!lateRule) throw new Invalid('Please choose what happens to late work.', 'lateRule');
	const countsAttempt = countsAttemptRules.find((rule) => rule === all.countsAttempt);
	if (!countsAttempt) throw new Invalid('Please choose which attempt counts.', 'countsAttempt');
	const classMarks = classMarksRules.find((rule) => rule === all.classMarks);
	if (!classMarks) throw new Invalid('Please choose whether students see what the class marked.', 'classMarks');

	const rules: AssignmentRules = {
		openAt: all.openAt,
		dueAt: all.dueAt,
		closeAt: all.closeAt,
		attemptsAllowed: all.attemptsAllowed,
		countsAttempt,
		lateRule,
		latePercentPerDay: lateRule === 'per-day' ? all.latePercentPerDay : present.latePercentPerDay,
		feedbackRule,
		feedbackAt: feedbackRule === 'date' ? all.feedbackAt : null,
		practiceClosed: all.practiceClosed,
		classMarks,
	};
	const problem = whatIsWrong(rules) ?? (now === null ? null : whatIsOver(rules, now));
	if (problem) throw new Invalid(problem.sentence, problem.field);
	return rules;
}

/** The rules alone. */
export function rulesOf(assignment: AssignmentRow): AssignmentRules {
	const { openAt, dueAt, closeAt, attemptsAllowed, countsAttempt, lateRule, latePercentPerDay } = assignment;
	const { feedbackRule, feedbackAt, practiceClosed, classMarks } = assignment;
	const dates = { openAt, dueAt, closeAt, feedbackAt };
	const rules = { attemptsAllowed, countsAttempt, lateRule, latePercentPerDay, feedbackRule, practiceClosed };
	return { ...dates, ...rules, classMarks };
}
