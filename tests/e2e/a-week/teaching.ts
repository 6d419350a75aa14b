/** What a teacher and an assistant do in the week, through their pages. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectAccessibleInBothThemes, visit, whenHydrated } from '../fixtures/test.ts';
import { PARTS } from './class-list.ts';

type Card = { name: string; userName: string; password: string };

/** Pastes a list of names, looks at it, takes it in, and reads the cards. */
export async function pasteList(page: Page, classroomId: string, names: readonly string[]): Promise<Card[]> {
	await visit(page, `/classrooms/${classroomId}/students/add`);
	await page.getByLabel('Names').fill(names.join('\n'));
	await page.getByRole('button', { name: 'Look at the list' }).click();
	await expect(page.getByRole('heading', { name: `${String(names.length)} students will be added` })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: /^Add \d+ students and make cards$/u }).click();
	const cards = page.getByRole('list', { name: 'Login cards' }).getByRole('article');
	await expect(cards).toHaveCount(names.length, { timeout: 60_000 });
	await expectAccessibleInBothThemes(page);
	return cards.evaluateAll((all) =>
		all.map((card) => {
			const [userName = '', password = ''] = [...card.querySelectorAll('code')].map(({ textContent }) => textContent);
			return { name: card.querySelector('h2')?.textContent ?? '', userName, password };
		}),
	);
}

type Wanted = { classroomId: string; lesson: string; due: string; feedback: RegExp; tries?: number; perDay?: number };

/** Gives a lesson or a part of it by the form; the address of the new assignment. */
export async function assignByForm(page: Page, wanted: Wanted): Promise<string> {
	const before = await assignmentsOf(page, wanted.classroomId);
	await visit(page, `/classrooms/${wanted.classroomId}/assign`);
	await page.locator(`input[name=lesson][value=${wanted.lesson}]`).check();
	const part = PARTS[wanted.lesson];
	if (part) {
		await page.locator('summary:visible', { hasText: 'Only part of it' }).click();
		for (const box of await page.locator(`input[name^="exercise.${wanted.lesson}.${wanted.lesson}."]`).all()) {
			const id = (await box.getAttribute('name'))?.split('.').at(-1) ?? '';
			await box.setChecked(part.includes(id));
		}
	}
	await page.getByLabel('Due', { exact: true }).fill(wanted.due);
	await page.getByRole('radio', { name: wanted.feedback }).check();
	if (wanted.tries !== undefined || wanted.perDay !== undefined) {
		await page.getByText('Attempts and late work').click();
		await page.getByLabel('May be handed in').fill(String(wanted.tries ?? 1));
		if (wanted.perDay !== undefined) {
			await page.getByRole('radio', { name: 'loses a share' }).check();
			await page.getByLabel('Percent lost for each day begun').fill(String(wanted.perDay));
		}
	}
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Assign', exact: true }).click();
	await expect(page).toHaveURL(new RegExp(`/classrooms/${wanted.classroomId}$`, 'u'));
	const added = (await assignmentsOf(page, wanted.classroomId)).filter((each) => !before.includes(each));
	expect(added).toHaveLength(1);
	return added[0] ?? '';
}

async function assignmentsOf(page: Page, classroomId: string): Promise<string[]> {
	const text = await (await page.request.get(`/classrooms/${classroomId}`)).text();
	return [
		...new Set([...text.matchAll(/href="(\/classrooms\/[\w-]+\/assignments\/[\w-]+)"/gu)].map(([, path = '']) => path)),
	];
}

/** A new due date, by the form of the assignment. */
export async function moveDue(page: Page, assignment: string, due: string): Promise<void> {
	await visit(page, assignment);
	await page.getByText('Change due date and rules').click();
	await page.getByLabel('Due', { exact: true }).fill(due);
	await page.getByRole('button', { name: 'Change', exact: true }).click();
	await expect(page.getByRole('status').filter({ hasText: 'The assignment was changed.' })).toBeVisible();
}

export async function makeException(page: Page, assignment: string, name: string, until?: string): Promise<void> {
	await visit(page, assignment);
	await page.getByText(/^More time for one student, or excused/u).click();
	await page.getByLabel('Student', { exact: true }).selectOption(name);
	if (until === undefined) await page.getByRole('radio', { name: 'Excused' }).check();
	else await page.getByLabel('Until', { exact: true }).fill(until);
	await page.getByRole('button', { name: 'Make the exception' }).click();
	const said = until === undefined ? 'The student is excused.' : 'The student has more time.';
	await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible();
}

/** One category that weighs double, with the lowest dropped; its works by their weights. */
export async function weigh(page: Page, classroomId: string, works: Record<string, string>): Promise<void> {
	await visit(page, `/classrooms/${classroomId}/gradebook/weights`);
	await page.getByLabel('Name of a new category').fill('Homework');
	await page.getByLabel('Weight of a new category').fill('2');
	await page.getByLabel('Lowest to drop of a new category').fill('1');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toContainText('Saved.');
	for (const [title, weight] of Object.entries(works)) {
		await page.getByLabel(`Category of ${title}`).selectOption('Homework');
		await page.getByLabel(`Weight of ${title}`).fill(weight);
	}
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByLabel(`Weight of ${Object.keys(works)[0] ?? ''}`)).toHaveValue(Object.values(works)[0] ?? '');
	await expectAccessibleInBothThemes(page);
}

/** A colleague follows a link, registers, and is an assistant. */
export async function inviteAssistant(
	page: Page,
	assistant: Page,
	classroomId: string,
	register: () => Promise<unknown>,
) {
	await visit(page, `/classrooms/${classroomId}/settings`);
	await page.getByRole('button', { name: 'Make a link' }).click();
	const link = new URL(await page.getByLabel('Link', { exact: true }).inputValue()).pathname;
	await expectAccessible(page);
	await register();
	await visit(assistant, link);
	await assistant.getByRole('button', { name: 'Become an assistant' }).click();
	await expect(assistant.getByRole('heading', { level: 1, name: 'Period 2' })).toBeVisible();
}

/** The written answer of every student, by keyboard, in the order of the workspace. */
export async function gradeWritten(page: Page, assignment: string, count: number, points: (name: string) => number) {
	await visit(page, '/grading');
	await expect(page.getByText(`${String(count)} need grading`)).toBeVisible();
	await expectAccessibleInBothThemes(page);
	await visit(page, `${assignment}/submissions`);
	await page
		.getByRole('link', { name: /of every student/u })
		.last()
		.press('Enter');
	await expect(page).toHaveURL(/exercise=/u);
	await whenHydrated(page);
	await expectAccessible(page);
	const heading = page.getByRole('heading', { level: 1 });
	const rail = page.getByRole('navigation', { name: 'Students' });
	for (let left = count; left > 0; left -= 1) {
		await expect(rail.getByText(`${String(left)} to grade`, { exact: true })).toBeVisible();
		const name = (await heading.textContent()) ?? '';
		await page.getByLabel(/^Points of/u).fill(String(points(name.trim())));
		await page.keyboard.press('Control+Enter');
		if (left > 1) await expect(heading).not.toHaveText(name);
	}
	await expect(rail.getByText('0 to grade')).toBeVisible();
}
