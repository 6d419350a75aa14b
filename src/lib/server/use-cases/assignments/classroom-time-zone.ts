import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { authorizeFor } from './assign-lesson.ts';

/** The IANA name of the zone by whose clock a teacher types dates. */
export async function classroomTimeZone(app: App, actor: Actor, classroomId: string): Promise<string> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	const classroom = await findClassroom(app.store.read, classroomId);
	if (!classroom) throw new NotFound();
	return classroom.timeZone;
}

/** The same for the classroom of an assignment. */
export async function timeZoneOfAssignment(app: App, actor: Actor, assignmentId: string): Promise<string> {
	const { classroomId } = await authorizeFor(app, actor, assignmentId);
	return (await findClassroom(app.store.read, classroomId))?.timeZone ?? 'UTC';
}
