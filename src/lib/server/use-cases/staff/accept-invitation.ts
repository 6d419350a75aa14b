import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, InArchive, NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { hashed } from '../../auth/sessions.ts';
import type { Connection } from '../../database/store.ts';
import { findRole, insertMembership } from '../../repositories/classrooms.ts';
import { deleteInvitation, findInvitation, updateRole } from '../../repositories/staff.ts';

const GONE = 'This invitation was used already, was taken back, or is too old. Ask for a new one.';

/** What a link invites to. Whoever holds it may know that; only a registered person may accept it. */
export async function viewStaffInvitation(app: App, actor: Actor, secret: string) {
	const { classroomId, classroomName, role, invitedBy } = await readInvitation(app, app.store.read, secret);
	const present = actor.kind === 'registered' ? await findRole(app.store.read, classroomId, actor.personId) : null;
	return { classroomId, classroomName, role, invitedBy, refusal: whyNot(present, role) };
}

/**
 * Makes the person who asks a teacher or an assistant, once. The teacher's word stands in for the teacher code of the
 * server.
 */
export async function acceptInvitation(app: App, actor: Actor, secret: string): Promise<string> {
	authorize('join a classroom', actor);
	if (actor.kind !== 'registered') throw new NotFound();
	const { personId } = actor;
	return app.store.write(async (transaction) => {
		const { classroomId, role, archivedAt } = await readInvitation(app, transaction, secret);
		if (archivedAt !== null) throw new InArchive();
		const present = await findRole(transaction, classroomId, personId);
		const refusal = whyNot(present, role);
		if (refusal !== null) throw new Conflict(refusal);
		if (present) await updateRole(transaction, classroomId, personId, role);
		else await insertMembership(transaction, { classroomId, personId, role, joinedAt: app.now() });
		await deleteInvitation(transaction, classroomId, hashed(secret));
		return classroomId;
	});
}

async function readInvitation(app: App, connection: Connection, secret: string) {
	const invitation = await findInvitation(connection, hashed(secret));
	if (!invitation || invitation.expiresAt <= app.now()) throw new NotFound(GONE);
	return invitation;
}

function whyNot(present: 'teacher' | 'assistant' | 'student' | null, role: 'teacher' | 'assistant'): string | null {
	if (present === 'student') {
		return 'You are a student of this classroom and have work in it, so you cannot grade in it too. A second account can.';
	}
	if (present === 'teacher') return 'You are a teacher of this classroom already.';
	if (present === role) return 'You are an assistant of this classroom already.';
	return null;
}
