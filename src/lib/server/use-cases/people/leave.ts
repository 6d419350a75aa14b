import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { deleteClassroom, findClassroomsTaughtAlone } from '../../repositories/classrooms.ts';
import { deleteGuestsUnseenSince, deletePerson } from '../../repositories/people.ts';
import { deleteNoticesSeenBefore } from '../../repositories/notices.ts';
import { SESSION_DAYS } from '../../auth/sessions.ts';
import { provePassword } from './prove-password.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What would go with the person: classrooms that nobody else teaches. */
export async function whatGoesAlong(app: App, actor: Actor) {
	authorize('have data', actor);
	if (actor.kind !== 'registered') return [];
	return findClassroomsTaughtAlone(app.store.read, actor.personId);
}

/** Deletes the person with all work, and the classrooms that only this person taught. A named one gives the password. */
export async function deleteOwnData(
	app: App,
	actor: Actor,
	typed: { password: string; sure: boolean; address: string },
): Promise<void> {
	authorize('have data', actor);
	if (!typed.sure) throw new Invalid('Please tick the box if you mean it. Nothing was deleted.', 'sure');
	if (actor.kind === 'nobody') return;
	if (actor.kind === 'registered') {
		const wrong = new Invalid('That is not your password. Nothing was deleted.', 'password');
		await provePassword(app, actor.personId, typed, wrong);
	}

	await app.store.write(async (transaction) => {
		const alone = await findClassroomsTaughtAlone(transaction, actor.personId);
		for (const { id } of alone) await deleteClassroom(transaction, id);
		await deletePerson(transaction, actor.personId);
	});
}

/** Guests who were not here for half a year go, with their work; so do sessions that ended. */
export async function forgetTheLongGone(app: Pick<App, 'store' | 'sessions' | 'now'>): Promise<number> {
	await app.sessions.sweep();
	const longAgo = app.now() - SESSION_DAYS * DAY;
	return app.store.write(async (transaction) => {
		await deleteNoticesSeenBefore(transaction, longAgo);
		return deleteGuestsUnseenSince(transaction, longAgo);
	});
}
