import type { Actor } from '../../../domain/access/actor.ts';
import type { ClassroomSubject, WorkSubject } from '../../../domain/access/rules.ts';
import type { App } from '../../app.ts';
import { findMembership, isArchived } from '../../repositories/classrooms.ts';
import { findAssignment, type AssignmentRow } from '../../repositories/assignments.ts';
import type { AttemptRow } from '../../repositories/attempts.ts';

const STRANGER: ClassroomSubject = { role: null, archived: false };

/** What the actor is to a classroom: what `authorize` asks about. A classroom that is not there has only strangers. */
export async function relationTo(app: App, actor: Actor, classroomId: string): Promise<ClassroomSubject> {
	if (actor.kind === 'nobody') return STRANGER;
	const membership = await findMembership(app.store.read, classroomId, actor.personId);
	return membership ? { role: membership.role, archived: membership.archivedAt !== null } : STRANGER;
}

/**
 * An assignment with what the actor is to its classroom; null where there is none. What came along with one student is
 * not there for the others.
 */
export async function relationToAssignment(
	app: App,
	actor: Actor,
	assignmentId: string,
): Promise<(ClassroomSubject & { assignment: AssignmentRow }) | null> {
	const assignment = await findAssignment(app.store.read, assignmentId);
	if (!assignment) return null;
	const relation = await relationTo(app, actor, assignment.classroomId);
	const isAnothers = assignment.onlyFor !== null && actor.kind !== 'nobody' && assignment.onlyFor !== actor.personId;
	return { ...(relation.role === 'student' && isAnothers ? STRANGER : relation), assignment };
}

/** Whose work it is, and whether it is for a classroom in the archive; null where there is none. */
export async function ownershipOf(app: App, attempt: AttemptRow | undefined): Promise<WorkSubject | null> {
	if (!attempt) return null;
	const archived = attempt.assignmentId !== null && (await isArchived(app.store.read, attempt.assignmentId));
	return { ownerId: attempt.personId, archived };
}
