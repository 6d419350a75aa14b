/** Copies of the one database file: made while the server writes, checked, and put back. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { backupName, fileDate, superfluousBackups } from './which-backups-stay.ts';

/** Why nothing was copied or put back, in a sentence with what to do. */
export class BackupProblem extends Error {
	override name = 'BackupProblem';
}

/** One step for the whole file: in smaller ones each commit of the server would make the copy begin anew. */
const ALL_PAGES = 0x7fffffff;

export type Backup = { file: string; removed: string[] };

/** Copies the database as it stands, with everything that was committed before; checks the copy, then removes old ones. */
export async function backUp(database: string, folder: string, now: number): Promise<Backup> {
	if (!existsSync(database)) throw new BackupProblem(`There is no database at ${database}: nothing was copied.`);
	mkdirSync(folder, { recursive: true });
	const file = join(folder, backupName(now));
	await copyChecked(database, file);

	const removed = superfluousBackups(readdirSync(folder), now);
	for (const name of removed) rmSync(join(folder, name));
	return { file, removed };
}

export type Restored = { database: string; replaced: string | null };

/** Puts a backup in the place of the database. What was there before stays beside it, with the date in its name. */
export async function restore(
	backup: string,
	database: string,
	now: number,
	migrations = './drizzle',
): Promise<Restored> {
	if (!existsSync(backup)) throw new BackupProblem(`There is no file ${backup}: nothing was changed.`);
	refuseForeign(backup, migrations);
	mkdirSync(dirname(database), { recursive: true });

	const incoming = `${database}.incoming`;
	await copyChecked(backup, incoming);
	try {
		takeOutOfUse(database);
		const replaced = moveAside(database, now);
		renameSync(incoming, database);
		return { database, replaced };
	} finally {
		rmSync(incoming, { force: true });
	}
}

/** A copy appears under its name only when it is whole. */
async function copyChecked(from: string, to: string): Promise<void> {
	const partial = `${to}.partial`;
	rmSync(partial, { force: true });
	try {
		const source = open(from);
		try {
			await source.backup(partial, { progress: () => ALL_PAGES });
		} finally {
			source.close();
		}
		checkWhole(partial, from);
		renameSync(partial, to);
	} catch (problem) {
		if (problem instanceof BackupProblem) throw problem;
		throw new BackupProblem(`${from} could not be copied to ${to}: ${messageOf(problem)}. Nothing was changed.`);
	} finally {
		for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(partial + ending, { force: true });
	}
}

function open(file: string): Database.Database {
	const database = new Database(file, { fileMustExist: true });
	database.pragma('busy_timeout = 5000');
	return database;
}

function checkWhole(copy: string, from: string): void {
	const database = open(copy);
	try {
		// One file and nothing beside it, so that it can be carried away.
		database.pragma('journal_mode = DELETE');
		const said = database.pragma('integrity_check', { simple: true });
		const loose = database.pragma('foreign_key_check') as unknown[];
		if (said === 'ok' && loose.length === 0) return;
		const fault = said === 'ok' ? `${loose.length} rows belong to nothing` : String(said);
		throw new BackupProblem(`The copy of ${from} is damaged (${fault}). It was thrown away; nothing was changed.`);
	} finally {
		database.close();
	}
}

/** Only a database of Underline, and none of a newer version than this one, may become the database. */
function refuseForeign(backup: string, migrations: string): void {
	const journal = readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8');
	const known = (JSON.parse(journal) as { entries: { when: number }[] }).entries.at(-1)?.when ?? 0;
	const made = newestMigration(backup);
	if (made === null) {
		throw new BackupProblem(`${backup} is no backup of Underline, or it is damaged. Nothing was changed.`);
	}
	if (made > known) {
		throw new BackupProblem(
			`${backup} was made by a newer Underline than this one. Update first. Nothing was changed.`,
		);
	}
}

function newestMigration(backup: string): number | null {
	let database: Database.Database | undefined;
	try {
		database = new Database(backup, { fileMustExist: true, readonly: true });
		return database.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number | null;
	} catch {
		return null;
	} finally {
		database?.close();
	}
}

/**
 * A database leaves WAL mode only while nobody else has it open, and every connection of a server keeps it open: so this
 * asks the file itself whether a server runs. It also brings the last commits from the log into the file.
 */
function takeOutOfUse(database: string): void {
	if (!existsSync(database)) return;
	const connection = new Database(database, { fileMustExist: true, timeout: 500 });
	try {
		connection.pragma('journal_mode = DELETE');
	} catch (problem) {
		if (codeOf(problem).startsWith('SQLITE_BUSY') || codeOf(problem).startsWith('SQLITE_LOCKED')) {
			throw new BackupProblem(
				`The server is running on ${database}. Stop it (Ctrl+C where \`npm start\` runs), restore, and start it again. Nothing was changed.`,
			);
		}
		// A database so damaged that it cannot be opened is what a backup is there to replace.
		if (!['SQLITE_NOTADB', 'SQLITE_CORRUPT'].some((code) => codeOf(problem).startsWith(code))) throw problem;
	} finally {
		connection.close();
	}
}

/** The log goes along: left behind, it would be played into the restored file. */
function moveAside(database: string, now: number): string | null {
	if (!existsSync(database)) {
		for (const ending of ['-wal', '-shm']) rmSync(database + ending, { force: true });
		return null;
	}
	const replaced = join(dirname(database), `${basename(database, '.db')}-replaced-${fileDate(now)}.db`);
	for (const ending of ['-wal', '-shm', '']) {
		if (existsSync(database + ending)) renameSync(database + ending, replaced + ending);
	}
	return replaced;
}

const codeOf = (problem: unknown): string =>
	problem instanceof Error && 'code' in problem && typeof problem.code === 'string' ? problem.code : '';

const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
