import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Client, wordsOf } from './client.ts';
import { expectStatus, newAccount, openClass, PASSWORD } from './people.ts';
import { startServer, temporaryFolder, tidyUp, type RunningServer } from './server.ts';

const FAILURES_PER_ACCOUNT = 10;

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

let server: RunningServer;

beforeAll(async () => {
	server = await startServer({ dataDir: temporaryFolder('limits') });
});
afterAll(tidyUp);

const signIn = (userName: string, password: string, client = new Client(server.origin)) =>
	client.post('/sign-in', { userName, password });

/** The sentence alone: the page repeats the user name that was typed. */
const problemOf = (html: string) => wordsOf(/role="alert"[^>]*>([\s\S]*?)<\/(?:p|div)>/u.exec(html)?.[0] ?? html);

describe('a class behind one address', () => {
	it('thirty students join within a minute, all at once', async () => {
		const { joinCode } = await openClass(server);
		const joined = await Promise.all(
			Array.from({ length: 30 }, async (_, index) => {
				const client = new Client(server.origin);
				expectStatus(await client.get(`/join?code=${joinCode}`), 200);
				const userName = `student${String(index)}`;
				const reply = await client.post('/join?/register', {
					code: joinCode,
					userName,
					displayName: userName,
					password: PASSWORD,
				});
				return [reply.status, (await client.data('/me')).userName];
			}),
		);
		expect(joined).toEqual(Array.from({ length: 30 }, (_, index) => [303, `student${String(index)}`]));
	});

	it('thirty students sign in within a minute, some after a wrong password', async () => {
		const statuses = await Promise.all(
			Array.from({ length: 30 }, async (_, index) => {
				if (index % 3 === 0) expectStatus(await signIn(`student${String(index)}`, 'not this one'), 400);
				return (await signIn(`student${String(index)}`, PASSWORD)).status;
			}),
		);
		expect(statuses).toEqual(Array<number>(30).fill(303));
	});
});

describe('guessing a password', () => {
	it('an unknown name and a wrong password get the same answer', async () => {
		await newAccount(server, 'known.name');
		const wrong = await signIn('known.name', 'a wrong password');
		const unknown = await signIn('unknown.name', 'a wrong password');
		expect([wrong.status, unknown.status]).toEqual([400, 400]);
		expect(problemOf(wrong.text)).toContain('That user name and password do not go together.');
		expect(problemOf(unknown.text)).toBe(problemOf(wrong.text));
		expect(unknown.text.replaceAll('unknown.name', 'NAME').length).toBe(
			wrong.text.replaceAll('known.name', 'NAME').length,
		);
	});

	it.each(['guessed.name', 'nobodys.name'])(
		'the eleventh wrong password of %s is refused, and so is the right one then',
		async (userName) => {
			const exists = userName === 'guessed.name';
			if (exists) await newAccount(server, userName);
			for (let tries = 0; tries < FAILURES_PER_ACCOUNT; tries++)
				expectStatus(await signIn(userName, `guess ${String(tries)}`), 400);
			const refused = await signIn(userName, 'guess 11');
			expect(refused.status).toBe(429);
			expect(problemOf(refused.text)).toMatch(
				/Too many tries that did not work\. Please wait \d+ minutes? and try again\./u,
			);
			expect((await signIn(userName, PASSWORD)).status).toBe(429);
			// Written otherwise it is the same account.
			expect((await signIn(` ${userName.toUpperCase()} `, PASSWORD)).status).toBe(429);
		},
	);

	it('many guesses at once are counted as well as one after another', async () => {
		await newAccount(server, 'raced.name');
		const replies = await Promise.all(
			Array.from({ length: 40 }, (_, index) => signIn('raced.name', `guess ${String(index)}`)),
		);
		expectStatus(await signIn('raced.name', PASSWORD), 429);
		expect(replies.every(({ status }) => status === 400 || status === 429)).toBe(true);
		// A guess that was under way when the limit was reached may still be answered; the rest must not be.
		expect(replies.filter(({ status }) => status === 400).length).toBeLessThanOrEqual(FAILURES_PER_ACCOUNT);
	});

	it('other accounts of the same address are not held up by it', async () => {
		await newAccount(server, 'other.account');
		expectStatus(await signIn('other.account', PASSWORD), 303);
	});

	it('ten right passwords are never too many', async () => {
		await newAccount(server, 'busy.person');
		for (let times = 0; times < 12; times++) expectStatus(await signIn('busy.person', PASSWORD), 303);
	});
});
