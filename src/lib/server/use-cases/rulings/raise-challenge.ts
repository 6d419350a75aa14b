import { safeParse } from 'valibot';
import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import { mayHaveFeedback } from '../../../domain/grading/feedback-rule.ts';
import { challengeTargetSchema } from '../../../domain/grading/challenge-target-schema.ts';
import { targetKey, type ChallengeTarget } from '../../../domain/grading/rulings.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findAnswer } from '../../repositories/answers.ts';
import { findAttemptsOnAssignment } from '../../repositories/attempts.ts';
import { findException } from '../../repositories/exceptions.ts';
import { insertChallenge } from '../../repositories/rulings.ts';
import { relationToAssignment } from '../classrooms/relation-to.ts';
import { assignedWork } from '../work/open-assigned-work.ts';
import { scorerOf, storedAnswer } from '../work/parse-answer.ts';
import { assignedRuledEdition } from '../assignments/assigned-edition.ts';

const LONGEST_REASON = 2_000;

/**
 * A student objects to one span, one extra mark or one option of work whose feedback is out, with a reason; of the attempt of
 * that number, or of the one that counts.
 */
export async function raiseChallenge(
	app: App,
	actor: Actor,
	assignmentId: string,
	typed: { exerciseId: string; target: string; reason: string; attempt?: number | null },
): Promise<void> {
	const relation = await relationToAssignment(app, actor, assignmentId);
	authorize('do assigned work', actor, relation);
	const assignment = relation?.assignment;
	const personId = actor.kind === 'nobody' ? '' : actor.personId;
	const attempts = await findAttemptsOnAssignment(app.store.read, assignmentId, personId);
	const attempt = attempts.find(({ number, counts }) => (typed.attempt ? number === typed.attempt : counts));
	const exception = await findException(app.store.read, assignmentId, personId);
	if (!assignment || !attempt || !mayHaveFeedback(assignedWork(assignment, attempt, exception), app.now())) {
		throw new NotFound();
	}

	const { classroomId } = assignment;
	const edition = await assignedRuledEdition(app, app.store.read, assignment);
	const exercise = edition.exercises.find(({ id }) => id === typed.exerciseId);
	if (!exercise) throw new NotFound();
	const place = { attemptId: attempt.id, exerciseId: exercise.id, tryNumber: 1 };
	const answer = storedAnswer(app, exercise, await findAnswer(app.store.read, place));
	const target = readTarget(typed.target);
	const { task, key, points } = exercise;
	const input = { task, key, points, answer, documents: edition.documents, exerciseId: exercise.id };
	if (!target || scorerOf(app, exercise).isChallengeable?.(input, target) !== true) {
		throw new Invalid('What you object to is not in this exercise any more. Please reload the page.', 'reason');
	}
	const row = {
		id: app.newId(),
		classroomId,
		attemptId: attempt.id,
		exerciseId: exercise.id,
		target: JSON.stringify(target),
		targetKey: targetKey(target),
		reason: readReason(typed.reason),
		createdAt: app.now(),
	};
	if (await app.store.write((transaction) => insertChallenge(transaction, row))) return;
	throw new Conflict('You have objected to this already. Your teacher will answer; nothing was sent twice.');
}

function readTarget(typed: string): ChallengeTarget | null {
	try {
		const parsed = safeParse(challengeTargetSchema, JSON.parse(typed));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}

function readReason(typed: string): string {
	const reason = typed.trim();
	if (reason === '') throw new Invalid('Say why you disagree: a sentence is enough.', 'reason');
	if (reason.length > LONGEST_REASON) {
		throw new Invalid(`A reason has at most ${LONGEST_REASON.toLocaleString('en')} characters.`, 'reason');
	}
	return reason;
}
