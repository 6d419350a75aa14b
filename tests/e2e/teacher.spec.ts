/** A teacher, from opening a classroom to returning a grade; the student sits at another machine. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { exerciseOf, markByMouse, textOf } from './fixtures/marking.ts';
import { newAccount, School } from './fixtures/school.ts';
import { startServer, withFreshData } from './fixtures/server.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

const WRITTEN = 'best-true-version-of-dozens';

async function fillAccount(page: Page, displayName: string) {
	const account = newAccount(displayName);
	await page.getByLabel('Your name').fill(account.displayName);
	await page.getByLabel('User name').fill(account.userName);
	await page.getByLabel('Password').fill(account.password);
	return account;
}

async function textIn(download: Download): Promise<string> {
	return readFile(await download.path(), 'utf8');
}

test('opens a classroom, assigns, reads, grades, returns; the student sees grade and comment', async ({
	page,
	newVisitor,
}) => {
	// Register, and open a classroom.
	await visit(page, '/classrooms');
	await expect(page).toHaveURL(/\/sign-in\?next=/);
	await visit(page, '/register?next=/classrooms');
	await fillAccount(page, 'Ms Okafor');
	await page.getByRole('button', { name: 'Make my account' }).click();
	await expect(page.getByRole('heading', { name: 'Open your first classroom' })).toBeVisible();
	await expectAccessible(page);
	await page.getByLabel('Name of the classroom').fill('x'.repeat(81));
	await page.getByRole('button', { name: 'Open the classroom' }).click();
	await expect(page.getByRole('alert')).toContainText('at most 80 characters');
	await expect(page.getByLabel('Name of the classroom')).toHaveValue('x'.repeat(81));
	await page.getByLabel('Name of the classroom').fill('Period 2');
	await page.getByRole('button', { name: 'Open the classroom' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Period 2' })).toBeVisible();
	await expect(page.getByText('Nobody has joined yet.')).toBeVisible();
	await expect(page.getByText('Nothing is assigned yet.')).toBeVisible();
	await expectAccessibleInBothThemes(page);
	const code = (await page.getByLabel('code', { exact: true }).textContent())?.replaceAll(' ', '') ?? '';
	expect(code).toMatch(/^\w{6}$/);

	// See the lesson with its key beside the text, then give it.
	await page.getByRole('link', { name: 'Assign a lesson' }).click();
	await page.getByRole('radio', { name: /^Borrowed authority/ }).check();
	await page.getByRole('link', { name: 'See “Borrowed authority” with its key and reasons' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Borrowed authority: the key' })).toBeVisible();
	const reasons = page.getByRole('group', { name: 'Reasons' });
	await expect(reasons.getByRole('listitem').filter({ hasText: 'severely' }).first()).toBeVisible();
	await expect(page.getByText('It gave no list of names or dates', { exact: false })).toBeVisible();
	await expectAccessibleInBothThemes(page);
	await page.goBack();
	await page.getByRole('radio', { name: /^Borrowed authority/ }).check();
	await expectAccessibleInBothThemes(page);
	await page.getByRole('radio', { name: 'for everyone at the due date' }).check();
	await page.getByRole('button', { name: 'Assign' }).click();
	await expect(page.getByRole('alert')).toContainText('needs a due date');
	await expect(page.getByRole('radio', { name: /^Borrowed authority/ })).toBeChecked();
	await expectAccessible(page);
	await page.getByRole('alert').getByRole('link').click();
	await expect(page.getByLabel('Due', { exact: true }), 'the sentence leads to its field').toBeFocused();
	await page.getByLabel('Due', { exact: true }).fill('2099-11-30T16:00');
	await page.getByRole('radio', { name: 'when you return the work' }).check();
	await page.getByRole('button', { name: 'Assign' }).click();
	const row = page.getByRole('row', { name: /Borrowed authority/ });
	await expect(row).toContainText('30 Nov 2099');
	await expect(row).toContainText('when you return the work');

	// The student joins, opens, works; the teacher's table follows.
	const student = await newVisitor();
	await visit(student, `/join?code=${code}`);
	await fillAccount(student, '=1+1');
	await student.getByRole('button', { name: 'Join' }).click();
	await expect(student.getByRole('heading', { name: 'From your teacher' })).toBeVisible();
	await row.getByRole('link').click();
	const progress = page.getByRole('row', { name: /=1\+1/ });
	await expect(progress).toContainText('not opened');
	await student.getByRole('link', { name: 'Borrowed authority' }).first().click();
	await expect(student.getByRole('button', { name: 'Hand in my work' })).toBeVisible();
	await page.reload();
	await expect(progress).toContainText('opened');
	await expect(progress).not.toContainText('not opened');
	const marks = exerciseOf(student, 'mark-the-report');
	await markByMouse(student, textOf(marks), 'tragic', 'Loaded');
	await exerciseOf(student, WRITTEN).getByRole('textbox').fill('The party says that dozens were killed.');
	await expect(exerciseOf(student, WRITTEN).getByText('Saved', { exact: true })).toBeVisible();
	await page.reload();
	await expect(progress).toContainText('working');
	await expectAccessibleInBothThemes(page);
	await student.getByRole('button', { name: 'Hand in my work' }).click();
	await student.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(student.getByText('appears when your teacher returns the work', { exact: false })).toBeVisible();
	await expect(student.getByText(/^You found/)).toHaveCount(0);
	await expect(exerciseOf(student, WRITTEN).getByRole('textbox')).toHaveAttribute('readonly');
	await expectAccessible(student);

	// Read and grade: bad points first.
	await page.reload();
	await expect(progress).toContainText('handed in');
	await progress.getByRole('link', { name: '=1+1' }).click();
	await expect(page.getByRole('heading', { level: 1, name: '=1+1' })).toBeVisible();
	const work = page.getByRole('region', { name: /Exercise 6/ });
	await expect(work).toContainText('The party says that dozens were killed.');
	await work.getByLabel('Points of 4').fill('nine');
	await work.getByLabel('Comment', { exact: true }).fill('Say what is missing.');
	await work.getByRole('button', { name: 'Save grade' }).click();
	await expect(work.getByText('Points are a number such as 7 or 7.5.')).toBeVisible();
	await expect(work.getByLabel('Points of 4')).toHaveValue('nine');
	await expect(work.getByLabel('Comment', { exact: true })).toHaveValue('Say what is missing.');
	await expectAccessible(page);
	await work.getByLabel('Points of 4').fill('9');
	await work.getByRole('button', { name: 'Save grade' }).click();
	await expect(work.getByText('This exercise has at most 4.00 points.')).toBeVisible();
	await work.getByLabel('Points of 4').fill('2,5');
	await work.getByRole('button', { name: 'Save grade' }).click();
	await expect(work.getByText('One decision so far')).toBeVisible();
	await expect(work.getByLabel('Points of 4')).toHaveValue('2.50');
	const marking = page.getByRole('region', { name: /Exercise 2/ });
	await marking.getByLabel('Points of 10').fill('6');
	await marking.getByLabel('Comment', { exact: true }).fill('A careful reading.');
	await marking.getByRole('button', { name: 'Save grade' }).click();
	await expect(marking.getByText('One decision so far')).toBeVisible();
	await expectAccessibleInBothThemes(page);
	await page.getByLabel('To the student, about the whole work').fill('Good. Look again at the sources.');
	await page.getByRole('button', { name: 'Return', exact: true }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Returned.' })).toBeVisible();

	// The grades as a spreadsheet reads them.
	await page.getByRole('link', { name: 'Borrowed authority' }).click();
	await expect(progress).toContainText('returned');
	const downloading = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download the grades (CSV)' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^borrowed-authority-\d{4}-\d\d-\d\d\.csv$/);
	const csv = await textIn(download);
	expect(csv.startsWith('\uFEFF')).toBe(true);
	const [head, first] = csv.slice(1).trimEnd().split('\r\n');
	expect(head).toBe(
		'Name,User name,State,Handed in (UTC),Late,mark-the-report (of 10),check-article-55 (of 4),' +
			`where-the-source-stops (of 2),same-words-other-side (of 2),${WRITTEN} (of 4),Points,Of,Waiting,Comment`,
	);
	expect(first).toMatch(/^"'=1\+1",[\w.-]+,returned,\d{4}-[^,]+Z,,6\.00,0\.00,0\.00,0\.00,2\.50,8\.50,22,0,/);
	expect(first).toMatch(/Good\. Look again at the sources\.$/);

	// What the student sees now.
	await student.reload();
	await expect(student.getByRole('status').filter({ hasText: '8.50 of 22' })).toContainText(
		'Look again at the sources.',
	);
	await expect(marks).toContainText('6.00 of 10');
	await expect(marks).toContainText('Your teacher: A careful reading.');
	await expect(exerciseOf(student, WRITTEN)).toContainText('2.50 of 4');
	await expect(exerciseOf(student, WRITTEN)).toContainText('Your teacher: Say what is missing.');
	await expect(marks.getByText(/^You found 1 of/)).toBeVisible();
	await expectAccessibleInBothThemes(student);
	await visit(student, '/lessons');
	await expect(student.getByRole('region', { name: 'From your teacher' })).toContainText('returned');
});

test('renames the classroom, changes the code, takes work back, removes a student', async ({
	page,
	newVisitor,
	school,
}) => {
	const student = await newVisitor();
	const { classroom, assignment, work } = await school.classOf(page, student);
	await visit(student, work);
	await visit(page, `/classrooms/${classroom.id}`);

	await page.getByRole('link', { name: 'Settings and staff' }).click();
	await page.getByLabel('Name of the classroom').fill('Year 10 history');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toContainText('are saved');
	await page.getByRole('link', { name: 'Year 10 history' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Year 10 history' })).toBeVisible();

	await page.getByRole('button', { name: 'Change the code' }).click();
	await expect(page.getByRole('status')).toContainText('The old one no longer works.');
	const late = await newVisitor();
	await visit(late, `/join?code=${classroom.code}`);
	await expect(late.getByRole('alert')).toContainText('No classroom has this code');

	await page.getByRole('button', { name: 'Remove Mina Petrović' }).click();
	const dialog = page.getByRole('dialog', { name: 'Remove Mina Petrović?' });
	await expectAccessible(page);
	await dialog.getByRole('button', { name: 'Keep the student' }).click();
	await expect(dialog).toBeHidden();
	await page.getByRole('button', { name: 'Remove Mina Petrović' }).click();
	await dialog.getByRole('button', { name: 'Remove the student' }).click();
	await expect(page.getByRole('status')).toContainText('The student was removed');
	await expect(page.getByText('Nobody has joined yet.')).toBeVisible();
	expect((await student.request.get(work)).status()).toBe(404);

	await visit(page, assignment);
	await page.getByText('Take this assignment back').click();
	await page.getByRole('button', { name: 'Take it back' }).click();
	await expect(page, 'nothing is deleted without the tick').toHaveURL(assignment);
	await page.getByRole('checkbox', { name: /Yes, delete it/ }).check();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Take it back' }).click();
	await expect(page.getByText('Nothing is assigned yet.')).toBeVisible();
});

test('a due date can be changed, and all work returned at once', async ({ page, newVisitor, school }) => {
	const student = await newVisitor();
	const { assignment, work } = await school.classOf(page, student, { feedbackRule: 'returned' });
	await visit(student, work);
	await student.getByRole('button', { name: 'Hand in my work' }).click();
	await student.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(student.getByText('appears when your teacher returns the work', { exact: false })).toBeVisible();

	await visit(page, assignment);
	await page.getByText('Change due date and rules').click();
	await page.getByLabel('Due', { exact: true }).fill('2098-01-02T09:30');
	await page.getByRole('button', { name: 'Change', exact: true }).click();
	await expect(page.getByRole('status')).toContainText('The assignment was changed.');
	await expect(page.getByText('2 Jan 2098', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Return the one handed in' }).click();
	// The written answer has no points yet: the page asks before it goes back.
	await expect(page.getByText('One of them has exercises without points.', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Return it anyway' }).click();
	await expect(page.getByRole('status')).toContainText('One piece of work was returned.');
});

test('a new password ends every other session, and a wrong present one ends nothing', async ({
	page,
	newVisitor,
	school,
}) => {
	const account = await school.register(page, 'Ms Okafor');
	const other = await newVisitor();
	await school.signIn(other, account);
	await visit(other, '/me');
	await expect(other.getByText('Signed in as')).toBeVisible();

	await visit(page, '/me');
	await expectAccessibleInBothThemes(page);
	await page.getByLabel('Present password').fill('not this one');
	await page.getByLabel('New password').fill('three plain words');
	await page.getByRole('button', { name: 'Change my password' }).click();
	await expect(page.getByText('That is not your present password.').first()).toBeVisible();
	await expectAccessible(page);
	await page.getByLabel('Present password').fill(account.password);
	await page.getByLabel('New password').fill('three plain words');
	await page.getByRole('button', { name: 'Change my password' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Your password is changed.' })).toBeVisible();
	await visit(other, '/me');
	await expect(other).toHaveURL(/\/sign-in/);
	await school.signIn(other, { ...account, password: 'three plain words' });
});

test('where a teacher code is set, it is asked before a classroom opens', async ({ page, complaints }) => {
	await withFreshData(async (dataFolder) => {
		const server = await startServer({ dataFolder, env: { TEACHER_CODE: 'lighthouse' } });
		complaints.alsoServedBy(new URL(server.url).origin);
		try {
			await new School(new URL(server.url).origin).register(page, 'Ms Okafor');
			await visit(page, `${server.url}/classrooms`);
			await page.getByLabel('Name of the classroom').fill('Period 2');
			await page.getByLabel('Teacher code of this server').fill('a guess');
			await page.getByRole('button', { name: 'Open the classroom' }).click();
			await expect(page.getByRole('alert')).toContainText('That is not the teacher code of this server.');
			await expect(page.getByLabel('Name of the classroom')).toHaveValue('Period 2');
			await expectAccessible(page);
			await page.getByLabel('Teacher code of this server').fill('lighthouse');
			await page.getByRole('button', { name: 'Open the classroom' }).click();
			await expect(page.getByRole('heading', { level: 1, name: 'Period 2' })).toBeVisible();
		} finally {
			await server.stop();
		}
	});
});
