/** The life of a classroom beside its lessons: colleagues, the archive, a student who moves, and a look as a student. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

async function handIn(page: Page, work: string) {
	await visit(page, work);
	await page.getByRole('button', { name: 'Hand in my work' }).click();
	await page.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(page.getByRole('heading', { name: 'Hand in' })).toBeHidden();
}

test('a teacher invites an assistant, who grades and returns but changes nothing else', async ({
	page,
	newVisitor,
	school,
}) => {
	const student = await newVisitor();
	const { classroom, assignment, work } = await school.classOf(page, student, { feedbackRule: 'returned' });
	await handIn(student, work);

	await visit(page, `/classrooms/${classroom.id}`);
	await page.getByRole('link', { name: 'Settings and staff' }).click();
	await expect(page.getByText('You are its only teacher')).toBeVisible();
	await page.getByRole('button', { name: 'Make a link' }).click();
	const link = await page.getByLabel('Link', { exact: true }).inputValue();
	await expect(page.getByText('Links that still work')).toBeVisible();
	await expectAccessibleInBothThemes(page);

	// The link leads a colleague without an account through making one, and back.
	const assistant = await newVisitor();
	await visit(assistant, new URL(link).pathname);
	await expect(assistant.getByText('invites you to be an assistant')).toBeVisible();
	await expectAccessible(assistant);
	await school.register(assistant, 'Ravi Menon');
	await visit(assistant, new URL(link).pathname);
	await assistant.getByRole('button', { name: 'Become an assistant' }).click();
	await expect(assistant.getByRole('heading', { level: 1, name: 'Period 2' })).toBeVisible();
	await expect(assistant.getByText(classroom.code.slice(0, 3))).toBeHidden();
	await expect(assistant.getByRole('link', { name: 'Assign a lesson' })).toBeHidden();
	await expect(assistant.getByRole('button', { name: /^Remove/u })).toHaveCount(0);
	await expectAccessible(assistant);

	await visit(assistant, assignment);
	await expect(assistant.getByText('Take this assignment back')).toBeHidden();
	expect((await assistant.request.get(`/classrooms/${classroom.id}/assign`)).status()).toBe(404);
	expect((await assistant.request.get(`/classrooms/${classroom.id}/gradebook/weights`)).status()).toBe(404);
	await assistant.getByRole('link', { name: 'Mina Petrović' }).click();
	const written = assistant.locator('section.exercise').filter({ hasText: 'The machine gives no points here' });
	await written.getByLabel(/^Points of/u).fill('1');
	await written.getByLabel('Comment', { exact: true }).fill('Say who claims it.');
	await expect(written).toContainText('Draft saved');
	await written.getByRole('button', { name: /^Save/u }).first().click();
	await visit(assistant, assignment);
	await assistant.getByRole('button', { name: 'Return the one handed in' }).click();
	const anyway = assistant.getByRole('button', { name: /anyway/u });
	const returned = assistant.getByRole('status').filter({ hasText: 'returned' });
	await expect(anyway.or(returned)).toBeVisible();
	if (await anyway.isVisible()) await anyway.click();
	await expect(returned).toBeVisible();
	await visit(student, work);
	await expect(student.getByText('Say who claims it.')).toBeVisible();

	// A link works once.
	const late = await newVisitor();
	await school.register(late, 'Too Late');
	expect((await late.request.get(new URL(link).pathname)).status()).toBe(404);

	await visit(page, `/classrooms/${classroom.id}/settings`);
	await page.getByRole('button', { name: /^Make a teacher.*Ravi Menon/u }).click();
	await expect(page.getByRole('status')).toContainText('one more teacher');
	await visit(assistant, `/classrooms/${classroom.id}`);
	await expect(assistant.getByRole('link', { name: 'Assign a lesson' })).toBeVisible();
});

test('a classroom goes into the archive to be read, and comes out again', async ({ page, newVisitor, school }) => {
	const student = await newVisitor();
	const { classroom, work } = await school.classOf(page, student);
	await visit(page, `/classrooms/${classroom.id}/settings`);
	await page.getByLabel('Time zone', { exact: true }).selectOption('Europe/London');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toContainText('are saved');
	await page.getByRole('button', { name: 'Put it in the archive' }).click();
	await expect(page.getByText('In the archive since')).toBeVisible();
	await expectAccessible(page);

	await visit(page, '/classrooms');
	await expect(page.getByRole('link', { name: 'Period 2' })).toBeHidden();
	await page.getByText('Archive (1)').click();
	await expect(page.getByRole('link', { name: 'Period 2' })).toBeVisible();
	await expectAccessible(page);
	await visit(student, '/lessons');
	await expect(student.getByRole('region', { name: 'From your teacher' })).toBeHidden();
	const late = await newVisitor();
	await visit(late, `/join?code=${classroom.code}`);
	await expect(late.getByRole('alert')).toContainText('No classroom has this code');

	await visit(page, `/classrooms/${classroom.id}/settings`);
	await page.getByRole('button', { name: 'Take it out of the archive' }).click();
	await expect(page.getByRole('status')).toContainText('open again');
	await handIn(student, work);
});

test('a student moves with all work to another classroom', async ({ page, newVisitor, school }) => {
	const student = await newVisitor();
	const { classroom, work } = await school.classOf(page, student);
	await handIn(student, work);
	const other = await school.openClassroom(page, 'Period 5');
	await visit(page, `/classrooms/${classroom.id}`);
	await page.getByRole('link', { name: 'Move Mina Petrović' }).click();
	await page.getByLabel('To the classroom').selectOption('Period 5');
	await page.getByRole('button', { name: 'See what happens' }).click();
	await expect(page.getByText('comes along as an assignment that only this student has')).toBeVisible();
	await expectAccessibleInBothThemes(page);
	await page.getByRole('button', { name: 'Move Mina Petrović to Period 5' }).click();
	await expect(page).toHaveURL(new RegExp(`/classrooms/${other.id}/gradebook/`, 'u'));
	await expect(page.getByText('Mina Petrović').first()).toBeVisible();
	await visit(page, `/classrooms/${classroom.id}`);
	await expect(page.getByText('Nobody has joined yet.')).toBeVisible();
	await visit(student, '/lessons');
	await expect(student.getByRole('region', { name: 'From your teacher' })).toContainText('Period 5');
});

test('a teacher plays an assignment as a student, and leaves no trace', async ({ page, newVisitor, school }) => {
	const student = await newVisitor();
	const { assignment } = await school.classOf(page, student, { feedbackRule: 'returned' });
	await visit(page, assignment);
	await page.getByRole('link', { name: 'preview it as a student' }).click();
	const bar = page.getByRole('complementary', { name: 'Preview' });
	await expect(bar).toContainText('Nothing is saved or counted.');
	await expectAccessibleInBothThemes(page);

	const text = page.getByRole('textbox').first();
	await text.fill('My own words.');
	await page.getByRole('button', { name: 'Hand in my work' }).click();
	await page.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(page.getByText('when your teacher returns the work').first()).toBeVisible();
	await expect(text).toHaveValue('My own words.');
	await bar.getByRole('button', { name: 'Show the feedback now' }).click();
	await expect(page.getByText(/of \d+ so far/u).first()).toBeVisible();
	await bar.getByRole('button', { name: 'Start over' }).click();
	await expect(page.getByRole('button', { name: 'Hand in my work' })).toBeVisible();
	await expect(text).toHaveValue('');
	expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))).toEqual([]);

	await bar.getByRole('link', { name: 'Leave the preview' }).click();
	await expect(page.getByText('0 handed in · 0 working · 0 opened · 1 not opened')).toBeVisible();
});
