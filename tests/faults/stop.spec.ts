import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { Client } from './client.ts';
import { marking, save, workAt } from './people.ts';
import { startServer, temporaryFolder, tidyUp } from './server.ts';

const LESSON = '/lessons/borrowed-authority';

afterAll(tidyUp);

describe('a server that is asked to stop', () => {
	it('answers the save that is under way, takes no new ones, and ends with 0 and a whole database', async () => {
		const dataDir = temporaryFolder('stopped');
		const server = await startServer({ dataDir });
		const client = new Client(server.origin);
		const work = await workAt(client, LESSON);
		const { exercise, answer } = marking(work);
		await save(client, work, { exercise, answer: answer(3, 'before') });
		const begun = await workAt(client, LESSON);

		const body = JSON.stringify({ edition: begun.editionId, try: 1, revision: 1, answer: answer(4, 'during') });
		const underWay = await beginSave(client, `${server.origin}/attempts/${begun.attemptId!}/answers/${exercise}`, body);
		server.askToStop();
		await untilNobodyListens(server.origin);
		const reply = await underWay.finish();
		expect(reply.status, reply.text).toBe(200);
		expect(JSON.parse(reply.text)).toMatchObject({ revision: 2 });

		expect(await server.exitCode).toBe(0);
		const file = join(dataDir, 'underline.db');
		expect(existsSync(`${file}-wal`), 'everything was moved into the one file').toBe(false);
		const database = new Database(file, { readonly: true });
		expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
		const row = database.prepare('select revision, content from answer').get() as { revision: number; content: string };
		expect(row.revision).toBe(2);
		expect(row.content).toContain('during');
		database.close();
	}, 180_000);

	it('starts again on the same data, and the person goes on where they were', async () => {
		const dataDir = temporaryFolder('restarted');
		const first = await startServer({ dataDir });
		const client = new Client(first.origin);
		const work = await workAt(client, LESSON);
		const { exercise, answer } = marking(work);
		await save(client, work, { exercise, answer: answer(5, 'kept') });
		expect(await first.stop()).toBe(0);

		const second = await startServer({ dataDir });
		client.moveTo(second.origin);
		const again = await workAt(client, LESSON);
		expect(again.exercises.find((each) => each.exercise.id === exercise)!.work.answer).toEqual(answer(5, 'kept'));
		expect(await second.stop()).toBe(0);
	}, 180_000);
});

/** Sends the head of a save and waits until the server has it; `finish` sends the rest. */
function beginSave(client: Client, address: string, body: string) {
	const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	const headers = {
		cookie,
		origin: new URL(address).origin,
		'content-type': 'application/json',
		'content-length': String(Buffer.byteLength(body)),
		// The server answers "100 Continue" when it has taken the request up: no need to guess when that is.
		expect: '100-continue',
	};
	const asked = request(address, { method: 'PUT', headers, agent: false });
	const replied = new Promise<{ status: number; text: string }>((answered, reject) => {
		asked.on('error', reject);
		asked.on('response', (response) => {
			let text = '';
			response.on('data', (part) => (text += String(part)));
			response.on('end', () => answered({ status: response.statusCode ?? 0, text }));
		});
	});
	return new Promise<{ finish(): typeof replied }>((begun, reject) => {
		asked.once('error', reject);
		asked.once('continue', () =>
			begun({
				finish() {
					asked.end(body);
					return replied;
				},
			}),
		);
		asked.flushHeaders();
	});
}

async function untilNobodyListens(origin: string) {
	for (let tries = 0; tries < 500; tries++) {
		try {
			await new Client(origin).get('/favicon.svg');
		} catch {
			return;
		}
		await pause(10);
	}
	throw new Error('The server went on taking new requests after it was asked to stop');
}
