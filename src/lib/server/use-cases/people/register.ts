import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid } from '../../../domain/errors.ts';
import type { App } from '../../app.ts';
import { hashPassword } from '../../auth/passwords.ts';
import type { CookieToSet } from '../../auth/sessions.ts';
import { findPersonByUserName, insertPerson, updatePerson } from '../../repositories/people.ts';
import { parseDisplayName, parsePassword, parseUserName } from './names.ts';

export type Registration = { userName: string; displayName: string; password: string };

/** Makes an account. A guest's row gets the name, so that all work made so far stays where it is. */
export async function register(app: App, actor: Actor, typed: Registration): Promise<CookieToSet> {
	if (actor.kind === 'registered' || actor.kind === 'newcomer')
		throw new Invalid('You are signed in already. Sign out first to make another account.');
	const displayName = parseDisplayName(typed.displayName);
	const userName = parseUserName(typed.userName);
	const passwordHash = await hashPassword(parsePassword(typed.password));

	const now = app.now();
	const personId = actor.kind === 'guest' ? actor.personId : app.newId();
	const named = { userName, displayName, passwordHash, lastSeenAt: now };
	await app.store.write(async (transaction) => {
		if (await findPersonByUserName(transaction, userName)) {
			throw new Invalid('This user name is taken. Please choose another.', 'userName');
		}
		if (actor.kind === 'guest') await updatePerson(transaction, personId, named);
		else await insertPerson(transaction, { id: personId, createdAt: now, ...named });
	});

	// A new name is a new session: the guest's one ends, so that an old cookie never opens the account.
	await app.sessions.endAllOf(personId);
	return app.sessions.start(personId);
}
