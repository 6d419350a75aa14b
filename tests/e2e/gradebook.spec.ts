/** The gradebook: what a class comes to, what a teacher decides about it, and what a student sees of it. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { School } from './fixtures/school.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

/** Two pieces of work; the student hands in the first and is given all points for it. */
async function gradedClass(page: Page, student: Page, school: School) {
	const made = await school.classOf(page, student, { feedbackRule: 'returned', dueAt: '2099-11-30T16:00' });
	await school.assign(page, made.classroom, { lesson: 'loaded-words', dueAt: '2099-12-07T16:00' });
	await visit(student, made.work);
	await student.getByRole('button', { name: 'Hand in my work' }).click();
	await student.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(student.getByText('appears when your teacher returns the work', { exact: false })).toBeVisible();

	await visit(page, made.assignment);
	await page.getByRole('link', { name: 'Mina Petrović' }).click();
	const forms = page.getByLabel(/^Points of \d/);
	await expect(forms).toHaveCount(5);
	for (const [index, points] of ['10', '4', '2', '2', '4'].entries()) {
		await forms.nth(index).fill(points);
		await page.getByRole('button', { name: 'Save' }).nth(index).click();
		await expect(page.getByText('One decision so far')).toHaveCount(index + 1);
	}
	return { ...made, gradebook: `/classrooms/${made.classroom.id}/gradebook` };
}

test('a teacher reads, sorts, filters and walks it; weights and an exception change it; the student sees the same', async ({
	page,
	newVisitor,
	school,
}) => {
	const student = await newVisitor();
	const { classroom, assignment, gradebook } = await gradedClass(page, student, school);
	const other = await newVisitor();
	await school.register(other, 'Aarav Thakur');
	await school.join(other, classroom);

	// The table.
	await visit(page, `/classrooms/${classroom.id}`);
	await page.getByRole('link', { name: 'Gradebook' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Gradebook' })).toBeVisible();
	const rows = page.getByRole('grid').locator('tbody').getByRole('row');
	await expect(rows).toHaveText([/Aarav Thakur\s*–\s*–\s*–/, /Mina Petrović\s*100%\s*22\.00\s*–/]);
	await expectAccessibleInBothThemes(page);

	// Sorting, by keyboard: one tab stop, arrows, Enter.
	await page.getByLabel('Show').focus();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Aarav Thakur' })).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('button', { name: 'Total' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(rows.first()).toContainText('Mina Petrović');
	await expect(page.getByRole('columnheader', { name: 'Total' })).toHaveAttribute('aria-sort', 'descending');

	// How the total came about, without leaving the table.
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Mina Petrović: how the total came about' });
	await expect(dialog).toContainText('100%.');
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();

	// Finding and filtering.
	await page.getByLabel('Find a student').fill('mina petrovic');
	await expect(page.getByText('1 of 2 students')).toBeVisible();
	await expect(rows.filter({ visible: true })).toHaveText([/Mina Petrović/]);
	await page.getByLabel('Find a student').fill('');
	await page.getByLabel('Show').selectOption('with work late');
	await expect(page.getByText('Nobody fits this.')).toBeVisible();
	await page.getByLabel('Show').selectOption('everyone');

	// Enter on a result opens the work.
	await page.getByRole('link', { name: 'Mina Petrović' }).focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/submissions\//);
	await expect(page.getByRole('heading', { level: 1, name: 'Mina Petrović' })).toBeVisible();

	// Categories and weights: first something that cannot be.
	await visit(page, gradebook);
	await page.getByRole('link', { name: 'Weights and categories' }).click();
	await page.getByLabel('Name of a new category').fill('Homework');
	await page.getByLabel('Weight of a new category').fill('much');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('alert')).toContainText('A weight is a number such as 1, 2 or 0.5.');
	await expect(page.getByLabel('Name of a new category')).toHaveValue('Homework');
	await expectAccessible(page);
	await page.getByLabel('Weight of a new category').fill('2');
	await page.getByLabel('Lowest to drop of a new category').fill('1');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toContainText('Saved.');
	await page.getByLabel('Category of Loaded words').selectOption('Homework');
	await page.getByLabel('Weight of Loaded words').fill('0,5');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toContainText('Saved.');
	await expect(page.getByLabel('Weight of Loaded words')).toHaveValue('0.5');
	await expectAccessibleInBothThemes(page);

	// One student is excused, the other has more time, but never less than the class.
	await page.getByRole('link', { name: 'Loaded words' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Loaded words' })).toBeVisible();
	await page.getByText('More time for one student, or excused').click();
	await page.getByLabel('Student', { exact: true }).selectOption('Mina Petrović');
	await page.getByRole('radio', { name: 'Excused' }).check();
	await page.getByRole('button', { name: 'Make the exception' }).click();
	await expect(page.getByRole('status')).toContainText('The student is excused.');
	await visit(page, assignment);
	await page.getByText('More time for one student, or excused').click();
	await page.getByLabel('Student', { exact: true }).selectOption('Aarav Thakur');
	await page.getByLabel('Until', { exact: true }).fill('2099-01-01T16:00');
	await page.getByRole('button', { name: 'Make the exception' }).click();
	await expect(page.getByText('A date of one’s own is a later one.').first()).toBeVisible();
	await expect(page.getByLabel('Student', { exact: true })).toHaveValue(/./);
	await expectAccessible(page);
	await page.getByLabel('Until', { exact: true }).fill('2099-12-24T16:00');
	await page.getByRole('button', { name: 'Make the exception' }).click();
	await expect(page.getByRole('status')).toContainText('The student has more time.');
	await expect(page.getByRole('row', { name: /Aarav Thakur/ })).toContainText('has until Thu, 24 Dec 2099');
	await expectAccessibleInBothThemes(page);
	await visit(other, '/lessons');
	await expect(other.getByRole('region', { name: 'From your teacher' })).toContainText('24 Dec 2099');

	// The report, before and after the work is returned.
	await visit(page, gradebook);
	await page.getByRole('link', { name: 'Mina Petrović' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Mina Petrović' })).toBeVisible();
	await expect(page.getByRole('row', { name: /Borrowed authority/ })).toContainText('the student does not see it yet');
	await expect(page.getByRole('row', { name: /Loaded words/ })).toContainText('excused: does not count');
	await expect(page.getByText('The total is 100%.')).toBeVisible();
	await expectAccessibleInBothThemes(page);

	await visit(student, '/lessons');
	await expect(student.getByRole('region', { name: 'From your teacher' })).toContainText('excused');
	await student.getByRole('link', { name: 'My results in Period 2' }).click();
	await expect(student.getByText('Nothing counts yet, so there is no total.')).toBeVisible();
	await expect(student.getByRole('row', { name: /Borrowed authority/ })).not.toContainText('22.00');
	await expectAccessibleInBothThemes(student);
	await visit(page, assignment);
	await page.getByRole('button', { name: 'Return the one handed in' }).click();
	await expect(page.getByRole('status')).toContainText('One piece of work was returned.');
	await student.reload();
	await expect(student.getByText('The total is 100%.')).toBeVisible();
	await expect(student.getByRole('row', { name: /Borrowed authority/ })).toContainText('22.00 of 22');

	// The whole as a spreadsheet reads it.
	await visit(page, gradebook);
	const downloading = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download all (CSV)' }).click();
	const csv = await readFile(await (await downloading).path(), 'utf8');
	expect(csv.startsWith('\uFEFFName,User name,Total (%),Homework (%),Other work (%),')).toBe(true);
	expect(csv).toMatch(/Mina Petrović,[\w.-]+,100\.00,,100\.00,22\.00,excused,,0\r\n/);
});

test('an empty classroom says what to do', async ({ page, school }) => {
	await school.register(page, 'Ms Okafor');
	const { id } = await school.openClassroom(page, 'Period 3');
	await visit(page, `/classrooms/${id}/gradebook`);
	await expect(page.getByText('Nobody has joined this classroom yet.')).toBeVisible();
	await expectAccessibleInBothThemes(page);
});
