/** `npm run backup [-- FOLDER]`: a checked copy of the database, made while the server runs; old copies are thinned out. */
import { dirname, join, resolve } from 'node:path';
import { statSync } from 'node:fs';
import { databaseFile } from '../lib/server/data-folder.ts';
import { backUp, BackupProblem } from '../lib/server/database/backup.ts';

const [folder, ...rest] = process.argv.slice(2);
if (rest.length > 0 || folder?.startsWith('-')) {
	console.error('Use: npm run backup [-- FOLDER]');
	process.exit(2);
}

const database = resolve(databaseFile());
try {
	const { file, removed } = await backUp(database, resolve(folder ?? join(dirname(database), 'backups')), Date.now());
	console.log(file);
	const size = (statSync(file).size / 1024 ** 2).toFixed(1);
	const thinned = removed.length === 0 ? '' : ` Removed ${removed.length} older than the newest 14 and one a month.`;
	console.error(`${size} MB, checked and whole.${thinned}`);
} catch (problem) {
	if (!(problem instanceof BackupProblem)) throw problem;
	console.error(problem.message);
	process.exitCode = 1;
}
