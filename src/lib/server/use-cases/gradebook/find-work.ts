import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import type { App } from '../../app.ts';
import { findAttemptForAssignment } from '../../repositories/attempts.ts';
import { authorizeFor } from '../assignments/assign-lesson.ts';

/** The work of a student on an assignment; null as long as there is nothing that can be read. */
export async function findWork(
	app: App,
	actor: Actor,
	{ classroomId, assignmentId, personId }: { classroomId: string; assignmentId: string; personId: string },
): Promise<{ attemptId: string | null }> {
	const assignment = await authorizeFor(app, actor, assignmentId, 'read a classroom as staff');
	if (assignment.classroomId !== classroomId) throw new NotFound();
	const attempt = await findAttemptForAssignment(app.store.read, assignmentId, personId);
	if (attempt?.handedInAt == null) return { attemptId: null };
	// While names are hidden, no name leads to a piece of work.
	return { attemptId: assignment.namesHidden && attempt.returnedAt === null ? null : attempt.id };
}
