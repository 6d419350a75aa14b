import * as v from 'valibot';
import type { ExerciseKind } from '../contract.ts';

export type ChoiceTask = {
	options: { id: string; text: string }[];
	/** Several options may be right. */
	multiple?: boolean;
};

export type ChoiceAnswer = { chosen: string[] };

const MOST_OPTIONS = 50;

const text = v.pipe(v.string(), v.nonEmpty());
const isUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

const taskSchema: v.GenericSchema<unknown, ChoiceTask> = v.strictObject({
	options: v.pipe(
		v.array(v.strictObject({ id: text, text })),
		v.minLength(2, 'A choice needs at least two options.'),
		v.maxLength(MOST_OPTIONS),
		v.check((options) => isUnique(options.map(({ id }) => id)), 'Two options have the same id.'),
	),
	multiple: v.exactOptional(v.boolean()),
});

const answerSchema: v.GenericSchema<unknown, ChoiceAnswer> = v.strictObject({
	chosen: v.pipe(
		v.array(v.pipe(v.string(), v.maxLength(200))),
		v.maxLength(MOST_OPTIONS, 'More options were chosen than there are.'),
		v.check((chosen) => isUnique(chosen), 'An option was chosen twice.'),
	),
});

export const kind: ExerciseKind<ChoiceTask, ChoiceAnswer> = {
	id: 'choice',
	label: 'Choose',
	taskSchema,
	answerSchema,
	emptyAnswer: () => ({ chosen: [] }),
	documentsOf: () => [],
	showDocuments: () => ({}),
	sourcesOf: () => [],

	missing(task, { chosen }) {
		if (chosen.length > 0) return [];
		return [task.multiple ? 'Choose at least one answer.' : 'Choose an answer.'];
	},

	faults(task, { chosen }) {
		const known = new Set(task.options.map(({ id }) => id));
		if (chosen.some((id) => !known.has(id))) return ['An answer was chosen that this exercise does not have.'];
		return chosen.length > 1 && !task.multiple ? ['Only one answer can be chosen here.'] : [];
	},
};
