import Database from 'better-sqlite3';
import { join as path } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { Client } from './client.ts';
import { expectStatus, openClass } from './people.ts';
import { batchAt, confirm, lookAt, namesOf, type Batch } from './roster.ts';
import { startServer, temporaryFolder, tidyUp } from './server.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 });

const STUDENTS = 120;

afterAll(tidyUp);

function countIn(file: string) {
	const database = new Database(file, { readonly: true });
	const count = (table: string) => database.prepare(`select count(*) from ${table}`).pluck().get() as number;
	const counts = { people: count('person'), members: count('membership'), accounts: count('roster_account') };
	expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
	database.close();
	return counts;
}

test('a server killed while a list is taken in has added nobody, and the same list is taken in whole afterwards', async () => {
	const dataDir = temporaryFolder('killed-import');
	const file = path(dataDir, 'underline.db');
	let server = await startServer({ dataDir });
	const period = await openClass(server);
	const list = namesOf(STUDENTS);
	const before = countIn(file);

	const cards = await confirm(period, await lookAt(period, list));
	let batch: Batch = await batchAt(period, cards);
	while (batch.state === 'making' && batch.made < STUDENTS / 4) batch = await batchAt(period, cards);
	expect(batch).toMatchObject({ state: 'making', total: STUDENTS });
	await server.kill();
	expect(countIn(file)).toEqual(before);

	server = await startServer({ dataDir });
	period.teacher.moveTo(server.origin);
	expect(countIn(file)).toEqual(before);
	expect(await batchAt(period, cards)).toEqual({ state: 'gone' });

	const again = await lookAt(period, list);
	expect(again.toMake).toBe(STUDENTS);
	const newCards = await confirm(period, again);
	do batch = await batchAt(period, newCards);
	while (batch.state === 'making');
	if (batch.state !== 'made') throw new Error(`The cards are ${batch.state}`);
	expect(batch.cards).toHaveLength(STUDENTS);
	expect(countIn(file)).toEqual({
		people: before.people + STUDENTS,
		members: before.members + STUDENTS,
		accounts: before.accounts + STUDENTS,
	});
	const [card] = batch.cards;
	const student = new Client(server.origin);
	expectStatus(await student.post('/sign-in', { userName: card!.userName, password: card!.password }), 303);

	// What was confirmed is kept through a kill that comes right after it.
	await server.kill();
	expect(countIn(file).accounts).toBe(before.accounts + STUDENTS);
	server = await startServer({ dataDir });
	period.teacher.moveTo(server.origin);
	expect((await lookAt(period, list)).toMake).toBe(0);
});
