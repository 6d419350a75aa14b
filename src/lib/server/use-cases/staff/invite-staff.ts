import { randomBytes } from 'node:crypto';
import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { hashed } from '../../auth/sessions.ts';
import { deleteInvitation, insertInvitation, type StaffRole } from '../../repositories/staff.ts';
import { relationTo } from '../classrooms/relation-to.ts';

export const INVITATION_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;

/** The secret part of a one-time link that makes a colleague a teacher or an assistant. It is told once, and not kept. */
export async function inviteStaff(app: App, actor: Actor, classroomId: string, typedRole: string): Promise<string> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	const role = parseStaffRole(typedRole);
	const secret = randomBytes(24).toString('base64url');
	const now = app.now();
	await app.store.write((transaction) =>
		insertInvitation(transaction, {
			id: hashed(secret),
			classroomId,
			role,
			invitedBy: actor.kind === 'registered' ? actor.personId : null,
			createdAt: now,
			expiresAt: now + INVITATION_DAYS * DAY,
		}),
	);
	return secret;
}

/** From now on the link lets nobody in. */
export async function takeBackInvitation(app: App, actor: Actor, classroomId: string, id: string): Promise<void> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	const deleted = await app.store.write((transaction) => deleteInvitation(transaction, classroomId, id));
	if (!deleted) throw new Conflict('This invitation was used or taken back a moment ago.');
}

export function parseStaffRole(typed: string): StaffRole {
	if (typed === 'teacher' || typed === 'assistant') return typed;
	throw new Invalid('Please choose between teacher and assistant.', 'role');
}
