import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import { closeAnswer, findAnswers, insertAnswer } from '../../repositories/answers.ts';
import { findAttempt } from '../../repositories/attempts.ts';
import { insertScore } from '../../repositories/scores.ts';
import { ownershipOf } from '../classrooms/relation-to.ts';
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
	const { attempt, edition, exercise } = await findPracticeWork(app, actor, attemptId, exerciseId);
	if (await practiceClosed(app, attempt.lesson)) {
		throw new Conflict('This lesson is closed to practice for now: a class is working on it. Your answer is kept.');
	}

	const now = app.now();
	await app.store.write(async (transaction) => {
		// Read here and not before: what is scored is what is closed, even while another tab saves or checks.
		const latest = await findLatestTry(transaction, attemptId, exerciseId);
		if (latest && latest.checkedAt !== null) return;

		const answer = storedAnswer(app, exercise, latest);
		const missing = kindOf(app, exercise).missing(exercise.task, answer)[0];
		if (missing !== undefined || !latest) throw new Invalid(missing ?? 'There is no answer to check yet.');
		await closeAnswer(transaction, latest, now);
		await insertScore(transaction, scoreAnswer(app, edition, exercise, { ...latest, answer }, now));
	});
}

/** Begins another try of one exercise, from empty. The earlier tries are kept. */
export async function tryAgain(app: App, actor: Actor, attemptId: string, exerciseId: string): Promise<void> {
	const { exercise } = await findPracticeWork(app, actor, attemptId, exerciseId);
	const empty = JSON.stringify(kindOf(app, exercise).emptyAnswer());
	await app.store.write(async (transaction) => {
		const latest = await findLatestTry(transaction, attemptId, exerciseId);
		if (!latest || latest.checkedAt === null) return;
		await insertAnswer(transaction, {
			attemptId,
			exerciseId,
			tryNumber: latest.tryNumber + 1,
			revision: 1,
			content: empty,
			savedAt: app.now(),
		});
	});
}

async function findPracticeWork(app: App, actor: Actor, attemptId: string, exerciseId: string) {
	const attempt = await findAttempt(app.store.read, attemptId);
	authorize('change own work', actor, await ownershipOf(app, attempt));
	if (!attempt || attempt.assignmentId !== null) throw new NotFound();

	const edition = await app.editions.byId(attempt.editionId);
	const exercise = edition.exercises.find((candidate) => candidate.id === exerciseId);
	if (!exercise) throw new NotFound('There is no such exercise in this lesson.');
	return { attempt, edition, exercise };
}

async function findLatestTry(connection: Connection, attemptId: string, exerciseId: string) {
	return (await findAnswers(connection, attemptId)).findLast((row) => row.exerciseId === exerciseId);
}

/** Nothing was saved yet, so nothing was answered. */
function whatIsMissingAtFirst(app: App, lesson: string, exerciseId: string): string {
	const exercise = app.editions.current(lesson).exercises.find((candidate) => candidate.id === exerciseId);
	if (!exercise) throw new NotFound('There is no such exercise in this lesson.');
	const kind = kindOf(app, exercise);
	return kind.missing(exercise.task, kind.emptyAnswer())[0] ?? 'There is no answer to check yet.';
}
