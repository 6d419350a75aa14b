/** What a teacher's rules mean to a student: when work opens and closes, how often it may be handed in, what lateness costs. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

const HOUR = 60 * 60 * 1000;
/** As a field holds it; two days either side are the same day nowhere. */
const hoursFromNow = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString().slice(0, 16);

const wordsOf = (student: Page) =>
	student.locator('#exercise-best-true-version-of-dozens').getByRole('textbox').first();

async function handsIn(student: Page) {
	await student.getByRole('button', { name: 'Hand in my work' }).click();
	await student.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(student.getByRole('button', { name: 'Hand in my work' })).toHaveCount(0);
}

test('work that opens later shows that it comes and when, and nothing of it', async ({ page, newVisitor, school }) => {
	const student = await newVisitor();
	const { work } = await school.classOf(page, student, { openAt: '2099-11-23T08:00', dueAt: '2099-11-30T16:00' });

	await visit(student, '/lessons');
	await expect(student.getByRole('listitem').filter({ hasText: 'not open yet' })).toContainText('23 Nov 2099');
	await student.getByRole('link', { name: 'Borrowed authority' }).first().click();
	await expect(student).toHaveURL(work);
	await expect(student.getByText('This opens')).toContainText('23 Nov 2099');
	await expectAccessibleInBothThemes(student);
	const source = await (await student.request.get(work)).text();
	expect(source).not.toContain('exercise-');
	const data = await (await student.request.get(`${work}/__data.json`)).text();
	expect(data).not.toContain('prompt');
});

test('a teacher sets the rules by the classroom’s clock, and is told at the field what does not go together', async ({
	page,
	newVisitor,
	school,
}) => {
	const { assignment } = await school.classOf(page, await newVisitor());
	await visit(page, assignment);
	await page.getByText('Change due date and rules').click();
	await expect(page.getByText('By the clock of the classroom')).not.toHaveCount(0);
	await page.getByLabel('Due', { exact: true }).fill('2099-11-30T16:00');
	await page.getByLabel('Closes', { exact: true }).fill('2099-11-29T16:00');
	await page.getByText('Attempts and late work').click();
	await page.getByLabel('May be handed in').fill('3');
	await page.getByRole('radio', { name: 'loses a share' }).check();
	await page.getByLabel('Percent lost for each day begun').fill('20');
	await expectAccessibleInBothThemes(page);
	await page.getByRole('button', { name: 'Change', exact: true }).click();
	const alert = page.getByRole('alert').first();
	await expect(alert).toContainText('It would close before it is due');
	await alert.getByRole('link').click();
	await expect(page.getByLabel('Closes', { exact: true })).toBeFocused();
	await expect(page.getByLabel('May be handed in'), 'what was typed is kept').toHaveValue('3');

	await page.getByLabel('Closes', { exact: true }).fill('2099-12-02T16:00');
	await page.getByRole('button', { name: 'Change', exact: true }).click();
	const facts = page.locator('.facts').first();
	await expect(facts).toContainText('closes Wed, 2 Dec 2099, 16:00');
	await expect(facts).toContainText('late work loses 20% a day');
	await expect(facts).toContainText('3 attempts, the best one counts');
	await expectAccessible(page);
});

test('a second attempt starts from empty, both are listed, and the best one counts', async ({
	page,
	newVisitor,
	school,
}) => {
	const student = await newVisitor();
	const { work, assignment, classroom } = await school.classOf(page, student, { attemptsAllowed: '2' });
	await visit(student, work);
	await handsIn(student);
	const attempts = student.getByRole('region', { name: 'Your attempts' });
	await expect(attempts.getByRole('listitem')).toHaveCount(1);
	await expect(attempts).toContainText('once more');
	await attempts.getByRole('button', { name: 'Start another attempt' }).click();
	await expect(attempts.getByRole('listitem')).toHaveCount(2);
	await expect(attempts).toContainText('not handed in yet');

	const words = wordsOf(student);
	await words.fill('The report gives no list.');
	await handsIn(student);
	await expect(attempts.getByRole('listitem').filter({ hasText: 'counts' })).toHaveCount(1);
	await expect(attempts.getByRole('button')).toHaveCount(0);
	await expectAccessibleInBothThemes(student);
	await attempts.getByRole('link', { name: 'Attempt 1' }).click();
	await expect(attempts).toContainText('You are reading an earlier attempt');
	await expect(student.getByRole('button', { name: 'Hand in my work' })).toHaveCount(0);

	await visit(page, assignment);
	const row = page.getByRole('row', { name: /Mina/ });
	await expect(row).toContainText(/attempt 1: \d+\.\d\d/);
	await expect(row).toContainText(/attempt 2: \d+\.\d\d/);
	await expectAccessibleInBothThemes(page);
	await visit(page, `/classrooms/${classroom.id}/gradebook`);
	await expect(page.getByRole('row', { name: /Mina/ })).toHaveCount(1);
});

test('late work loses its share for each day begun, and says so wherever it is shown', async ({
	page,
	newVisitor,
	school,
}) => {
	const student = await newVisitor();
	const { work, assignment, classroom } = await school.classOf(page, student);
	const rules = { lateRule: 'per-day', latePercentPerDay: '10' } as const;
	await school.changeRules(page, assignment, { ...rules, dueAt: hoursFromNow(-36) });
	await visit(student, work);
	await expect(student.getByText('Late work loses 10%')).toBeVisible();
	await handsIn(student);
	await expect(student.getByRole('status').first()).toContainText(/of 22.*; [123] days? late, 10% a day: \d+\.\d\d/);
	await visit(student, `/classrooms/${classroom.id}/my-results`);
	await expect(student.getByRole('table')).toContainText(/days? late, 10% a day/);
	await visit(page, assignment);
	await expect(page.getByRole('row', { name: /Mina/ })).toContainText(/days? late, 10% a day/);

	// Longer for the class: it is late no more, and loses nothing.
	await school.changeRules(page, assignment, { ...rules, dueAt: '2099-11-30T16:00' });
	await visit(student, work);
	await expect(student.getByRole('status').first()).not.toContainText('late');
});

test('closed work takes nothing in; what was typed and saved stays to be read', async ({
	page,
	newVisitor,
	school,
	complaints,
}) => {
	complaints.expect(/status of 409/);
	const student = await newVisitor();
	const { work, assignment } = await school.classOf(page, student);
	await visit(student, work);
	const words = wordsOf(student);
	await words.fill('The report gives no list.');
	await expect(student.getByText('Saved', { exact: false }).first()).toBeVisible();

	await school.changeRules(page, assignment, { closeAt: hoursFromNow(-48) });
	await words.fill('The report gives no list, and no date.');
	await expect(student.getByText('This is closed, and was not handed in')).toBeVisible();
	await expect(student.getByText('closed, while you were writing here')).toBeVisible();
	await visit(student, work);
	await expect(student.getByText('This is closed, and was not handed in')).toBeVisible();
	await expect(student.getByRole('button', { name: 'Hand in my work' })).toHaveCount(0);
	await expect(words).toHaveValue('The report gives no list.');
	await expect(student.locator('.notice').filter({ hasText: 'Your other version' })).toBeVisible();
	await expectAccessibleInBothThemes(student);
});

test('feedback at a date waits for it, and then is there for everyone', async ({ page, newVisitor, school }) => {
	const student = await newVisitor();
	const dated = { feedbackRule: 'date', feedbackAt: '2099-12-01T08:00' } as const;
	const { work, assignment } = await school.classOf(page, student, dated);
	await visit(student, work);
	await handsIn(student);
	await expect(student.getByText('appears for everyone at the date')).toContainText('1 Dec 2099');
	await school.changeRules(page, assignment, { ...dated, feedbackAt: hoursFromNow(-48) });
	await visit(student, work);
	await expect(student.getByRole('status').first()).toContainText(/of 22/);
});
