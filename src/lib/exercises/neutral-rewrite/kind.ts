import * as v from 'valibot';
import { showDocument } from '../../domain/documents/article.ts';
import type { ExerciseKind } from '../contract.ts';
import { typedText } from '../typed-text.ts';
import { LONGEST_PASSAGE, LONGEST_REWRITE } from './limits.ts';
import { passageOf, type GivenPassage } from './passage.ts';

export type NeutralRewriteTask = GivenPassage & {
	/** How many words are enough; shown, and never enforced. */
	words?: number;
};

/** Null before anything was written: the page then begins with the passage. */
export type NeutralRewriteAnswer = { text: string | null };

const wording = (longest: number) => v.pipe(v.string(), v.trim(), v.nonEmpty('It is empty.'), v.maxLength(longest));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const taskSchema: v.GenericSchema<unknown, NeutralRewriteTask> = v.pipe(
	v.strictObject({
		document: v.exactOptional(wording(200)),
		quote: v.exactOptional(wording(LONGEST_PASSAGE)),
		occurrence: v.exactOptional(count),
		text: v.exactOptional(wording(LONGEST_PASSAGE)),
		source: v.exactOptional(wording(300)),
		language: v.exactOptional(wording(35)),
		words: v.exactOptional(count),
	}),
	v.check(
		(task) => isQuote(task) !== isOwnText(task),
		'Give the passage as document and quote, or as text and source.',
	),
	v.check((task) => isQuote(task) || task.occurrence === undefined, 'An occurrence belongs to a quote of a document.'),
	v.check((task) => isOwnText(task) || task.language === undefined, 'The language of a quote is that of its document.'),
);

/** Wholly so, and nothing of the other. */
const isQuote = ({ document, quote, text, source }: GivenPassage): boolean =>
	document !== undefined && quote !== undefined && text === undefined && source === undefined;
const isOwnText = ({ document, quote, text, source }: GivenPassage): boolean =>
	text !== undefined && source !== undefined && document === undefined && quote === undefined;

export const kind: ExerciseKind<NeutralRewriteTask, NeutralRewriteAnswer> = {
	id: 'neutral-rewrite',
	label: 'Rewrite neutrally',
	taskSchema,
	answerSchema: v.strictObject({ text: v.nullable(typedText(LONGEST_REWRITE)) }),
	emptyAnswer: () => ({ text: null }),
	documentsOf: ({ document }) => (document === undefined ? [] : [document]),
	/** Only where the passage comes from; the passage itself is in the task. */
	showDocuments(task, documents) {
		const document = documents[task.document ?? ''];
		return document ? { [document.name]: { ...showDocument(document), paragraphs: [] } } : {};
	},
	sourcesOf: () => [],

	missing(task, { text }) {
		if (text?.trim() === '') return ['Write your version of the passage.'];
		if (text === null || inOneLine(text) === inOneLine(passageOf(task))) {
			return ['The passage still stands as it was. Rewrite it first.'];
		}
		return [];
	},
	faults: () => [],
	pinnableText: (_, { text }) => (text === null ? null : { is: 'typed', text }),
};

const inOneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
