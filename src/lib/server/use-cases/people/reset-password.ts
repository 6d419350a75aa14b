import { randomBytes } from 'node:crypto';
import { NotFound } from '../../../domain/errors.ts';
import type { App } from '../../app.ts';
import { hashPassword } from '../../auth/passwords.ts';
import { hashed, type CookieToSet } from '../../auth/sessions.ts';
import { findPerson, findPersonByUserName, updatePerson } from '../../repositories/people.ts';
import { deleteResetLink, findResetLink, insertResetLink } from '../../repositories/sessions.ts';
import { foldUserName, parsePassword } from './names.ts';

const LINK_LIVES_MS = 24 * 60 * 60 * 1000;

/** For the person who runs the server (`npm run account -- reset NAME`): the secret part of a one-time link. */
export async function makeResetLink(app: Pick<App, 'store' | 'now'>, typedName: string): Promise<string> {
	const person = await findPersonByUserName(app.store.read, foldUserName(typedName));
	if (!person) throw new NotFound(`Nobody has the user name ${typedName}.`);
	const secret = randomBytes(24).toString('base64url');
	const expiresAt = app.now() + LINK_LIVES_MS;
	await app.store.write((transaction) =>
		insertResetLink(transaction, { id: hashed(secret), personId: person.id, expiresAt }),
	);
	return secret;
}

/** Whose password the link would set; NotFound when it was used, is too old or never was. */
export async function readResetLink(app: App, secret: string) {
	const link = await findResetLink(app.store.read, hashed(secret));
	const person = link && link.expiresAt > app.now() ? await findPerson(app.store.read, link.personId) : undefined;
	if (!link || !person?.userName) {
		throw new NotFound('This link was used already or is too old. Ask for a new one.');
	}
	return { personId: person.id, userName: person.userName };
}

export async function resetPassword(app: App, secret: string, typedPassword: string): Promise<CookieToSet> {
	const { personId, userName } = await readResetLink(app, secret);
	const passwordHash = await hashPassword(parsePassword(typedPassword));
	await app.store.write(async (transaction) => {
		await deleteResetLink(transaction, hashed(secret));
		await updatePerson(transaction, personId, { passwordHash, mustChangePassword: false });
	});
	await app.limits.forgive(userName);
	await app.sessions.endAllOf(personId);
	return app.sessions.start(personId);
}
