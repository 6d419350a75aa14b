/** A teacher gives part of a lesson, lessons in an order, and the marks of the class to who has read alone first. */
import type { Page } from '@playwright/test';
import { unflatten } from '../faults/page-data.ts';
import { editions, rightAnswer } from './fixtures/answers.ts';
import { LESSON } from './fixtures/school.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit, whenHydrated } from './fixtures/test.ts';

const edition = editions.find(({ lesson }) => lesson === LESSON)!;
const marking = edition.exercises.find(({ kind }) => kind === 'mark-spans')!;

async function handIn(student: Page, path: string) {
	await visit(student, path);
	await student.getByRole('button', { name: 'Hand in my work' }).click();
	await student.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(student.getByRole('status').first()).toBeVisible();
}

async function assignmentsOn(page: Page, classroomId: string): Promise<string[]> {
	await visit(page, `/classrooms/${classroomId}`);
	const links = page.locator('table a[href*="/assignments/"]');
	return Promise.all((await links.all()).map(async (link) => (await link.getAttribute('href')) ?? ''));
}

test('only what stayed ticked is asked, shared after reading alone, printed, and counted over time', async ({
	page,
	newVisitor,
	school,
	server,
}) => {
	const origin = new URL(server.url).origin;
	await school.register(page, 'Ms Okafor');
	const classroom = await school.openClassroom(page, 'Period 2');

	await visit(page, `/classrooms/${classroom.id}/assign`);
	await page.locator(`input[name=lesson][value=${LESSON}]`).check();
	await page.locator('summary:visible', { hasText: 'Only part of it' }).click();
	const boxes = page.locator(`input[name^="exercise.${LESSON}."]`);
	for (const box of await boxes.all()) await box.uncheck();
	await page.getByRole('button', { name: 'Assign', exact: true }).click();
	await expect(page.getByText('Please keep at least one exercise').first()).toBeVisible();
	await expect(boxes.first()).not.toBeChecked();
	await page.locator(`input[name="exercise.${LESSON}.${LESSON}.${marking.id}"]`).check();
	await page.getByLabel('When their own work is in').check();
	await page.getByLabel('when you return the work').check();
	await expectAccessibleInBothThemes(page);
	await page.getByRole('button', { name: 'Assign', exact: true }).click();
	await expect(page.getByText('part of it', { exact: true })).toBeVisible();
	const [assignment = ''] = await assignmentsOn(page, classroom.id);

	for (let number = 0; number < 6; number += 1) {
		const student = await newVisitor();
		await school.register(student, 'Amara Osei');
		await school.join(student, classroom);
		const path = `${assignment}/work`;
		await visit(student, path);
		await expect(student.locator('section.exercise')).toHaveCount(1);
		await expect(student.getByText('It is not part of your assignment.').first()).toBeVisible();

		const before = await (await student.request.get(`${path}/__data.json`)).text();
		const { work, classMarks } = unflatten(before).open as { work: { attemptId: string }; classMarks: unknown };
		expect(classMarks).toEqual({ state: 'after own work' });
		await expect(student.getByRole('button', { name: 'The class', exact: true })).toHaveCount(0);
		await student.request.put(`/attempts/${work.attemptId}/answers/${marking.id}`, {
			data: { edition: edition.id, try: 1, revision: 0, answer: rightAnswer(marking) },
			headers: { origin },
		});
		await student.reload();
		await whenHydrated(student);
		await student.getByRole('button', { name: 'Hand in my work' }).click();
		await expect(student.getByRole('button', { name: 'Hand in my work' })).toHaveCount(0);
		if (number < 5) {
			await expect(student.getByText('at least five classmates')).toBeVisible();
			continue;
		}
		const layer = student.getByRole('button', { name: 'The class', exact: true });
		await layer.press('Enter');
		await expect(layer).toHaveAttribute('aria-pressed', 'true');
		await expect(student.locator('.heat').first()).toHaveAttribute('title', /^5 of 5 marked this as/u);
		await student.getByText('What the class marked, as a table').click();
		await expect(student.getByRole('cell', { name: '5 of 5' }).first()).toBeVisible();
		await expect(student.getByRole('button', { name: 'The key' })).toHaveCount(0);
		await expectAccessibleInBothThemes(student);
	}

	await visit(page, assignment);
	await page.getByRole('link', { name: 'worksheet', exact: true }).click();
	await expect(page.getByText('Period 2').first()).toBeVisible();
	await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1);
	await expectAccessible(page);
	await page.getByRole('link', { name: 'the teacher’s copy' }).click();
	await expect(page.getByRole('columnheader', { name: 'Why' })).toBeVisible();

	await visit(page, `/classrooms/${classroom.id}/progress`);
	await expect(page.getByText(/^Found (\d+) of \1, left/u)).toBeVisible();
	await page.getByRole('combobox', { name: 'Student' }).selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Show' }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Amara Osei' })).toBeVisible();
	await expectAccessibleInBothThemes(page);
});

test('lessons in an order open one after another, and say what they wait for', async ({ page, newVisitor, school }) => {
	await school.register(page, 'Ms Okafor');
	const classroom = await school.openClassroom(page, 'Period 3');
	await visit(page, `/classrooms/${classroom.id}/assign/sequence`);
	await page.getByRole('textbox', { name: 'Name' }).fill('Who says so');
	await page.getByLabel('Place of Who says it?').fill('1');
	await page.getByRole('button', { name: 'Assign', exact: true }).click();
	await expect(page.getByText('Please number at least two lessons').first()).toBeVisible();
	await page.getByLabel('Place of Borrowed authority').fill('2');
	await expectAccessibleInBothThemes(page);
	await page.getByRole('button', { name: 'Assign', exact: true }).click();
	await expect(page.getByRole('rowheader', { name: /Who says so/u })).toBeVisible();
	const [first = '', second = ''] = await assignmentsOn(page, classroom.id);

	const student = await newVisitor();
	await school.register(student, 'Mina Petrović');
	await school.join(student, classroom);
	await visit(student, '/lessons');
	await expect(student.getByText('opens when “Who says it?” is handed in')).toBeVisible();
	await expectAccessible(student);
	expect((await student.request.get(`${second}/work`)).status()).toBe(409);
	await handIn(student, `${first}/work`);
	await visit(student, `${second}/work`);
	await expect(student.getByRole('heading', { level: 1, name: 'Borrowed authority' })).toBeVisible();
});
