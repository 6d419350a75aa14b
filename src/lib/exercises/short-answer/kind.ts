import * as v from 'valibot';
import type { ExerciseKind } from '../contract.ts';
import { typedText } from '../typed-text.ts';
import { LONGEST_ANSWER } from './limits.ts';

export type ShortAnswerTask = {
	/** How many words are enough; shown, and never enforced. */
	words?: number;
};

export type ShortAnswerAnswer = { text: string };

export const kind: ExerciseKind<ShortAnswerTask, ShortAnswerAnswer> = {
	id: 'short-answer',
	label: 'Write',
	taskSchema: v.strictObject({ words: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))) }),
	answerSchema: v.strictObject({ text: typedText(LONGEST_ANSWER) }),
	emptyAnswer: () => ({ text: '' }),
	documentsOf: () => [],
	showDocuments: () => ({}),
	sourcesOf: () => [],
	missing: (_, { text }) => (text.trim() === '' ? ['Write an answer.'] : []),
	faults: () => [],
	pinnableText: (_, { text }) => ({ is: 'typed', text }),
};
