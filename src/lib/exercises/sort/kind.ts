import * as v from 'valibot';
import { showDocument } from '../../domain/documents/article.ts';
import type { ExerciseKind } from '../contract.ts';

export type SortTask = {
	/** With a document, the text is an exact quote of it. */
	items: { id: string; text: string; document?: string }[];
	bins: { id: string; label: string; meaning?: string }[];
};

/** Item id -> bin id. An item that is not sorted yet has no entry. */
export type SortAnswer = { places: Record<string, string> };

const MOST_ITEMS = 40;
const MOST_BINS = 8;

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
const words = (longest: number) => v.pipe(v.string(), v.trim(), v.nonEmpty('It is empty.'), v.maxLength(longest));
const hasUniqueIds = (all: readonly { id: string }[]): boolean =>
	new Set(all.map((each) => each.id)).size === all.length;

const taskSchema: v.GenericSchema<unknown, SortTask> = v.strictObject({
	items: v.pipe(
		v.array(v.strictObject({ id, text: words(1000), document: v.exactOptional(words(200)) })),
		v.minLength(2, 'Give at least two things to sort.'),
		v.maxLength(MOST_ITEMS),
		v.check((all) => hasUniqueIds(all), 'Two things to sort have the same id.'),
	),
	bins: v.pipe(
		v.array(v.strictObject({ id, label: words(80), meaning: v.exactOptional(words(300)) })),
		v.minLength(2, 'Give at least two places to sort into.'),
		v.maxLength(MOST_BINS),
		v.check((all) => hasUniqueIds(all), 'Two places have the same id.'),
	),
});

const answerSchema: v.GenericSchema<unknown, SortAnswer> = v.strictObject({
	places: v.pipe(
		v.record(v.pipe(v.string(), v.maxLength(100)), v.pipe(v.string(), v.maxLength(100))),
		v.check((places) => Object.keys(places).length <= MOST_ITEMS, 'More was sorted than there is.'),
	),
});

export const kind: ExerciseKind<SortTask, SortAnswer> = {
	id: 'sort',
	label: 'Sort',
	taskSchema,
	answerSchema,
	emptyAnswer: () => ({ places: {} }),
	documentsOf: (task) => [...new Set(task.items.flatMap(({ document }) => document ?? []))],
	/** Only where the quotations come from; they themselves are in the task. */
	showDocuments: (task, documents) =>
		Object.fromEntries(
			kind.documentsOf(task).flatMap((name) => {
				const document = documents[name];
				return document ? [[name, { ...showDocument(document), paragraphs: [] }] as const] : [];
			}),
		),
	sourcesOf: () => [],

	missing(task, { places }) {
		const open = task.items.flatMap((item, index) => (places[item.id] === undefined ? [index + 1] : []));
		if (open.length === 0) return [];
		if (open.length === task.items.length) return ['Nothing has a place yet. Choose one for every number.'];
		if (open.length === 1) return [`Number ${open.join('')} has no place yet.`];
		return [`Numbers ${open.slice(0, -1).join(', ')} and ${open.at(-1) ?? ''} have no place yet.`];
	},

	faults(task, { places }) {
		const items = new Set(task.items.map((item) => item.id));
		const bins = new Set(task.bins.map((bin) => bin.id));
		const faults: string[] = [];
		if (Object.keys(places).some((each) => !items.has(each))) {
			faults.push('Something was sorted that this exercise does not have.');
		}
		if (Object.values(places).some((each) => !bins.has(each))) {
			faults.push('Something was put in a place that this exercise does not have.');
		}
		return faults;
	},
};
