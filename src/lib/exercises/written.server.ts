/** The key half of what is written: checklist and rubric as an author gives them, and what is said of them. */
import * as v from 'valibot';
import type { Rubric } from '../domain/grading/rubric.ts';
import type { Lint } from './contract.ts';
import type { Model, WrittenReview } from './written.ts';

export const sentence = v.pipe(v.string(), v.nonEmpty());

export const checklistSchema = v.pipe(v.array(sentence), v.minLength(1, 'The checklist is empty.'));

export const rubricSchema = v.pipe(
	v.array(
		v.strictObject({
			criterion: sentence,
			/** Whole or half points. */
			levels: v.pipe(
				v.array(v.strictObject({ points: v.pipe(v.number(), v.minValue(0)), text: sentence })),
				v.minLength(2),
			),
		}),
	),
	v.minLength(1),
);

type WrittenKey = { models: readonly Model[]; checklist: readonly string[]; rubric?: Rubric | undefined };

/** What a person may see of the key, field by field. */
export const showWritten = ({ models, checklist, rubric }: WrittenKey): WrittenReview => ({
	models: models.map(({ title, text, note }) => ({ title, text, ...(note === undefined ? {} : { note }) })),
	checklist: [...checklist],
	rubric: (rubric ?? []).map(({ criterion, levels }) => ({
		criterion,
		levels: levels.map(({ points, text }) => ({ points, text })),
	})),
});

/** Warns where the best levels do not add up to the points of the exercise. Practice is worth nothing and never does. */
export function lintRubric(rubric: Rubric | undefined, points: number): Lint[] {
	if (!rubric || points === 0) return [];
	const most = rubric.reduce((sum, { levels }) => sum + Math.max(...levels.map((level) => level.points)), 0);
	if (most === points) return [];
	return [{ level: 'warning', message: `its rubric gives at most ${most} points, but the exercise has ${points}` }];
}
