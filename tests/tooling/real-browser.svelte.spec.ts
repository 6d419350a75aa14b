import { expect, test } from 'vitest';
import { page } from 'vitest/browser';

test('component tests run in a real browser, where text has a place on the page', async () => {
	document.body.innerHTML = '<p>Marked words</p>';
	await expect.element(page.getByText('Marked words')).toBeVisible();

	const range = document.createRange();
	range.selectNodeContents(document.querySelector('p')!);
	expect(range.getBoundingClientRect().width).toBeGreaterThan(0);
});
