import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import type { Decision, StartedFrom } from '../../../domain/grading/deciding.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import { countToGrade, deleteDraft } from '../../repositories/grading.ts';
import { findGrades, insertGrade } from '../../repositories/scores.ts';
import { assignedEdition } from '../assignments/assigned-edition.ts';
import { settleAttempts } from '../work/settle-attempts.ts';
import { HALF_DONE, isHalfDone, readDecision, refuseIfDecidedMeanwhile, type TypedDecision } from './decision.ts';
import { findSubmission, personOf } from './find-submission.ts';

/**
 * The teacher's decision on one exercise. Empty points leave the score standing; a row is added, none is changed. The
 * student sees it as soon as feedback may be seen. `from` is left out only where nobody looked first.
 */
export async function gradeExercise(
	app: App,
	actor: Actor,
	attemptId: string,
	typed: TypedDecision,
	from?: StartedFrom,
): Promise<void> {
	const { attempt, assignment } = await findSubmission(app, actor, attemptId);
	const edition = await assignedEdition(app, assignment);
	const exercise = edition.exercises.find((candidate) => candidate.id === typed.exerciseId);
	if (!exercise) throw new NotFound();

	const decision = readDecision(app, exercise, typed);
	if (isHalfDone(decision)) throw new Invalid(HALF_DONE, `points-${exercise.id}`);
	await app.store.write(async (transaction) => {
		const by = personOf(actor);
		await refuseIfDecidedMeanwhile(transaction, { attemptId, exerciseId: exercise.id, by }, from);
		await publish(app, transaction, attempt.id, exercise.id, decision, by);
		await countToGrade(transaction, attemptId);
		await settleAttempts(app, transaction, attempt);
	});
}

/** Makes a decision a grade; one that says the same as the newest adds nothing to the history. Its draft is done with. */
export async function publish(
	app: App,
	transaction: Connection,
	attemptId: string,
	exerciseId: string,
	{ points, comment, levels: chosen }: Decision,
	gradedBy: string | null,
): Promise<boolean> {
	await deleteDraft(transaction, attemptId, exerciseId);
	const last = (await findGrades(transaction, attemptId)).findLast((row) => row.exerciseId === exerciseId);
	const levels = chosen && JSON.stringify(chosen);
	const isSame = last
		? last.points === points && last.comment === comment && last.levels === levels
		: points === null && comment === '';
	if (isSame) return false;
	// Grades are told apart by time: a clock that was set back must not turn their order round.
	const createdAt = Math.max(app.now(), (last?.createdAt ?? 0) + 1);
	await insertGrade(transaction, {
		id: app.newId(),
		attemptId,
		exerciseId,
		points,
		levels,
		comment,
		gradedBy,
		createdAt,
	});
	return true;
}
