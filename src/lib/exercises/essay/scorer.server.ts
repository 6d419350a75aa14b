import * as v from 'valibot';
import { words } from '../../domain/documents/words.ts';
import type { Rubric } from '../../domain/grading/rubric.ts';
import type { Lint, Scorer } from '../contract.ts';
import { checklistSchema, lintRubric, rubricSchema, sentence, showWritten } from '../written.server.ts';
import type { Model } from '../written.ts';
import type { EssayAnswer, EssayTask } from './kind.ts';
import type { EssayReview } from './review.ts';
import { rangeInWords, standingOf } from './word-range.ts';

/** Texts that would earn everything, questions to put to one's own, and what a teacher grades it by. */
export type EssayKey = { models: Model[]; checklist: string[]; rubric: Rubric };

export const scorer: Scorer<EssayTask, EssayKey, EssayAnswer, EssayReview, EssayKey> = {
	keySchema: v.strictObject({
		models: v.pipe(
			v.array(v.strictObject({ title: sentence, text: sentence, note: v.exactOptional(sentence) })),
			v.minLength(1, 'Give at least one model.'),
			v.check(
				(models) => new Set(models.map(({ title }) => title)).size === models.length,
				'Two models have the same title.',
			),
		),
		checklist: checklistSchema,
		rubric: rubricSchema,
	}),

	buildKey: (_, keyFile) => keyFile ?? { models: [], checklist: [], rubric: [] },

	score: ({ points }) => ({ earned: 0, possible: points * 100, needsTeacher: true, detail: null }),

	review({ task, key, answer }) {
		const count = words(answer.text).length;
		const asked = rangeInWords(task.words);
		return {
			...explain(key),
			headline: `Set your text beside the ${key.models.length === 1 ? 'model' : 'models'}.`,
			sentences: [
				...(count === 0 ? [] : [`It has ${count === 1 ? '1 word' : `${count} words`}; ${asked} were asked for.`]),
				'No machine can grade this one. Go through the checklist; in a classroom your teacher gives the points.',
			],
		};
	},

	keyReview: ({ key }) => ({
		...explain(key),
		headline: `${key.models.length === 1 ? 'The model' : 'The models'}, the checklist and the rubric.`,
		sentences: [],
	}),

	rubricOf: ({ rubric }) => rubric,

	lint: ({ task, key, points }) => [
		...lintRubric(key.rubric, points),
		...key.models.flatMap(({ title, text }): Lint[] => {
			const count = words(text).length;
			if (standingOf(count, task.words) === 'inside') return [];
			const message = `its model “${title}” has ${count} words; the task asks for ${rangeInWords(task.words)}`;
			return [{ level: 'warning', message }];
		}),
	],
};

const explain = (key: EssayKey): Omit<EssayReview, 'headline' | 'sentences'> => ({
	kind: 'essay',
	...showWritten(key),
});
