/** From the join code to the feedback without a mouse: Tab, Enter, arrows, digits and letters alone. */
import type { Locator, Page } from '@playwright/test';
import { exerciseOf, notesOf, paletteOf, storedAnswers, textOf, walkTo } from './fixtures/marking.ts';
import { newAccount } from './fixtures/school.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

const MOST_TABS = 150;

/** Where the focus is must always be seen, and it must always be somewhere. */
async function expectVisibleFocus(page: Page): Promise<void> {
	const focus = await page.evaluate(() => {
		const element = document.activeElement;
		if (!(element instanceof HTMLElement) || element === document.body) return 'nowhere';
		const hasRing = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) =>
			(outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
		// A radio button may be ringed on its label, the text on the sheet that holds it.
		for (let each: HTMLElement | null = element, up = 0; each && up < 5; each = each.parentElement, up += 1) {
			if (hasRing(getComputedStyle(each))) return 'seen';
		}
		return `no ring on ${element.outerHTML.slice(0, 120)}`;
	});
	expect(focus).toBe('seen');
}

async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
	for (let count = 0; count < MOST_TABS; count += 1) {
		if (await isFocused(target)) return;
		await page.keyboard.press(key);
		await expectVisibleFocus(page);
	}
	await expect(target).toBeFocused();
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

test('joins, marks, answers every kind, hands in and reads the feedback, by keyboard alone', async ({
	page,
	newVisitor,
	school,
}) => {
	const teacher = await newVisitor();
	await school.register(teacher, 'Ms Okafor');
	const classroom = await school.openClassroom(teacher, 'Period 2');
	await school.assign(teacher, classroom, { feedbackRule: 'hand-in' });

	// Join and register.
	await visit(page, '/join');
	await tabTo(page, page.getByRole('textbox', { name: 'Class code' }));
	await page.keyboard.type('wrong1');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('No classroom has this code');
	await expect(page.getByRole('textbox', { name: 'Class code' })).toHaveValue('wrong1');
	await expectAccessible(page);
	await tabTo(page, page.getByRole('textbox', { name: 'Class code' }));
	await page.keyboard.press('Control+a');
	await page.keyboard.type(`${classroom.code.slice(0, 3).toLowerCase()} ${classroom.code.slice(3)}`);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Join Period 2' })).toBeVisible();
	await expectAccessibleInBothThemes(page);

	const account = newAccount('Mina Petrović');
	await tabTo(page, page.getByLabel('Your name'));
	await page.keyboard.type(account.displayName);
	await page.keyboard.press('Tab');
	await page.keyboard.type(account.userName);
	await page.keyboard.press('Tab');
	await page.keyboard.type('short');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('at least 8 characters');
	await expectVisibleFocus(page);
	await expect(page.getByLabel('Your name')).toHaveValue(account.displayName);
	await expectAccessible(page);
	await tabTo(page, page.getByLabel('Password'));
	await page.keyboard.type(account.password);
	await page.keyboard.press('Enter');

	// The assignment stands first.
	await expect(page.getByRole('heading', { name: 'From your teacher' })).toBeVisible();
	await expectAccessible(page);
	await tabTo(page, page.getByRole('link', { name: /^Begin: Borrowed authority/ }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Borrowed authority' })).toBeVisible();

	// Several right answers.
	const warmUp = exerciseOf(page, 'mention-or-appeal');
	await tabTo(page, warmUp.getByRole('checkbox', { name: /^Section 3/ }));
	await page.keyboard.press('Space');
	await expect(warmUp.getByRole('checkbox', { name: /^Section 3/ })).toBeChecked();

	// The text: one stop for Tab.
	const marks = exerciseOf(page, 'mark-the-report');
	const text = textOf(marks);
	const said = marks.getByRole('status').first();
	await tabTo(page, text);
	await page.keyboard.press('Tab');
	await expect(text).not.toBeFocused();
	expect(await text.evaluate((root) => root.contains(document.activeElement)), 'nothing inside is a stop').toBe(false);
	await page.keyboard.press('Shift+Tab');
	await expect(text).toBeFocused();

	await page.keyboard.press('?');
	const keys = page.getByRole('dialog', { name: 'Keys for marking' });
	await expect(keys).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(keys).toBeHidden();
	await expect(text).toBeFocused();

	await walkTo(page, said, 'tragic');
	await page.keyboard.press('1');
	await expect(said).toHaveText('Marked “tragic” as loaded.');
	await expect(notesOf(marks)).toHaveCount(1);
	await walkTo(page, said, 'fatally');
	await page.keyboard.press('Shift+ArrowRight');
	await expect(said).toHaveText('Selected “fatally shot”.');
	await page.keyboard.press('2');
	await expect(notesOf(marks)).toHaveCount(2);

	// To a mark and back; another name; its edge; undo; remove.
	await page.keyboard.press('p');
	await expect(said).toContainText('Mark 1 of 2: “tragic”');
	await page.keyboard.press('n');
	await expect(said).toContainText('Mark 2 of 2: “fatally shot”');
	await expectAccessible(page);
	await page.keyboard.press('Shift+ArrowRight');
	await expect(said).toHaveText('The mark is now “fatally shot while”, claim.');
	await page.keyboard.press('z');
	await expect(said).toHaveText('Undone; you have 2 marks.');
	await page.keyboard.press('Shift+Z');
	await expect(said).toHaveText('Done again; you have 2 marks.');
	await page.keyboard.press('n');
	await page.keyboard.press('Enter');
	await expect(paletteOf(page).getByRole('button').first()).toBeFocused();
	await expectVisibleFocus(page);
	await page.keyboard.press('Escape');
	await expect(paletteOf(page)).toBeHidden();
	await expect(text).toBeFocused();
	await page.keyboard.press('n');
	await page.keyboard.press('Delete');
	await expect(notesOf(marks)).toHaveCount(1);
	await expect(text).toBeFocused();

	// Escape lets go of what is held, and once more leaves the text; Tab then goes on from there.
	await page.keyboard.press('Shift+ArrowRight');
	await page.keyboard.press('Escape');
	await expect(text).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(text).not.toBeFocused();
	await page.keyboard.press('Tab');
	await expectVisibleFocus(page);
	expect(
		await page.evaluate(() => document.activeElement?.closest('section.exercise')?.id),
		'the next stop is beside the text',
	).toBe('exercise-mark-the-report');
	await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
	expect(await storedAnswers(page, 'mark-the-report')).toHaveLength(1);

	// Hand in too early: it is said what is missing, never what is right, and nothing is gone.
	await tabTo(page, page.getByRole('button', { name: 'Hand in my work' }));
	await page.keyboard.press('Enter');
	const alert = page.getByRole('alert').filter({ hasText: 'exercises are not finished' });
	await expect(alert).toContainText('4 exercises are not finished.');
	await expectVisibleFocus(page);
	await expectAccessibleInBothThemes(page);
	await tabTo(page, alert.getByRole('link', { name: 'Exercise 3' }), 'Shift+Tab');
	await page.keyboard.press('Enter');

	// Check the authority: source, passage, fit.
	const authority = exerciseOf(page, 'check-article-55');
	await tabTo(page, authority.locator('summary').filter({ hasText: /^\s*Article 55\s*/u }));
	await page.keyboard.press('Enter');
	const whole = authority.getByRole('radio', { name: /The whole of it/ }).and(page.locator(':visible'));
	await tabTo(page, whole);
	await page.keyboard.press('Space');
	await expect(whole).toBeChecked();
	await tabTo(page, authority.getByRole('radio', { name: /^Accurate/ }));
	await page.keyboard.press('ArrowDown');
	await expect(authority.getByRole('radio', { checked: true }).last()).toBeFocused();

	for (const id of ['where-the-source-stops', 'same-words-other-side']) {
		const choice = exerciseOf(page, id);
		await tabTo(page, choice.getByRole('radio').first());
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowDown');
		await expect(choice.getByRole('radio').nth(1)).toBeChecked();
		await expectVisibleFocus(page);
	}
	await tabTo(page, exerciseOf(page, 'best-true-version-of-dozens').getByRole('textbox', { name: 'Your answer' }));
	await page.keyboard.type('The party says that dozens were killed since 2023; it names one.');

	await tabTo(page, page.getByRole('button', { name: 'Hand in my work' }));
	await page.keyboard.press('Enter');
	const result = page.getByRole('status').filter({ hasText: 'so far, 4 wait for your teacher' });
	await expect(result).toBeVisible();
	await expect(page.getByRole('button', { name: 'Hand in my work' })).toHaveCount(0);
	await expectAccessibleInBothThemes(page);

	// Feedback: each reason is a button of its own.
	await expect(marks.getByText(/^You found 1 of/)).toBeVisible();
	const reason = marks.getByRole('group', { name: 'Reasons' }).getByRole('button', { name: /tragic/ });
	await tabTo(page, reason);
	await page.keyboard.press('Enter');
	await expect(reason).toHaveAttribute('aria-expanded', 'true');
	await expect(
		marks.getByText('“tragic” is the outlet telling the reader what to feel', { exact: false }),
	).toBeVisible();
});

test('the first Tab skips to the content, and it goes there', async ({ page }) => {
	await visit(page, '/lessons');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
	await expectVisibleFocus(page);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
});
