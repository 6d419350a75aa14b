import type { Actor } from '../../../domain/access/actor.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { updateClassroom } from '../../repositories/classrooms.ts';
import { parseClassroomName } from './open-classroom.ts';
import { relationTo } from './relation-to.ts';
import { parseTimeZone } from './time-zone.ts';

/** Changes name and time zone. Dates that were set stay the moments that they are; they are shown by the new clock. */
export async function changeSettings(
	app: App,
	actor: Actor,
	classroomId: string,
	typed: { name: string; timeZone: string },
): Promise<void> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	const change = { name: parseClassroomName(typed.name), timeZone: parseTimeZone(typed.timeZone) };
	await app.store.write((transaction) => updateClassroom(transaction, classroomId, change));
}

/** Puts a classroom away to be read: nothing in it changes, nobody joins, nothing in it is to do any more. */
export async function archiveClassroom(app: App, actor: Actor, classroomId: string): Promise<void> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	await app.store.write((transaction) => updateClassroom(transaction, classroomId, { archivedAt: app.now() }));
}

/** Takes it out again: everything is as it was. */
export async function takeOutOfArchive(app: App, actor: Actor, classroomId: string): Promise<void> {
	authorize('keep a classroom', actor, await relationTo(app, actor, classroomId));
	await app.store.write((transaction) => updateClassroom(transaction, classroomId, { archivedAt: null }));
}
