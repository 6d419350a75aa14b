import * as v from 'valibot';
import type { ExerciseKind } from '../contract.ts';

export type OrderTask = {
	/** As the page first shows them. */
	items: { id: string; text: string }[];
};

/** Ids of all items, the first at the top; empty until the person moved something, or kept the order as it stood. */
export type OrderAnswer = { order: string[] };

const MOST_ITEMS = 20;
const LONGEST_ID = 100;

const taskSchema: v.GenericSchema<unknown, OrderTask> = v.strictObject({
	items: v.pipe(
		v.array(
			v.strictObject({
				id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_ID)),
				text: v.pipe(v.string(), v.trim(), v.nonEmpty('It is empty.'), v.maxLength(1000)),
			}),
		),
		v.minLength(3, 'Give at least three things to put in order.'),
		v.maxLength(MOST_ITEMS),
		v.check(
			(items) => new Set(items.map(({ id }) => id)).size === items.length,
			'Two things to put in order have the same id.',
		),
	),
});

const answerSchema: v.GenericSchema<unknown, OrderAnswer> = v.strictObject({
	order: v.pipe(
		v.array(v.pipe(v.string(), v.maxLength(LONGEST_ID))),
		v.maxLength(MOST_ITEMS, 'More was put in order than there is.'),
	),
});

export const kind: ExerciseKind<OrderTask, OrderAnswer> = {
	id: 'order',
	label: 'Put in order',
	taskSchema,
	answerSchema,
	emptyAnswer: () => ({ order: [] }),
	documentsOf: () => [],
	showDocuments: () => ({}),
	sourcesOf: () => [],

	missing: (_, { order }) =>
		order.length === 0 ? ['Nothing was moved yet. Put the rows in order, or keep the order as it stands.'] : [],

	faults(task, { order }) {
		if (order.length === 0) return [];
		const items = new Set(task.items.map(({ id }) => id));
		const given = new Set(order);
		const faults: string[] = [];
		if (order.some((id) => !items.has(id))) faults.push('Something was put in order that this exercise does not have.');
		if (given.size < order.length) faults.push('Something stands in the order twice.');
		if ([...items].some((id) => !given.has(id))) faults.push('Something of this exercise is missing in the order.');
		return faults;
	},
};
