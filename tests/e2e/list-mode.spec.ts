/** Pointer, keyboard and list are three ways to one answer: the same bytes, the same points. */
import type { Page } from '@playwright/test';
import { exerciseOf, markByMouse, notesOf, storedAnswers, textOf, walkTo } from './fixtures/marking.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

const MARKS = 'mark-the-report';
/** In different paragraphs; the third is a single word. */
const PASSAGES = [
	{ first: 'daily', nth: 1, last: 'routine', quote: 'daily routine', name: 'Loaded' },
	{ first: 'Article', nth: 2, last: '55', quote: 'Article 55', name: 'Authority' },
	{ first: 'severely', nth: 1, last: 'severely', quote: 'severely', name: 'Loaded' },
] as const;
const DIGIT = { Loaded: '1', Claim: '2', Authority: '3' };

async function byPointer(page: Page) {
	const text = textOf(exerciseOf(page, MARKS));
	for (const { quote, name } of PASSAGES) await markByMouse(page, text, quote, name);
}

async function byKeyboard(page: Page) {
	const exercise = exerciseOf(page, MARKS);
	const said = exercise.getByRole('status').first();
	await textOf(exercise).focus();
	for (const { first, nth, quote, name } of PASSAGES) {
		await page.keyboard.press('Control+Home');
		await walkTo(page, said, first, nth);
		for (let index = 1; index < quote.split(' ').length; index += 1) await page.keyboard.press('Shift+ArrowRight');
		await page.keyboard.press(DIGIT[name]);
		await expect(notesOf(exercise).filter({ hasText: quote })).toHaveCount(1);
	}
}

async function byList(page: Page) {
	const exercise = exerciseOf(page, MARKS);
	await exercise.getByRole('button', { name: 'Mark from a list' }).click();
	const list = exercise.getByRole('region', { name: 'Mark from a list' });
	await expectAccessible(page);
	for (const { first, nth, last, quote, name } of PASSAGES) {
		await list.getByRole('button', { expanded: false }).filter({ hasText: quote }).click();
		const optionOf = async (label: string, word: string, occurrence = 1) => {
			const options = (await list.getByLabel(label).getByRole('option').allTextContents()).map((each) => each.trim());
			return options.filter((option) => option.endsWith(` ${word}`))[occurrence - 1] ?? '';
		};
		await list.getByLabel('First word').selectOption({ label: await optionOf('First word', first, nth) });
		await list.getByLabel('Last word').selectOption({ label: await optionOf('Last word', last) });
		await list.getByRole('radio', { name: new RegExp(`^${name}`, 'u') }).check();
		if (quote === 'daily routine') await expectAccessibleInBothThemes(page);
		await list.getByRole('button', { name: 'Mark these words' }).click();
		await expect(notesOf(exercise).filter({ hasText: quote })).toHaveCount(1);
		await list.getByRole('button', { expanded: true }).click();
	}
	await list.getByRole('button', { name: 'Close the list' }).click();
}

test('the same passages by pointer, by keyboard and from the list are the same answer, with the same points', async ({
	newVisitor,
}) => {
	const answers: string[] = [];
	const accounts: string[] = [];
	for (const mark of [byPointer, byKeyboard, byList]) {
		const page = await newVisitor();
		await visit(page, '/lessons/borrowed-authority');
		const exercise = exerciseOf(page, MARKS);
		await mark(page);
		await expect(exercise.getByText('Saved', { exact: true })).toBeVisible();
		answers.push(...(await storedAnswers(page, MARKS)));
		await exercise.getByRole('button', { name: 'Check my marks' }).click();
		accounts.push((await exercise.getByText(/^You found [1-3] of/u).textContent()) ?? '');
		accounts.push((await exercise.getByText(/^How \d+\.\d\d of 10 came about$/u).textContent()) ?? '');
	}
	expect(answers).toHaveLength(3);
	expect(answers[1]).toBe(answers[0]);
	expect(answers[2]).toBe(answers[0]);
	expect(new Set(accounts).size, 'one verdict and one account').toBe(2);
});

test('from the list a mark can be removed, and every change is said in a sentence', async ({ page }) => {
	await visit(page, '/lessons/borrowed-authority');
	const exercise = exerciseOf(page, MARKS);
	await exercise.getByRole('button', { name: 'Mark from a list' }).click();
	const list = exercise.getByRole('region', { name: 'Mark from a list' });
	const sentence = list.getByRole('button').filter({ hasText: 'The UKPNP demanded' });
	await sentence.click();
	await list.getByRole('radio', { name: /^Claim/ }).check();
	await list.getByRole('button', { name: 'Mark these words' }).click();
	const said = exercise.getByRole('status').filter({ hasText: /\.$/ }).first();
	await expect(said).toHaveText('Marked “The” as claim.');
	await expect(sentence).toContainText('claim: “The”');
	await list.getByRole('button', { name: 'Remove Claim The' }).click();
	await expect(said).toHaveText('Removed the mark on “The”, claim.');
	await expect(sentence).not.toContainText('claim');
});
