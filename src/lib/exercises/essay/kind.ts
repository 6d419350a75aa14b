import * as v from 'valibot';
import { showDocument } from '../../domain/documents/article.ts';
import type { ExerciseKind } from '../contract.ts';
import { typedText } from '../typed-text.ts';
import { LONGEST_ESSAY } from './limits.ts';

export type EssayTask = {
	/** Shown and counted while writing, and never enforced. */
	words: { least: number; most: number };
	/** Texts to read beside the writing. */
	documents?: string[];
};

export type EssayAnswer = { text: string };

const MOST_DOCUMENTS = 4;
const wordCount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000));

const taskSchema: v.GenericSchema<unknown, EssayTask> = v.strictObject({
	words: v.pipe(
		v.strictObject({ least: wordCount, most: wordCount }),
		v.check(({ least, most }) => least <= most, 'The least number of words is above the most.'),
	),
	documents: v.exactOptional(
		v.pipe(
			v.array(v.pipe(v.string(), v.nonEmpty())),
			v.minLength(1),
			v.maxLength(MOST_DOCUMENTS),
			v.check((names) => new Set(names).size === names.length, 'The same document is named twice.'),
		),
	),
});

export const kind: ExerciseKind<EssayTask, EssayAnswer> = {
	id: 'essay',
	label: 'Write a text',
	taskSchema,
	answerSchema: v.strictObject({ text: typedText(LONGEST_ESSAY) }),
	emptyAnswer: () => ({ text: '' }),
	documentsOf: ({ documents }) => documents ?? [],
	showDocuments: (task, documents) =>
		Object.fromEntries(
			kind.documentsOf(task).flatMap((name) => {
				const document = documents[name];
				return document ? [[name, showDocument(document)] as const] : [];
			}),
		),
	sourcesOf: () => [],
	missing: (_, { text }) => (text.trim() === '' ? ['Write your text.'] : []),
	faults: () => [],
	pinnableText: (_, { text }) => ({ is: 'typed', text }),
};
