import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, NotFound } from '../../../domain/errors.ts';
import { mayStartAnother } from '../../../domain/grading/attempts-rule.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';
import { findAttemptsOnAssignment, insertAttempt, type AttemptRow } from '../../repositories/attempts.ts';
import { findException } from '../../repositories/exceptions.ts';
import { refuseLockedStep } from '../assignments/locked-step.ts';
import { relationToAssignment } from '../classrooms/relation-to.ts';
import { refuseUnlessOpen } from './taking-in.ts';

/** Begins a student's next attempt, from empty. The ones before it stay as they were handed in. */
export async function startAttempt(app: App, actor: Actor, assignmentId: string): Promise<void> {
	const relation = await relationToAssignment(app, actor, assignmentId);
	authorize('do assigned work', actor, relation);
	if (!relation || actor.kind === 'nobody') throw new NotFound();
	const { assignment } = relation;
	const { personId } = actor;
	await app.store.write(async (transaction) => {
		const attempts = await findAttemptsOnAssignment(transaction, assignmentId, personId);
		// A second press, or another tab, was first: that attempt is the one.
		if (attempts.at(-1)?.handedInAt === null) return;
		refuseUnlessOpen(app, assignment, await findException(transaction, assignmentId, personId));
		await refuseLockedStep(app, transaction, assignment, personId);
		if (attempts.length > 0 && !mayStartAnother(attempts, { allowed: assignment.attemptsAllowed, closed: false })) {
			throw new Conflict('This may not be handed in again: every attempt that your teacher allows was made.');
		}
		await openAttempt(app, transaction, assignment, personId, attempts.length + 1);
	});
}

/** A new attempt counts only where there is no other. */
export async function openAttempt(
	app: App,
	transaction: Connection,
	assignment: AssignmentRow,
	personId: string,
	number: number,
): Promise<AttemptRow> {
	const attempt: AttemptRow = {
		id: app.newId(),
		personId,
		lesson: assignment.lesson,
		editionId: assignment.editionId,
		assignmentId: assignment.id,
		number,
		counts: number === 1,
		openedAt: app.now(),
		handedInAt: null,
		late: false,
		toGrade: 0,
		returnedAt: null,
		comment: null,
		draftComment: null,
	};
	await insertAttempt(transaction, attempt);
	return attempt;
}
