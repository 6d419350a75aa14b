import * as v from 'valibot';
import type { Rubric } from '../../domain/grading/rubric.ts';
import type { Scorer } from '../contract.ts';
import { checklistSchema, lintRubric, rubricSchema, sentence, showWritten } from '../written.server.ts';
import { ONE_GOOD_ANSWER } from '../written.ts';
import type { ShortAnswerAnswer, ShortAnswerTask } from './kind.ts';
import type { ShortAnswerReview } from './review.ts';

/** An answer that would earn everything, and questions to put to one's own. */
export type ShortAnswerKey = { model: string; checklist: string[]; rubric?: Rubric };

export const scorer: Scorer<ShortAnswerTask, ShortAnswerKey, ShortAnswerAnswer, ShortAnswerReview, ShortAnswerKey> = {
	keySchema: v.strictObject({
		model: sentence,
		checklist: checklistSchema,
		rubric: v.exactOptional(rubricSchema),
	}),

	buildKey: (_, keyFile) => keyFile ?? { model: '', checklist: [] },

	score: ({ points }) => ({ earned: 0, possible: points * 100, needsTeacher: true, detail: null }),

	review: ({ key }) => ({ ...explain(key), headline: 'Set your answer beside the model.' }),
	keyReview: ({ key }) => ({ ...explain(key), headline: 'The model answer and the checklist.' }),

	rubricOf: ({ rubric }) => rubric ?? [],

	lint: ({ key, points }) => lintRubric(key.rubric, points),
};

const explain = ({ model, checklist, rubric }: ShortAnswerKey): Omit<ShortAnswerReview, 'headline'> => ({
	kind: 'short-answer',
	sentences: ['No machine can grade this one. Go through the checklist; in a classroom your teacher gives the points.'],
	...showWritten({ models: [{ title: ONE_GOOD_ANSWER, text: model }], checklist, rubric }),
});
