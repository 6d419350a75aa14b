import { writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { selfSignedCertificate } from './certificate.ts';
import { Client } from './client.ts';
import { expectStatus, marking, newAccount, PASSWORD, save, workAt } from './people.ts';
import { startServer, temporaryFolder, tidyUp, type RunningServer } from './server.ts';

const LESSON = '/lessons/borrowed-authority';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 });

let server: RunningServer;
let secure: RunningServer;
let certificate: string;

beforeAll(async () => {
	const folder = temporaryFolder('https');
	const made = selfSignedCertificate();
	certificate = made.certificate;
	const env = { TLS_CERT: joinPath(folder, 'cert.pem'), TLS_KEY: joinPath(folder, 'key.pem') };
	writeFileSync(env.TLS_CERT, made.certificate);
	writeFileSync(env.TLS_KEY, made.privateKey);
	server = await startServer({ dataDir: temporaryFolder('headers') });
	secure = await startServer({ dataDir: folder, env });
});
afterAll(tidyUp);

/** The cookies of a guest, an account, and one that ends, by where each came from. */
async function cookiesOf({ origin }: RunningServer, trusted?: string) {
	const guest = new Client(origin, trusted);
	const work = await workAt(guest, LESSON);
	const { exercise, answer } = marking(work);
	const first = expectStatus(await save(guest, work, { exercise, answer: answer(1) }), 200);
	const registered = await guest.post('/register', {
		userName: `owner${String(Date.now())}`,
		displayName: 'Owner',
		password: PASSWORD,
	});
	expectStatus(registered, 303);
	const ended = expectStatus(await guest.post('/sign-out', {}), 303);
	return [...first.setCookies, ...registered.setCookies, ...ended.setCookies];
}

describe('the session cookie', () => {
	it('is closed to scripts and other sites over http', async () => {
		const cookies = await cookiesOf(server);
		expect(cookies).toHaveLength(3);
		for (const cookie of cookies) {
			expect(cookie).toMatch(/^underline_session=/u);
			expect(cookie).toMatch(/; HttpOnly/iu);
			expect(cookie).toMatch(/; SameSite=Lax/iu);
			expect(cookie).toMatch(/; Path=\//iu);
			expect(cookie).not.toMatch(/; Secure/iu);
		}
	});

	it('is sent over https alone where the page came over https', async () => {
		expect(secure.origin).toMatch(/^https:/u);
		const cookies = await cookiesOf(secure, certificate);
		expect(cookies).toHaveLength(3);
		for (const cookie of cookies) {
			expect(cookie).toMatch(/; HttpOnly/iu);
			expect(cookie).toMatch(/; SameSite=Lax/iu);
			expect(cookie).toMatch(/; Secure/iu);
		}
	});

	it('is not given to somebody who only reads', async () => {
		const reader = new Client(server.origin);
		for (const path of ['/', '/lessons', LESSON, '/library', '/sign-in', '/join', '/register']) {
			expect((await reader.get(path)).setCookies).toEqual([]);
		}
	});

	it('of nobody opens nothing', async () => {
		for (const value of ['x', 'x'.repeat(5000), '%00', "' or 1=1 --", '{}']) {
			const forger = new Client(server.origin);
			forger.cookies.set('underline_session', value);
			expect((await forger.get('/me')).status).toBe(303);
		}
	});
});

describe('sessions', () => {
	it('end everywhere else when the password is changed; the device at hand goes on with a new one', async () => {
		const here = await newAccount(server, 'two.devices');
		const there = new Client(server.origin);
		expectStatus(await there.post('/sign-in', { userName: 'two.devices', password: PASSWORD }), 303);
		expectStatus(await there.get('/me'), 200);
		const before = here.cookies.get('underline_session');

		const change = { current: PASSWORD, next: 'another phrase altogether' };
		expectStatus(await here.post('/me?/changePassword', change), 200);
		expect((await there.get('/me')).status).toBe(303);
		expectStatus(await here.get('/me'), 200);
		expect(here.cookies.get('underline_session')).not.toBe(before);

		const old = new Client(server.origin);
		old.cookies.set('underline_session', before ?? '');
		expect((await old.get('/me')).status).toBe(303);
		expect((await old.post('/sign-in', { userName: 'two.devices', password: PASSWORD })).status).toBe(400);
	});

	it('end when a person signs out, also for a copy of the cookie', async () => {
		const person = await newAccount(server, 'signs.out');
		const copy = new Client(server.origin);
		copy.cookies.set('underline_session', person.cookies.get('underline_session') ?? '');
		expectStatus(await person.post('/sign-out', {}), 303);
		expect((await copy.get('/me')).status).toBe(303);
	});

	it('of a guest end when the guest takes a name, so that an old cookie never opens the account', async () => {
		const guest = new Client(server.origin);
		const work = await workAt(guest, LESSON);
		const { exercise, answer } = marking(work);
		expectStatus(await save(guest, work, { exercise, answer: answer(1) }), 200);
		const old = new Client(server.origin);
		old.cookies.set('underline_session', guest.cookies.get('underline_session') ?? '');
		expectStatus(await guest.post('/register', { userName: 'was.guest', displayName: 'Was', password: PASSWORD }), 303);
		expect((await old.get('/me')).status).toBe(303);
	});
});

describe('every page', () => {
	const pages = ['/', '/lessons', LESSON, '/library', '/sign-in', '/register', '/join', '/privacy', '/nothing-here'];

	it.each(pages)('%s runs only scripts that carry its own nonce', async (path) => {
		const reader = new Client(server.origin);
		const { headers, text } = await reader.get(path);
		const policy = String(headers['content-security-policy']);
		const scripts = directive(policy, 'script-src');
		const nonce = /'nonce-([^']{16,})'/u.exec(scripts)?.[1];
		expect(nonce, policy).toBeDefined();
		expect(scripts).not.toMatch(/unsafe|\*|https?:|data:/u);
		expect(directive(policy, 'default-src')).toBe("default-src 'none'");
		expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'none'");
		expect(directive(policy, 'base-uri')).toBe("base-uri 'none'");
		expect(directive(policy, 'form-action')).toBe("form-action 'self'");
		for (const [tag] of text.matchAll(/<script[^>]*>/gu)) expect(tag).toContain(`nonce="${String(nonce)}"`);
		expect(text).not.toMatch(/<[^>]+\son[a-z]+=/u);
		expect((await reader.get(path)).headers['content-security-policy']).not.toBe(policy);
	});

	it.each(pages)(
		'%s is kept by no cache in between, framed by no other site and taken for what it is',
		async (path) => {
			const { headers } = await new Client(server.origin).get(path);
			expect(headers['cache-control']).toMatch(/private|no-store/u);
			expect(headers['x-content-type-options']).toBe('nosniff');
			expect(headers['x-frame-options']).toBe('DENY');
			expect(headers['referrer-policy']).toBe('same-origin');
		},
	);

	it('of somebody is not kept at all, so that nobody finds it by going back', async () => {
		const guest = new Client(server.origin);
		const work = await workAt(guest, LESSON);
		const { exercise, answer } = marking(work);
		expectStatus(await save(guest, work, { exercise, answer: answer(1) }), 200);
		for (const path of [LESSON, '/me', '/lessons']) {
			expect((await guest.get(path)).headers['cache-control']).toMatch(/no-store/u);
		}
	});

	it('of a lesson asks search engines to keep nothing', async () => {
		expect((await new Client(server.origin).get(LESSON)).headers['x-robots-tag']).toBe('noindex');
	});
});

const directive = (policy: string, name: string) =>
	policy
		.split(';')
		.map((each) => each.trim())
		.find((each) => each.startsWith(`${name} `)) ?? '';
