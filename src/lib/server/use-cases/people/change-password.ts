import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { hashPassword } from '../../auth/passwords.ts';
import type { CookieToSet } from '../../auth/sessions.ts';
import { updatePerson } from '../../repositories/people.ts';
import { parsePassword } from './names.ts';
import { provePassword } from './prove-password.ts';

/** Sets a new password and ends every session of the person; the device at hand gets a new one. */
export async function changePassword(
	app: App,
	actor: Actor,
	typed: { current: string; next: string; address: string },
): Promise<CookieToSet> {
	authorize('keep an account', actor);
	if (actor.kind !== 'registered') throw new NotFound();
	const { personId } = actor;

	const { current: password, next, address } = typed;
	const wrong = new Invalid('That is not your present password.', 'current');
	await provePassword(app, personId, { password, address }, wrong);
	const passwordHash = await hashPassword(parsePassword(next, 'next'));
	await app.store.write((transaction) => updatePerson(transaction, personId, { passwordHash }));
	await app.sessions.endAllOf(personId);
	return app.sessions.start(personId);
}
