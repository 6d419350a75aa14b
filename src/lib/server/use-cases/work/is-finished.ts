import type { Edition } from '../../../domain/lessons/edition.ts';
import type { AnswerRow } from '../../repositories/answers.ts';

/** In practice a lesson is finished when every exercise that counts was checked at least once. */
export function isFinished(edition: Edition, answers: AnswerRow[]): boolean {
	const checked = new Set(answers.filter((row) => row.checkedAt !== null).map((row) => row.exerciseId));
	return edition.exercises.filter((exercise) => exercise.points > 0).every((exercise) => checked.has(exercise.id));
}
