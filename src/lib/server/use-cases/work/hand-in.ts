import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import { isLate, ownDueAt } from '../../../domain/grading/exceptions.ts';
import type { Edition } from '../../../domain/lessons/edition.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { closeAnswer, findAnswers, insertAnswer, type AnswerRow } from '../../repositories/answers.ts';
import { findAssignment } from '../../repositories/assignments.ts';
import { findAttempt, updateAttempt } from '../../repositories/attempts.ts';
import { findException } from '../../repositories/exceptions.ts';
import { countToGrade } from '../../repositories/grading.ts';
import { insertScore } from '../../repositories/scores.ts';
import { assignedRuledEdition } from '../assignments/assigned-edition.ts';
import { ownershipOf } from '../classrooms/relation-to.ts';
import { kindOf, storedAnswer } from './parse-answer.ts';
import { scoreAnswer } from './score-answer.ts';
import { settleAttempts } from './settle-attempts.ts';
import { refuseUnlessOpen } from './taking-in.ts';

/** What is still missing from work that is about to be handed in; never says whether anything is right. */
export class Incomplete extends Invalid {
	readonly missing: { exerciseId: string; sentences: string[] }[];
	constructor(missing: { exerciseId: string; sentences: string[] }[]) {
		super(missing.length === 1 ? 'One exercise is not finished.' : `${missing.length} exercises are not finished.`);
		this.missing = missing;
	}
}

/** Hands in one attempt on an assignment, whole and once. Unfinished work goes in only when the student says so (`anyway`). */
export async function handIn(app: App, actor: Actor, attemptId: string, anyway: boolean): Promise<void> {
	const found = await findAttempt(app.store.read, attemptId);
	authorize('change own work', actor, await ownershipOf(app, found));
	if (!found?.assignmentId) throw new NotFound();
	const assignment = await findAssignment(app.store.read, found.assignmentId);
	if (!assignment) throw new NotFound();

	const now = app.now();
	await app.store.write(async (transaction) => {
		const attempt = await findAttempt(transaction, attemptId);
		if (!attempt || attempt.handedInAt !== null) {
			throw new Conflict('This work was handed in already. What you handed in is safe; nothing was changed.');
		}
		const exception = await findException(transaction, assignment.id, attempt.personId);
		refuseUnlessOpen(app, assignment, exception);
		// Inside the transaction: a ruling that comes meanwhile finds this work either scored or not handed in.
		const edition = await assignedRuledEdition(app, transaction, assignment);
		const answers = await findAnswers(transaction, attemptId);
		const missing = whatIsMissing(app, edition, answers);
		if (missing.length > 0 && !anyway) throw new Incomplete(missing);

		for (const exercise of edition.exercises) {
			const row = answers.find((candidate) => candidate.exerciseId === exercise.id);
			const answer = storedAnswer(app, exercise, row);
			const place = { attemptId, exerciseId: exercise.id, tryNumber: 1 };
			if (row) await closeAnswer(transaction, place, now);
			else {
				const content = JSON.stringify(answer);
				await insertAnswer(transaction, { ...place, revision: 1, content, savedAt: now, checkedAt: now });
			}
			await insertScore(transaction, scoreAnswer(app, edition, exercise, { ...place, answer }, now));
		}
		const late = isLate(now, ownDueAt(assignment.dueAt, exception));
		await updateAttempt(transaction, attemptId, { handedInAt: now, late });
		await settleAttempts(app, transaction, attempt);
		await countToGrade(transaction, attemptId);
	});
}

function whatIsMissing(app: App, edition: Edition, answers: AnswerRow[]) {
	return edition.exercises
		.filter((exercise) => exercise.points > 0)
		.map((exercise) => {
			const row = answers.find((candidate) => candidate.exerciseId === exercise.id);
			const answer = storedAnswer(app, exercise, row);
			return { exerciseId: exercise.id, sentences: kindOf(app, exercise).missing(exercise.task, answer) };
		})
		.filter((exercise) => exercise.sentences.length > 0);
}
