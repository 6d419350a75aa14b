import * as v from 'valibot';
import { showDocument } from '../../domain/documents/article.ts';
import { parsePassageAddress } from '../../domain/lessons/library.ts';
import { fits, type Fit } from '../../domain/marking/categories.ts';
import type { ExerciseKind } from '../contract.ts';

export type CheckAuthorityTask = {
	document: string;
	/** The appeal: an exact quote of the document. */
	quote: string;
	/** Slugs of the library sources that are offered. */
	library: string[];
};

/** Passages are addresses in the library, such as `un-charter#article-55.c`. */
export type CheckAuthorityAnswer = {
	/** Every passage that was opened, in order. */
	opened: string[];
	passage: string | null;
	fit: Fit | null;
};

const MOST_OPENED = 500;

const name = v.pipe(v.string(), v.nonEmpty());

const taskSchema: v.GenericSchema<unknown, CheckAuthorityTask> = v.strictObject({
	document: name,
	quote: name,
	library: v.pipe(v.array(name), v.minLength(1, 'Offer at least one source of the library.')),
});

const address = v.pipe(
	v.string(),
	v.maxLength(200, 'A passage has an address that is too long.'),
	v.check((given) => parsePassageAddress(given) !== null, 'A passage has an address that the library cannot have.'),
);

const answerSchema: v.GenericSchema<unknown, CheckAuthorityAnswer> = v.strictObject({
	opened: v.pipe(v.array(address), v.maxLength(MOST_OPENED, 'Too many passages were opened.')),
	passage: v.nullable(address),
	fit: v.nullable(v.picklist(fits, 'There is no such fit.')),
});

export const kind: ExerciseKind<CheckAuthorityTask, CheckAuthorityAnswer> = {
	id: 'check-authority',
	label: 'Check the authority',
	taskSchema,
	answerSchema,
	emptyAnswer: () => ({ opened: [], passage: null, fit: null }),
	documentsOf: (task) => [task.document],
	/** Only where the quotation comes from; the quotation itself is in the task. */
	showDocuments(task, documents) {
		const document = documents[task.document];
		return document ? { [task.document]: { ...showDocument(document), paragraphs: [] } } : {};
	},
	sourcesOf: (task) => [...task.library],

	missing(_, { opened, passage, fit }) {
		const missing: string[] = [];
		if (opened.length === 0) missing.push('Open the source before you judge.');
		if (passage === null) missing.push('Choose the passage that the words lean on.');
		if (fit === null) missing.push('Say how well the words fit the source.');
		return missing;
	},

	faults(task, { opened, passage, fit }) {
		const faults: string[] = [];
		const given = passage === null ? opened : [...opened, passage];
		if (given.some((each) => !task.library.includes(sourceOf(each)))) {
			faults.push('A passage comes from a source that this exercise does not offer.');
		}
		if (passage !== null && !opened.some((each) => sourceOf(each) === sourceOf(passage))) {
			faults.push('A passage can be chosen only after its source was opened.');
		}
		if (fit !== null && opened.length === 0)
			faults.push('How well it fits can be said only after a passage was opened.');
		return faults;
	},
};

const sourceOf = (passage: string): string => parsePassageAddress(passage)?.source ?? '';
