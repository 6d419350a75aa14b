/** Somebody looks a technique up, tries three sentences, and comes from a reason in a lesson to its page and back. */
import { exerciseOf, markByMouse, textOf } from './fixtures/marking.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit, whenHydrated } from './fixtures/test.ts';

test('finds a technique from the lessons and reads its page', async ({ page }) => {
	await visit(page, '/lessons');
	await page.getByRole('main').getByRole('link', { name: 'Techniques' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Techniques' })).toBeVisible();
	await expect(page.getByRole('main').locator('dt')).toHaveCount(18);
	await expectAccessibleInBothThemes(page);

	await page.getByRole('link', { name: 'Euphemism' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Euphemism' })).toBeVisible();
	for (const part of ['Mark these', 'Leave these alone', 'How to decide', 'What to ask', 'Easily mistaken for'])
		await expect(page.getByRole('heading', { level: 2, name: part })).toBeVisible();
	await expect(page.getByText('Obfuscation-Vagueness-Confusion')).toBeVisible();
	await expectAccessibleInBothThemes(page);

	await page.getByRole('complementary').getByRole('link', { name: 'One-sided term' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'One-sided term' })).toBeVisible();
	await expect(page.locator('.examples mark').first()).toHaveText('freed');
});

test('tries three sentences by keyboard, with the reason after each', async ({ page }) => {
	await visit(page, '/techniques/cause');
	const section = page.getByRole('region', { name: 'Three sentences to try' });
	const questions = section.getByRole('button', { name: 'Nothing to mark' });
	await expect(questions).toHaveCount(3);
	await expect(section.locator('.verdict')).toHaveCount(0);

	await section.getByRole('button', { name: 'Cause' }).first().focus();
	for (const left of [2, 1, 0]) {
		await page.keyboard.press('Enter');
		await expect(questions).toHaveCount(left);
		const verdict = section.locator('.verdict').nth(2 - left);
		await expect(verdict).toBeFocused();
		await expect(verdict).toContainText(/Right|sound|something to mark/);
		// On to the next sentence; links of a reason may stand between.
		for (let step = 0; left > 0 && step < 6; step += 1) {
			await page.keyboard.press('Tab');
			if (await page.evaluate(() => document.activeElement?.matches('.choices button'))) break;
		}
	}
	await expect(section).toContainText('That was all three.');
	await expectAccessibleInBothThemes(page);
	expect(await page.context().cookies(), 'trying leaves no trace').toEqual([]);
});

test('tries them without JavaScript, and keeps the reasons already read', async ({ newVisitor, server }) => {
	const page = await newVisitor({ javaScriptEnabled: false });
	await page.goto(`${server.url}/techniques/treaty`);
	const section = page.getByRole('region', { name: 'Three sentences to try' });
	for (const read of [1, 2, 3]) {
		await section.getByRole('button', { name: 'Nothing to mark' }).first().click();
		await expect(section.locator('.verdict')).toHaveCount(read);
	}
});

test('comes from a reason in a lesson to the page of its technique, and back to the same reason', async ({ page }) => {
	await visit(page, '/lessons/borrowed-authority');
	const exercise = exerciseOf(page, 'mark-the-report');
	await markByMouse(page, textOf(exercise), 'heinous crimes', 'Loaded');
	await exercise.getByRole('button', { name: 'Check my marks' }).click();
	const reasons = exercise.getByRole('group', { name: 'Reasons' });
	const note = reasons.locator('.note').filter({ hasText: 'heinous crimes' });
	await note.getByRole('button').first().click();
	const link = note.getByRole('link', { name: 'Emotive wording' });

	const [glossary] = await Promise.all([page.waitForEvent('popup'), link.click()]);
	await whenHydrated(glossary);
	await expect(glossary.getByRole('heading', { level: 1, name: 'Emotive wording' })).toBeVisible();
	await expectAccessible(glossary);
	await glossary.close();
	await expect(link).toBeVisible();
	await expect(link).toBeFocused();
});

test('fits a phone', async ({ newVisitor, server }) => {
	const page = await newVisitor({ viewport: { width: 390, height: 844 } });
	for (const path of ['/techniques', '/techniques/declaration-or-resolution']) {
		await page.goto(`${server.url}${path}`);
		const { wide, view } = await page.evaluate(() => ({
			wide: document.documentElement.scrollWidth,
			view: document.documentElement.clientWidth,
		}));
		expect(wide, path).toBeLessThanOrEqual(view);
	}
});
