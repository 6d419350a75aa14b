/** The peer of a saved draft: the same row through node:http and better-sqlite3, with nobody asked who sends it. A program of its own. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const database = new Database(join(process.argv[2] ?? '.', 'bare.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = NORMAL');
database.exec(`create table answer (
	attempt_id text not null, exercise_id text not null, try_number integer not null,
	revision integer not null, content text not null, saved_at integer not null, checked_at integer,
	primary key (attempt_id, exercise_id, try_number))`);
const save = database.prepare(`insert into answer values (?, ?, ?, 1, ?, ?, null)
	on conflict do update set revision = revision + 1, content = excluded.content, saved_at = excluded.saved_at`);

const server = createServer((asked, answer) => {
	const parts: Buffer[] = [];
	asked.on('data', (part: Buffer) => parts.push(part));
	asked.on('end', () => {
		const body = JSON.parse(Buffer.concat(parts).toString()) as { try: number; revision: number; answer: unknown };
		const [, , attempt, , exercise] = (asked.url ?? '').split('/');
		const savedAt = Date.now();
		save.run(attempt, exercise, body.try, JSON.stringify(body.answer), savedAt);
		const reply = JSON.stringify({ attempt, revision: body.revision + 1, savedAt });
		answer
			.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(reply) })
			.end(reply);
	});
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	console.log(typeof address === 'object' && address ? address.port : '');
});
process.on('SIGTERM', () => process.exit(0));
