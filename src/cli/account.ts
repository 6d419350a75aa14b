/** `npm run account -- reset NAME`: prints a one-time link that sets a new password. There is no administrator page. */
import { DomainError } from '../lib/domain/errors.ts';
import { openStore } from '../lib/server/database/store.ts';
import { databaseFile } from '../lib/server/data-folder.ts';
import { makeResetLink } from '../lib/server/use-cases/people/reset-password.ts';

const [verb, name, ...rest] = process.argv.slice(2);
if (verb !== 'reset' || !name || rest.length > 0) {
	console.error('Use: npm run account -- reset NAME');
	process.exit(2);
}

const store = openStore(databaseFile());
try {
	const secret = await makeResetLink({ store, now: Date.now }, name);
	const origin = process.env.ORIGIN ?? `http://${process.env.HOST ?? '127.0.0.1'}:${process.env.PORT ?? '3000'}`;
	console.log(`${origin}/reset/${secret}`);
	console.error('Give this link to the person. It works once, within 24 hours.');
} catch (problem) {
	if (!(problem instanceof DomainError)) throw problem;
	console.error(problem.message);
	process.exitCode = 1;
} finally {
	store.close();
}
