/** No third party ever sees a reader: the fixture fails any test whose pages ask elsewhere; this one opens every page. */
import { expect, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

const OPEN_TO_ALL = [
	'/',
	'/lessons',
	'/lessons/reading-contested-texts',
	'/lessons/attribution',
	'/lessons/borrowed-authority',
	'/lessons/loaded-words',
	'/lessons/the-other-mirror',
	'/lessons/opinion-openly',
	'/library',
	'/library/un-charter',
	'/library/udhr?beside=ur',
	'/join',
	'/sign-in',
	'/register',
	'/privacy',
];

for (const path of OPEN_TO_ALL) {
	test(`${path} asks nobody else, breaks none of its own rules, and can be read by everyone`, async ({ page }) => {
		const response = await visit(page, path);
		expect(response?.status()).toBe(200);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		await expectAccessibleInBothThemes(page);

		const policy = response?.headers()['content-security-policy'] ?? '';
		expect(policy).toMatch(/default-src 'none'/);
		expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
		expect(policy).not.toMatch(/https?:/);
		expect(response?.headers()['referrer-policy']).toBe('same-origin');
	});
}

test('lessons stay out of search engines', async ({ page }) => {
	const response = await visit(page, '/lessons/borrowed-authority');
	expect(response?.headers()['x-robots-tag']).toBe('noindex');
	const title = await page.title();
	expect(title).toBe('Borrowed authority · Underline');
});

test('the theme is remembered by the server, so that no page flashes', async ({ page }) => {
	await visit(page, '/');
	await page.getByRole('radio', { name: 'Dark' }).check();
	const response = await visit(page, '/lessons');
	expect(await response?.text()).toContain('data-theme="dark"');
	await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
});
