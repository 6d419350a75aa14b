import { NotFound, type Invalid } from '../../../domain/errors.ts';
import type { App } from '../../app.ts';
import { passwordMatches } from '../../auth/passwords.ts';
import { findPerson } from '../../repositories/people.ts';

/**
 * Whoever sits at a computer that somebody left signed in proves to be that person first. Wrong tries count as they do at
 * signing in: throws TooMany, or what the caller says of a wrong password.
 */
export async function provePassword(
	app: App,
	personId: string,
	typed: { password: string; address: string },
	wrong: Invalid,
): Promise<void> {
	const person = await findPerson(app.store.read, personId);
	if (!person?.userName || !person.passwordHash) throw new NotFound();
	await app.limits.countTry(typed.address, person.userName);
	if (!(await passwordMatches(typed.password, person.passwordHash))) throw wrong;
	await app.limits.takeBack(typed.address, person.userName);
}
