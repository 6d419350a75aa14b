import * as v from 'valibot';
import type { Scorer } from '../contract.ts';
import type { ShortAnswerAnswer, ShortAnswerTask } from './kind.ts';
import type { ShortAnswerReview } from './review.ts';

type Rubric = { criterion: string; levels: { points: number; text: string }[] }[];

/** An answer that would earn everything, and questions to put to one's own. */
export type ShortAnswerKey = { model: string; checklist: string[]; rubric?: Rubric };

const text = v.pipe(v.string(), v.nonEmpty());

export const scorer: Scorer<ShortAnswerTask, ShortAnswerKey, ShortAnswerAnswer, ShortAnswerReview, ShortAnswerKey> = {
	keySchema: v.strictObject({
		model: text,
		checklist: v.pipe(v.array(text), v.minLength(1, 'The checklist is empty.')),
		rubric: v.exactOptional(
			v.pipe(
				v.array(
					v.strictObject({
						criterion: text,
						levels: v.pipe(
							v.array(v.strictObject({ points: v.pipe(v.number(), v.minValue(0)), text })),
							v.minLength(2),
						),
					}),
				),
				v.minLength(1),
			),
		),
	}),

	buildKey: (_, keyFile) => keyFile ?? { model: '', checklist: [] },

	score: ({ points }) => ({ earned: 0, possible: points * 100, needsTeacher: true, detail: null }),

	review: ({ key }) => ({ ...explain(key), headline: 'Set your answer beside the model.' }),
	keyReview: ({ key }) => ({ ...explain(key), headline: 'The model answer and the checklist.' }),

	rubricOf: ({ rubric }) => rubric ?? [],

	lint({ key, points }) {
		if (!key.rubric || points === 0) return [];
		const most = key.rubric.reduce((sum, { levels }) => sum + Math.max(...levels.map((level) => level.points)), 0);
		if (most === points) return [];
		return [{ level: 'warning', message: `its rubric gives at most ${most} points, but the exercise has ${points}` }];
	},
};

function explain({ model, checklist, rubric }: ShortAnswerKey): Omit<ShortAnswerReview, 'headline'> {
	return {
		kind: 'short-answer',
		sentences: [
			'No machine can grade this one. Go through the checklist; in a classroom your teacher gives the points.',
		],
		model,
		checklist: [...checklist],
		rubric: (rubric ?? []).map(({ criterion, levels }) => ({
			criterion,
			levels: levels.map(({ points, text: description }) => ({ points, text: description })),
		})),
	};
}
