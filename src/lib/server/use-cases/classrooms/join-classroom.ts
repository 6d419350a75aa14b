import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findClassroomByCode, findRole, insertMembership } from '../../repositories/classrooms.ts';
import { readJoinCode } from './join-code.ts';

export type Invitation = { classroomId: string; name: string; joinCode: string };

const NO_SUCH_CODE = 'No classroom has this code. Check it letter by letter, or ask your teacher.';

/** The classroom behind a code, before anybody joins. Wrong codes are counted for each address. */
export async function findInvitation(app: App, typedCode: string, address: string): Promise<Invitation> {
	const invitation = await lookUp(app, typedCode, address);
	if (!invitation) throw new Invalid(NO_SUCH_CODE, 'code');
	return invitation;
}

/** What the join page shows for a code in its address: the classroom, or a sentence why there is none. */
export async function viewInvitation(app: App, typedCode: string, address: string) {
	const code = typedCode.trim();
	if (code === '') return { code, invitation: null, problem: null };
	const invitation = await lookUp(app, code, address);
	return { code, invitation, problem: invitation ? null : NO_SUCH_CODE };
}

async function lookUp(app: App, typedCode: string, address: string): Promise<Invitation | null> {
	await app.limits.check(address);
	const classroom = await findClassroomByCode(app.store.read, readJoinCode(typedCode));
	if (classroom?.archivedAt === null)
		return { classroomId: classroom.id, name: classroom.name, joinCode: classroom.joinCode };
	await app.limits.noteFailure(address);
	return null;
}

/** Joins as a student. Joining twice changes nothing; a teacher stays a teacher. Work from before is shared with nobody. */
export async function joinClassroom(app: App, actor: Actor, typedCode: string, address: string): Promise<string> {
	authorize('join a classroom', actor);
	if (actor.kind !== 'registered') throw new NotFound();
	const { classroomId } = await findInvitation(app, typedCode, address);
	const { personId } = actor;
	await app.store.write(async (transaction) => {
		if (await findRole(transaction, classroomId, personId)) return;
		await insertMembership(transaction, { classroomId, personId, role: 'student', joinedAt: app.now() });
	});
	return classroomId;
}
