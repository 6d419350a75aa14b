import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid } from '../../../domain/errors.ts';
import type { Exception } from '../../../domain/grading/exceptions.ts';
import type { App } from '../../app.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';
import { findRole } from '../../repositories/classrooms.ts';
import { deleteException, saveException } from '../../repositories/exceptions.ts';
import { judgeAgain } from '../work/settle-attempts.ts';
import { authorizeFor } from './assign-lesson.ts';

/** Gives one student more time on an assignment, or excuses the student from it. */
export async function makeException(
	app: App,
	actor: Actor,
	assignmentId: string,
	typed: Exception & { personId: string },
): Promise<void> {
	const assignment = await authorizeFor(app, actor, assignmentId);
	const { personId, excused } = typed;
	const dueAt = excused ? null : readOwnDue(assignment, typed.dueAt);
	await app.store.write(async (transaction) => {
		if ((await findRole(transaction, assignment.classroomId, personId)) !== 'student') {
			throw new Invalid('Please choose a student of this classroom.', 'student');
		}
		await saveException(transaction, { assignmentId, personId, dueAt, excused, createdAt: app.now() });
		await judgeAgain(app, transaction, assignmentId, personId);
	});
}

/** From now on the rules of the class hold for this student too. */
export async function endException(app: App, actor: Actor, assignmentId: string, personId: string): Promise<void> {
	await authorizeFor(app, actor, assignmentId);
	await app.store.write(async (transaction) => {
		await deleteException(transaction, assignmentId, personId);
		await judgeAgain(app, transaction, assignmentId, personId);
	});
}

function readOwnDue({ dueAt: classDueAt }: AssignmentRow, dueAt: number | null): number {
	if (dueAt === null || !Number.isSafeInteger(dueAt)) {
		throw new Invalid('Please say until when, or excuse the student.', 'ownDue');
	}
	if (classDueAt !== null && dueAt <= classDueAt) {
		throw new Invalid('The class has at least as long. A date of one’s own is a later one.', 'ownDue');
	}
	return dueAt;
}
