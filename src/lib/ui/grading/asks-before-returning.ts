import type { FormAnswer } from '../form/form-answer.ts';

/** What a teacher is asked where some of the work that goes back still needs grading; null where nothing is asked. */
export type AsksBeforeReturning = { stillToGrade: number; toReturn: number };

/** @param form what a page got back; a question stands at its button, and not among what went wrong */
export function asksBeforeReturning(form: FormAnswer): AsksBeforeReturning | null {
	if (form?.problem === undefined) return null;
	const { stillToGrade, toReturn } = (form.more ?? {}) as Partial<AsksBeforeReturning>;
	return stillToGrade === undefined || toReturn === undefined ? null : { stillToGrade, toReturn };
}
