import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import { ownDueAt } from '../../../domain/grading/exceptions.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { findException } from '../../repositories/exceptions.ts';
import { relationToAssignment } from '../classrooms/relation-to.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';

/** What a student may know of work that is not open yet: that it comes, and when. */
export type Door = {
	title: string;
	classroomName: string;
	timeZone: string;
	opensAt: number;
	/** The student's own. */
	dueAt: number | null;
};

/** The door of an assignment that has not opened; null when it has. */
export async function viewDoor(app: App, actor: Actor, assignmentId: string): Promise<Door | null> {
	const relation = await relationToAssignment(app, actor, assignmentId);
	authorize('see own results', actor, relation);
	if (!relation || actor.kind === 'nobody') throw new NotFound();
	const { assignment } = relation;
	if (assignment.openAt === null || app.now() >= assignment.openAt) return null;
	const classroom = await findClassroom(app.store.read, assignment.classroomId);
	const exception = await findException(app.store.read, assignmentId, actor.personId);
	return {
		title: lessonTitle(app, assignment.lesson),
		classroomName: classroom?.name ?? '',
		timeZone: classroom?.timeZone ?? 'UTC',
		opensAt: assignment.openAt,
		dueAt: ownDueAt(assignment.dueAt, exception),
	};
}
