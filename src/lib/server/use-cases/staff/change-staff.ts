import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import { deleteMembership, findRole } from '../../repositories/classrooms.ts';
import { countTeachers, updateRole } from '../../repositories/staff.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { parseStaffRole } from './invite-staff.ts';

/** Makes an assistant a teacher, or a teacher an assistant; one teacher always stays. */
export async function changeRole(
	app: App,
	actor: Actor,
	classroomId: string,
	typed: { personId: string; role: string },
): Promise<void> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	const role = parseStaffRole(typed.role);
	await app.store.write(async (transaction) => {
		const present = await staffRoleOf(transaction, classroomId, typed.personId);
		if (present === role) return;
		if (present === 'teacher') await keepOneTeacher(transaction, classroomId);
		await updateRole(transaction, classroomId, typed.personId, role);
	});
}

/** Takes a teacher or an assistant out. Grades and comments that they gave stay, with their name. */
export async function removeStaff(app: App, actor: Actor, classroomId: string, personId: string): Promise<void> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	await takeOut(app, classroomId, personId);
}

/** Leaves a classroom that one teaches or assists in, archive or not. */
export async function leaveStaff(app: App, actor: Actor, classroomId: string): Promise<void> {
	authorize('read a classroom as staff', actor, await relationTo(app, actor, classroomId));
	if (actor.kind === 'registered') await takeOut(app, classroomId, actor.personId);
}

async function takeOut(app: App, classroomId: string, personId: string): Promise<void> {
	await app.store.write(async (transaction) => {
		const present = await staffRoleOf(transaction, classroomId, personId);
		if (present === 'teacher') await keepOneTeacher(transaction, classroomId);
		await deleteMembership(transaction, classroomId, personId);
	});
}

async function staffRoleOf(transaction: Connection, classroomId: string, personId: string) {
	const role = await findRole(transaction, classroomId, personId);
	if (role === null || role === 'student') throw new NotFound();
	return role;
}

async function keepOneTeacher(transaction: Connection, classroomId: string): Promise<void> {
	if ((await countTeachers(transaction, classroomId)) > 1) return;
	throw new Conflict(
		'A classroom has at least one teacher, and this is its only one. Make somebody else a teacher first.',
	);
}
