import { Invalid } from '../../domain/errors.ts';
import { momentOf } from '../../domain/local-time.ts';
import type { TypedRules } from '../use-cases/assignments/read-rules.ts';
import type { FormValues } from './guard.ts';

const dates = ['openAt', 'dueAt', 'closeAt', 'feedbackAt'] as const;

/** Reads what the form of an assignment's rules holds, dates by the classroom's clock. Fields that it lacks are left out. */
export function readRulesForm(form: FormValues, timeZone: string): Partial<TypedRules> {
	const typed: Partial<TypedRules> = { practiceClosed: form.practiceClosed === 'on' };
	for (const field of dates) {
		// Only shown with its rule: what stands in it otherwise is no date of this assignment.
		if (field === 'feedbackAt' && form.feedbackRule !== 'date') continue;
		if (form[field] !== undefined) typed[field] = readDate(form, field, timeZone);
	}
	for (const field of ['countsAttempt', 'lateRule', 'feedbackRule', 'classMarks'] as const) {
		if (form[field] !== undefined) typed[field] = form[field];
	}
	if (form.attemptsAllowed !== undefined) {
		typed.attemptsAllowed = form.attemptsAllowed.trim() === '' ? null : wholeNumber(form.attemptsAllowed);
	}
	if (form.latePercentPerDay !== undefined) typed.latePercentPerDay = wholeNumber(form.latePercentPerDay);
	return typed;
}

/**
 * The exercises that stayed ticked, for each lesson whose boxes stood below the chosen one. A form without boxes gives
 * whole lessons.
 */
export function readParts(form: FormValues, chosen: string): Record<string, string[]> {
	const parts: Record<string, string[]> = {};
	const shown = `part.${chosen}.`;
	for (const field of Object.keys(form)) {
		if (!field.startsWith(shown)) continue;
		const lesson = field.slice(shown.length);
		const boxes = `exercise.${chosen}.${lesson}.`;
		const ticked = Object.keys(form).filter((name) => name.startsWith(boxes) && form[name] === 'on');
		parts[lesson] = ticked.map((name) => name.slice(boxes.length));
	}
	return parts;
}

/**
 * Reads the date of a field (`2026-11-30T16:00`, as a date-and-time field gives it) by a classroom's clock. UTC
 * milliseconds; null when the field is empty.
 */
export function readDate(form: FormValues, field: string, timeZone: string): number | null {
	const typed = form[field] ?? '';
	if (typed.trim() === '') return null;
	const moment = momentOf(typed, timeZone);
	if (moment !== null) return moment;
	throw new Invalid('This is not a date that the calendar knows. Write it as 2026-11-30 16:00.', field);
}

/** Not a number where it is none: the rules say what it has to be. */
const wholeNumber = (typed: string): number => (/^\s*\d{1,9}\s*$/u.test(typed) ? Number(typed) : Number.NaN);
