import * as v from 'valibot';
import type { ExerciseKind } from '../contract.ts';

export type ShortAnswerTask = {
	/** How many words are enough; shown, and never enforced. */
	words?: number;
};

export type ShortAnswerAnswer = { text: string };

const LONGEST_ANSWER = 5000;

export const kind: ExerciseKind<ShortAnswerTask, ShortAnswerAnswer> = {
	id: 'short-answer',
	label: 'Write',
	taskSchema: v.strictObject({ words: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))) }),
	answerSchema: v.strictObject({
		text: v.pipe(
			v.string(),
			v.maxLength(LONGEST_ANSWER, 'The answer is longer than 5,000 characters. Please shorten it.'),
		),
	}),
	emptyAnswer: () => ({ text: '' }),
	documentsOf: () => [],
	showDocuments: () => ({}),
	sourcesOf: () => [],
	missing: (_, { text }) => (text.trim() === '' ? ['Write an answer.'] : []),
	faults: () => [],
	pinnableText: (_, { text }) => ({ is: 'typed', text }),
};
