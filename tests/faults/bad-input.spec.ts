import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Client, wordsOf, type Reply } from './client.ts';
import { marking, newAccount, save, workAt, type Work } from './people.ts';
import { startServer, temporaryFolder, tidyUp, type RunningServer } from './server.ts';

const LESSON = '/lessons/borrowed-authority';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 });

let server: RunningServer;
let guest: Client;
let work: Work;
let exercise: string;
let answer: ReturnType<typeof marking>['answer'];

beforeAll(async () => {
	server = await startServer({ dataDir: temporaryFolder('bad-input') });
	guest = new Client(server.origin);
	work = await workAt(guest, LESSON);
	({ exercise, answer } = marking(work));
	await save(guest, work, { exercise, answer: answer(3, 'kept') });
	work = await workAt(guest, LESSON);
});
afterAll(tidyUp);

/** Refused with a sentence that a page can show, and what was saved before is still there. */
async function expectRefused(reply: Reply, status: number, sentence: RegExp) {
	expect(reply.status, reply.text).toBe(status);
	expect(reply.headers['content-type']).toContain('application/json');
	expect((JSON.parse(reply.text) as { message: string }).message).toMatch(sentence);
	await expectUntouched();
}

async function expectUntouched() {
	const now = await workAt(guest, LESSON);
	const kept = now.exercises.find((each) => each.exercise.id === exercise)!.work;
	expect(kept.answer).toEqual(answer(3, 'kept'));
	expect(kept.revision).toBe(1);
}

describe('an answer that is too long', () => {
	it('of a megabyte is refused with a sentence', async () => {
		const reply = await save(guest, work, { exercise, answer: answer(3, 'x'.repeat(1024 ** 2)), revision: 1 });
		await expectRefused(reply, 413, /^This is .*\.$/u);
	});

	it('of a megabyte, sent without saying how long it is, is refused too', async () => {
		const body = JSON.stringify({
			edition: work.editionId,
			try: 1,
			revision: 1,
			answer: answer(3, 'x'.repeat(1024 ** 2)),
		});
		const headers = { origin: server.origin, 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
		const reply = await sendOrHangUp(`/attempts/${work.attemptId!}/answers/${exercise}`, headers, body);
		if (reply) await expectRefused(reply, 413, /^This is .*\.$/u);
		await expectUntouched();
	});

	it('in a form is refused with a sentence', async () => {
		const reply = await guest.post('/register', { userName: 'x'.repeat(1024 ** 2), displayName: 'X', password: 'X' });
		expect(reply.status).toBe(413);
		expect(wordsOf(reply.text)).toMatch(/This is .*\./u);
	});

	it('in one note is refused with a sentence', async () => {
		const reply = await save(guest, work, { exercise, answer: answer(1, 'x'.repeat(501)), revision: 1 });
		await expectRefused(reply, 400, /A note can have 500 characters\./u);
	});

	it('in marks is refused with a sentence', async () => {
		const [mark] = answer(1).marks;
		const marks = Array.from({ length: 401 }, () => mark);
		const reply = await save(guest, work, { exercise, answer: { marks, nothingToMark: false }, revision: 1 });
		await expectRefused(reply, 400, /An answer can have 400 marks\./u);
	});

	it('in words is refused with a sentence', async () => {
		const written = work.exercises.find((each) => each.exercise.kind === 'short-answer');
		if (!written) throw new Error('The lesson has nothing to write');
		const reply = await save(guest, work, { exercise: written.exercise.id, answer: { text: 'x'.repeat(5001) } });
		await expectRefused(reply, 400, /longer than 5,000 characters/u);
	});
});

describe('an answer that cannot belong to the exercise', () => {
	const away = { start: 9_000_000, end: 9_000_004, quote: 'away' };

	it.each([
		['a mark beyond the text', () => [{ ...answer(1).marks[0]!, ...away }], /outside the text/u],
		['a mark before the text', () => [{ ...answer(1).marks[0]!, start: -4 }], /starts before the text/u],
		['a mark that ends before it starts', () => [{ ...answer(1).marks[0]!, end: 0 }], /ends before it starts/u],
		['a mark of no whole offset', () => [{ ...answer(1).marks[0]!, start: 0.5 }], /could not be saved/u],
		[
			'a mark whose quote is another text',
			() => [{ ...answer(1).marks[0]!, quote: 'other' }],
			/does not fit the text/u,
		],
		[
			'a mark of an unknown kind',
			() => [{ ...answer(1).marks[0]!, category: 'rude' }],
			/category that does not exist/u,
		],
		['a mark with a field more', () => [{ ...answer(1).marks[0]!, tier: 'core' }], /could not be saved/u],
		['marks that are no list', () => 'all of it', /could not be saved/u],
	])('%s is refused with a sentence', async (_, marks, sentence) => {
		const reply = await save(guest, work, { exercise, answer: { marks: marks(), nothingToMark: false }, revision: 1 });
		await expectRefused(reply, 400, sentence);
	});

	it('of another kind is refused with a sentence', async () => {
		await expectRefused(
			await save(guest, work, { exercise, answer: { chosen: ['a'] }, revision: 1 }),
			400,
			/could not be saved/u,
		);
	});

	it('for an exercise that is not there is refused with a sentence', async () => {
		await expectRefused(
			await save(guest, work, { exercise: 'nothing-here', answer: answer(1) }),
			404,
			/no such exercise/u,
		);
	});

	it('on another edition is refused with a sentence', async () => {
		const stale = { ...work, editionId: 'f'.repeat(64) };
		await expectRefused(
			await save(guest, stale, { exercise, answer: answer(1), revision: 1 }),
			409,
			/This lesson has changed/u,
		);
	});

	it('on another edition makes no guest', async () => {
		const stranger = new Client(server.origin);
		const stale = { ...(await workAt(stranger, LESSON)), editionId: 'f'.repeat(64) };
		const reply = await save(stranger, stale, { exercise, answer: answer(1) });
		expect(reply.status).toBe(409);
		expect(stranger.cookies.has('underline_session')).toBe(false);
	});

	it.each([
		['no JSON', '{"edition": '],
		['nothing', ''],
		['a list', '[]'],
		['an unknown field', '{"edition":"x","try":1,"revision":0,"answer":{},"score":100}'],
		['a negative revision', '{"edition":"x","try":1,"revision":-1,"answer":{}}'],
		[
			'a field that would change every object',
			'{"__proto__":{"admin":true},"edition":"x","try":1,"revision":0,"answer":{}}',
		],
	])('sent as %s is refused with a sentence', async (_, body) => {
		await expectRefused(
			await guest.put(`/attempts/${work.attemptId!}/answers/${exercise}`, body),
			400,
			/^This is .*\.$/u,
		);
	});
});

describe('two tabs', () => {
	it('that save over the same revision: the second is told what is there, and nothing is overwritten', async () => {
		const reply = await save(guest, work, { exercise, answer: answer(2, 'other tab'), revision: 0 });
		await expectRefused(reply, 409, /another tab or on another device/u);
		expect(JSON.parse(reply.text)).toMatchObject({ current: { revision: 1, answer: answer(3, 'kept') } });
	});

	it('that save at the same moment: exactly one wins', async () => {
		const writer = new Client(server.origin);
		await save(writer, await workAt(writer, LESSON), { exercise, answer: answer(1, 'first') });
		const now = await workAt(writer, LESSON);
		const replies = await Promise.all(
			Array.from({ length: 8 }, (_, tab) =>
				save(writer, now, { exercise, answer: answer(1, `tab ${String(tab)}`), revision: 1 }),
			),
		);
		expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
	});
});

describe('bad addresses', () => {
	it.each([
		'/lessons/nothing-here',
		'/library/nothing-here',
		'/lessons/..%2f..%2fpackage.json',
		'/attempts/x/answers/y',
		'/%00',
		'/reset/x',
	])('%s shows a page of its own with a sentence and nothing of the inside', async (path) => {
		const reply = await guest.get(path);
		expect([400, 404, 405]).toContain(reply.status);
		expect(reply.text).not.toMatch(/node_modules|\.ts:\d|\.js:\d|SQLITE/u);
	});

	it('an unknown account keeps what was typed, but never the password', async () => {
		const reply = await new Client(server.origin).post('/register', {
			userName: 'x',
			displayName: 'Kept Name',
			password: 'a secret phrase',
		});
		expect(reply.status).toBe(400);
		expect(reply.text).toContain('Kept Name');
		expect(reply.text).not.toContain('a secret phrase');
	});

	it('no error of ours was met on the way', async () => {
		await newAccount(server, 'still.running');
		expect(server.said()).not.toMatch(/ failed:/u);
	});
});

/** Refusing a body of unknown length, the server may cut the connection before the answer is read. */
async function sendOrHangUp(path: string, headers: Record<string, string>, body: string): Promise<Reply | null> {
	try {
		return await guest.send('PUT', path, headers, body, { saysLength: false });
	} catch (problem) {
		if (['ECONNRESET', 'EPIPE'].includes(String((problem as { code?: string }).code))) return null;
		throw problem;
	}
}
