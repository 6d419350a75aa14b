/** A teacher's decision on one exercise while it is being made, as the pages of grading get it. */
import type { FeedbackRule } from './feedback-rule.ts';
import type { ChosenLevels, Rubric } from './rubric.ts';

/** Points in hundredths; null leaves the score standing. */
export type Decision = { points: number | null; comment: string; levels: ChosenLevels | null };

export type Decided = Decision & { by: string; at: number };

/** What was there when somebody began to decide: the newest grade (or '') and the revision of the draft (or 0). */
export type StartedFrom = { gradeId: string; draftRevision: number };

/** What somebody else decided meanwhile, to be set beside one's own. */
export type Meanwhile = Decided & StartedFrom & { exerciseId: string; is: 'grade' | 'draft' };

/** Everything that a teacher needs to decide on one exercise, and what was decided so far. */
export type Deciding = {
	/** Empty where it is graded in points alone. */
	rubric: Rubric;
	/** The newest grade, or '' before the first. */
	gradeId: string;
	/** Newest first. */
	history: Decided[];
	draft: (Decided & { revision: number }) | null;
};

/** When the student sees a grade that is saved now. */
export type SeenWhen = 'now' | Exclude<FeedbackRule, 'hand-in'>;

export const seenWhenWords: Record<SeenWhen, string> = {
	now: 'The student sees it at once.',
	due: 'The student sees it at the due date.',
	date: 'The student sees it at the date of the feedback.',
	returned: 'The student sees it when you return the work.',
};
