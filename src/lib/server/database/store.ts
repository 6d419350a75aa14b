import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

export type Connection = BetterSQLite3Database;

/**
 * The database as use cases see it (tables: `schema/`; times are UTC milliseconds, points whole hundredths, ids are made
 * by the application): reading goes through a connection that cannot write, every change through
 * `write`, which runs one transaction at a time and has committed before it answers.
 */
export interface Store {
	read: Connection;
	write<Result>(work: (transaction: Connection) => Result | Promise<Result>): Promise<Result>;
	close(): void;
}

/**
 * Opens (and migrates) the SQLite file; `:memory:` gives a store of its own for a test. `onQuery` is told every query
 * that is read, with its values.
 */
export function openStore(
	file: string,
	migrations = join(process.cwd(), 'drizzle'),
	onQuery?: (query: string) => void,
): Store {
	if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
	const writer = new Database(file);
	writer.pragma('journal_mode = WAL');
	// In WAL mode NORMAL keeps every commit through a crash of the process; only a crash of the machine can lose the last ones.
	writer.pragma('synchronous = NORMAL');
	writer.pragma('foreign_keys = ON');
	writer.pragma('busy_timeout = 5000');
	const write = drizzle(writer);
	migrate(write, { migrationsFolder: migrations });
	// What SQLite knows of a table's size may be from when it was small; with that it would rather read it whole. Takes milliseconds.
	writer.pragma('analysis_limit = 400');
	writer.pragma('optimize = 0x10002');

	const reader =
		file === ':memory:'
			? writer
			: new Database(file, { readonly: true, verbose: onQuery && ((query) => onQuery(String(query))) });
	reader.pragma('busy_timeout = 5000');
	const read = file === ':memory:' ? write : drizzle(reader);

	return { read, write: oneAtATime(writer, write), close: () => closeBoth(reader, writer) };
}

function oneAtATime(writer: Database.Database, connection: Connection): Store['write'] {
	const begin = writer.prepare('BEGIN IMMEDIATE');
	const commit = writer.prepare('COMMIT');
	const rollback = writer.prepare('ROLLBACK');
	let last: Promise<unknown> = Promise.resolve();

	return (work) => {
		const run = async () => {
			begin.run();
			try {
				const result = await work(connection);
				commit.run();
				return result;
			} catch (problem) {
				if (writer.inTransaction) rollback.run();
				throw problem;
			}
		};
		const next = last.then(run);
		last = next.catch(() => undefined);
		return next;
	};
}

function closeBoth(reader: Database.Database, writer: Database.Database) {
	if (reader !== writer) reader.close();
	if (!writer.open) return;
	writer.pragma('optimize');
	writer.close();
}
