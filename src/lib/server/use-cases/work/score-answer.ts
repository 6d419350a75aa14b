import type { Edition, EditionExercise } from '../../../domain/lessons/edition.ts';
import type { App } from '../../app.ts';
import type { ScoreRow } from '../../repositories/scores.ts';
import { scorerOf } from './parse-answer.ts';

/** A score row for one answer: a pure function of task, key and answer, tied to the key version it was made with. */
export function scoreAnswer(
	app: App,
	edition: Edition,
	exercise: EditionExercise,
	given: { attemptId: string; tryNumber: number; answer: unknown },
	now: number,
): ScoreRow {
	const { task, key, points } = exercise;
	const documents = edition.documents;
	const score = scorerOf(app, exercise).score({ task, key, points, documents, answer: given.answer });
	return {
		id: app.newId(),
		attemptId: given.attemptId,
		exerciseId: exercise.id,
		tryNumber: given.tryNumber,
		keyVersion: exercise.keyVersion ?? edition.id,
		earned: score.earned,
		possible: score.possible,
		needsTeacher: score.needsTeacher,
		detail: JSON.stringify(score.detail),
		counts: 'better',
		createdAt: now,
	};
}
