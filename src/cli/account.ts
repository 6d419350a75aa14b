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
	console.log(`${addressOfServer()}/reset/${secret}`);
	console.error('Give this link to the person. It works once, within 24 hours.');
	if (!process.env.ORIGIN)
		console.error('Where people reach the server by another address, put that in front of /reset.');
} catch (problem) {
	if (!(problem instanceof DomainError)) throw problem;
	console.error(problem.message);
	process.exitCode = 1;
} finally {
	store.close();
}

/** As the server's own settings have it; a server that listens everywhere is named by this machine's own address. */
function addressOfServer(): string {
	const { ORIGIN, TLS_CERT, HOST = '127.0.0.1', PORT = '3000' } = process.env;
	const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
	return ORIGIN || `${TLS_CERT ? 'https' : 'http'}://${host}:${PORT}`;
}
