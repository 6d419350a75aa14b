/** `npm run restore -- FILE`: puts a backup in the place of the database. The server has to be stopped for it. */
import { resolve } from 'node:path';
import { databaseFile } from '../lib/server/data-folder.ts';
import { BackupProblem, restore } from '../lib/server/database/backup.ts';

const [file, ...rest] = process.argv.slice(2);
if (!file || rest.length > 0 || file.startsWith('-')) {
	console.error('Use: npm run restore -- FILE');
	process.exit(2);
}

try {
	const { database, replaced } = await restore(resolve(file), resolve(databaseFile()), Date.now());
	console.log(database);
	console.error(replaced === null ? 'Restored.' : `Restored. What was there before is kept: ${replaced}`);
	console.error('Start the server again with `npm start`.');
} catch (problem) {
	if (!(problem instanceof BackupProblem)) throw problem;
	console.error(problem.message);
	process.exitCode = 1;
}
