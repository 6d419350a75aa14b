import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { closeAnswer, findAnswers, insertAnswer } from '../../repositories/answers.ts';
import { findAttempt } from '../../repositories/attempts.ts';
import { insertScore } from '../../repositories/scores.ts';
import { kindOf, storedAnswer } from './parse-answer.ts';
import { practiceClosed } from './practice-closed.ts';
import { scoreAnswer } from './score-answer.ts';

/** Checks the newest try of one exercise in practice: from then on it is closed, scored and explained. */
export async function checkExercise(
	app: App,
	actor: Actor,
	{ attemptId, exerciseId, lesson }: { attemptId: string; exerciseId: string; lesson: string },
): Promise<void> {
	if (attemptId === '') throw new Invalid(whatIsMissingAtFirst(app, lesson, exerciseId));
	const { attempt, edition, exercise, latest } = await findPracticeWork(app, actor, attemptId, exerciseId);
	if (await practiceClosed(app, attempt.lesson)) {
		throw new Conflict('This lesson is closed to practice for now: a class is working on it. Your answer is kept.');
	}
	if (latest && latest.checkedAt !== null) return;

	const answer = storedAnswer(app, exercise, latest);
	const missing = kindOf(app, exercise).missing(exercise.task, answer)[0];
	if (missing !== undefined || !latest) throw new Invalid(missing ?? 'There is no answer to check yet.');

	const now = app.now();
	const row = scoreAnswer(app, edition, exercise, { ...latest, answer }, now);
	await app.store.write(async (transaction) => {
		await closeAnswer(transaction, latest, now);
		await insertScore(transaction, row);
	});
}

/** Begins another try of one exercise, from empty. The earlier tries are kept. */
export async function tryAgain(app: App, actor: Actor, attemptId: string, exerciseId: string): Promise<void> {
	const { exercise, latest } = await findPracticeWork(app, actor, attemptId, exerciseId);
	if (!latest || latest.checkedAt === null) return;

	const empty = JSON.stringify(kindOf(app, exercise).emptyAnswer());
	await app.store.write((transaction) =>
		insertAnswer(transaction, {
			attemptId,
			exerciseId,
			tryNumber: latest.tryNumber + 1,
			revision: 1,
			content: empty,
			savedAt: app.now(),
		}),
	);
}

async function findPracticeWork(app: App, actor: Actor, attemptId: string, exerciseId: string) {
	const attempt = await findAttempt(app.store.read, attemptId);
	authorize('change own work', actor, attempt ? { ownerId: attempt.personId } : null);
	if (!attempt || attempt.assignmentId !== null) throw new NotFound();

	const edition = await app.editions.byId(attempt.editionId);
	const exercise = edition.exercises.find((candidate) => candidate.id === exerciseId);
	if (!exercise) throw new NotFound('There is no such exercise in this lesson.');
	const tries = (await findAnswers(app.store.read, attemptId)).filter((row) => row.exerciseId === exerciseId);
	return { attempt, edition, exercise, latest: tries.at(-1) };
}

/** Nothing was saved yet, so nothing was answered. */
function whatIsMissingAtFirst(app: App, lesson: string, exerciseId: string): string {
	const exercise = app.editions.current(lesson).exercises.find((candidate) => candidate.id === exerciseId);
	if (!exercise) throw new NotFound('There is no such exercise in this lesson.');
	const kind = kindOf(app, exercise);
	return kind.missing(exercise.task, kind.emptyAnswer())[0] ?? 'There is no answer to check yet.';
}
