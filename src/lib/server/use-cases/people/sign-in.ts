import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid } from '../../../domain/errors.ts';
import type { App } from '../../app.ts';
import { passwordMatches, spendOnePasswordCheck } from '../../auth/passwords.ts';
import type { CookieToSet } from '../../auth/sessions.ts';
import { findAttemptsOf, giveAttemptsTo } from '../../repositories/attempts.ts';
import { deletePerson, findPersonByUserName } from '../../repositories/people.ts';
import { hasStudied } from '../../repositories/study.ts';
import { takeStudyAlong } from '../study/end-session.ts';
import { foldUserName } from './names.ts';

export type Credentials = { userName: string; password: string; address: string };

/** One sentence for an unknown name and for a wrong password: it must not tell which names exist. */
const NO_MATCH = 'That user name and password do not go together. Check both and try again.';

/**
 * Signs in. `takeWorkAlong` moves a guest's work on this device into the account; otherwise it stays with the guest,
 * whom nobody can reach any more, and is deleted when its time is over.
 */
export async function signIn(app: App, actor: Actor, typed: Credentials, takeWorkAlong: boolean): Promise<CookieToSet> {
	const userName = foldUserName(typed.userName);
	await app.limits.countTry(typed.address, userName);

	const person = await findPersonByUserName(app.store.read, userName);
	const matches = person?.passwordHash
		? await passwordMatches(typed.password, person.passwordHash)
		: await spendOnePasswordCheck(typed.password);
	if (!person || matches !== true) throw new Invalid(NO_MATCH);
	await app.limits.takeBack(typed.address, userName);
	await app.limits.forgive(userName);

	if (actor.kind === 'guest' && takeWorkAlong) {
		await app.store.write(async (transaction) => {
			await giveAttemptsTo(transaction, actor.personId, person.id);
			await takeStudyAlong(transaction, actor.personId, person.id);
			await deletePerson(transaction, actor.personId);
		});
	}
	return app.sessions.start(person.id);
}

/** Whether signing in has to ask what becomes of the work on this device. */
export async function guestHasWork(app: App, actor: Actor): Promise<boolean> {
	if (actor.kind !== 'guest') return false;
	const attempts = await findAttemptsOf(app.store.read, actor.personId);
	return attempts.length > 0 || (await hasStudied(app.store.read, actor.personId));
}
