import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { hashPassword, passwordMatches } from '../../auth/passwords.ts';
import type { CookieToSet } from '../../auth/sessions.ts';
import { findPerson, updatePerson } from '../../repositories/people.ts';
import { parsePassword } from './names.ts';

/**
 * A newcomer puts a password of their own in the place of the one on the card, and is a registered person from then on.
 * The card's password was proved by signing in and is not asked again; every other session that it opened ends.
 */
export async function chooseOwnPassword(app: App, actor: Actor, typedPassword: string): Promise<CookieToSet> {
	authorize('choose an own password', actor);
	if (actor.kind !== 'newcomer') throw new NotFound();
	const { personId } = actor;

	const password = parsePassword(typedPassword);
	const before = (await findPerson(app.store.read, personId))?.passwordHash ?? '';
	if (await passwordMatches(password, before)) {
		throw new Invalid('That is the password on the card. Choose one that nobody else has seen.', 'password');
	}
	const passwordHash = await hashPassword(password);
	await app.store.write(async (transaction) => {
		// New cards may have been made meanwhile: then this one's password no longer stands for the person.
		if ((await findPerson(transaction, personId))?.passwordHash !== before) throw new NotFound();
		await updatePerson(transaction, personId, { passwordHash, mustChangePassword: false });
	});
	await app.sessions.endAllOf(personId);
	return app.sessions.start(personId);
}
