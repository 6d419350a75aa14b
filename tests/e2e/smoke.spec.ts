import { expect, expectAccessible, test, visit } from './fixtures/test.ts';

test('the first page opens, asks nothing of any other address and breaks none of its own rules', async ({
	page,
	server,
}) => {
	const elsewhere: string[] = [];
	const complaints: string[] = [];
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (url.origin !== server.url && url.protocol !== 'data:') elsewhere.push(request.url());
	});
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
	});
	page.on('pageerror', (problem) => complaints.push(problem.message));

	const response = await visit(page, '/');

	expect(response?.status()).toBe(200);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(response?.headers()['content-security-policy']).toMatch(/script-src 'self' 'nonce-/);
	expect(elsewhere).toEqual([]);
	expect(complaints).toEqual([]);
});

test('the first page has no accessibility violation, light and dark', async ({ page }) => {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await visit(page, '/');
		await expectAccessible(page);
	}
});

test('a form of another site is refused, a form sent to any address of this server is not', async ({ server }) => {
	const { port } = new URL(server.url);
	const send = (host: string, origin: string) =>
		fetch(`http://${host}:${port}/`, {
			method: 'POST',
			headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
			body: 'a=1',
		}).then((response) => response.status);

	expect(await send('127.0.0.1', 'http://elsewhere.example')).toBe(403);
	expect(await send('127.0.0.1', `https://127.0.0.1:${port}`)).toBe(403);
	expect(await send('127.0.0.1', `http://127.0.0.1:${port}`)).not.toBe(403);
});

test('a body of one megabyte is refused with a sentence', async ({ server }) => {
	const response = await fetch(server.url, {
		method: 'POST',
		headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
		body: `a=${'b'.repeat(1024 * 1024)}`,
	});
	expect(response.status).toBe(413);
	expect(await response.text()).toContain('at most 256 kB');
});
