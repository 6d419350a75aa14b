/** What the kinds share whose answer is written and judged by a teacher, or alone beside a model: safe in a browser. */
import type { Rubric } from '../domain/grading/rubric.ts';

/** An answer that would earn everything. */
export type Model = {
	/** What it is called where there are several. */
	title: string;
	text: string;
	/** What it does, in a sentence to a student. */
	note?: string;
};

/** What stands beside a person's own words once feedback is allowed. */
export type WrittenReview = {
	models: Model[];
	/** Questions to put to one's own text. */
	checklist: string[];
	/** Empty where the teacher grades without one. */
	rubric: Rubric;
};

/** What a single model is called. */
export const ONE_GOOD_ANSWER = 'One good answer';
