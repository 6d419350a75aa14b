import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { hashPassword, passwordMatches } from '../../auth/passwords.ts';
import type { CookieToSet } from '../../auth/sessions.ts';
import { findPerson, updatePerson } from '../../repositories/people.ts';
import { parsePassword } from './names.ts';

/** Sets a new password and ends every session of the person; the device at hand gets a new one. */
export async function changePassword(
	app: App,
	actor: Actor,
	typed: { current: string; next: string; address: string },
): Promise<CookieToSet> {
	authorize('keep an account', actor);
	const person = actor.kind === 'registered' ? await findPerson(app.store.read, actor.personId) : undefined;
	if (!person?.userName || !person.passwordHash) throw new NotFound();

	await app.limits.countTry(typed.address, person.userName);
	if (!(await passwordMatches(typed.current, person.passwordHash))) {
		throw new Invalid('That is not your present password.', 'current');
	}
	await app.limits.takeBack(typed.address, person.userName);
	const passwordHash = await hashPassword(parsePassword(typed.next, 'next'));
	await app.store.write((transaction) => updatePerson(transaction, person.id, { passwordHash }));
	await app.sessions.endAllOf(person.id);
	return app.sessions.start(person.id);
}
