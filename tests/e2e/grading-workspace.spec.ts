/** The grading workspace: a whole class by keyboard alone, two teachers at once, drafts, names hidden, everything returned. */
import type { Page } from '@playwright/test';
import type { Rules, School } from './fixtures/school.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

/** Students who have handed in unfinished work, made by the forms that the pages send. */
async function classThatHandedIn(
	{ page, student, school }: { page: Page; student: Page; school: School },
	names: string[],
	rules: Rules,
) {
	const made = await school.classOf(page, student, rules);
	const origin = new URL(page.url() === 'about:blank' ? (await visit(page, '/'))!.url() : page.url()).origin;
	const accounts = [made.studentAccount];
	for (const name of ['', ...names]) {
		if (name) {
			await student.context().clearCookies();
			accounts.push(await school.register(student, name));
			await school.join(student, made.classroom);
		}
		const lesson = await (await student.request.get(origin + made.work)).text();
		const attempt = /name="attempt" value="([\w-]+)"/u.exec(lesson)?.[1] ?? '';
		const headers = { origin, accept: 'text/html' };
		const form = { attempt, anyway: 'yes' };
		const answer = await student.request.post(`${origin}${made.work}?/handIn`, { form, headers });
		expect(answer.status()).toBe(200);
	}
	return { ...made, accounts };
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const rail = (page: Page) => page.getByRole('navigation', { name: 'Students' });

test('thirty works are graded on one exercise by keyboard alone', async ({ page, newVisitor, school }) => {
	const student = await newVisitor();
	const names = Array.from({ length: 29 }, (_, index) => `Student of row ${String(index + 1).padStart(2, '0')}`);
	await classThatHandedIn({ page, student, school }, names, { feedbackRule: 'hand-in' });

	await visit(page, '/');
	await expect(page.getByRole('link', { name: 'To grade 30' })).toBeVisible();
	await page.getByRole('link', { name: 'To grade 30' }).click();
	await expect(page.getByText('30 need grading')).toBeVisible();
	await expectAccessibleInBothThemes(page);
	await page.getByRole('link', { name: /^Grade/u }).press('Enter');
	// The queue has a heading, too.
	await expect(rail(page)).toBeVisible();
	// What was answered is the student's here, and nobody else's.
	await expect(page.getByText('What the student reads').first()).toBeVisible();
	await expect(page.getByText(/^(?:Yours|Your (?:choice|place|pair))\b/u)).toHaveCount(0);

	// From exercise to exercise in one work, and then one exercise for everybody.
	await page.keyboard.press('n');
	await page.keyboard.press('n');
	await expect(page.getByRole('region', { name: /Exercise 3/u })).toBeFocused();
	await page.keyboard.press('p');
	await expect(page.getByRole('region', { name: /Exercise 2/u })).toBeFocused();
	await page.getByRole('link', { name: /Exercise 6 of every student/u }).press('Enter');
	await expect(page).toHaveURL(/exercise=/u);
	await expectAccessibleInBothThemes(page);

	// To and fro between students.
	const first = await heading(page).textContent();
	await page.keyboard.press('j');
	await expect(heading(page)).not.toHaveText(first ?? '');
	await expect(page.getByRole('region', { name: /Exercise 6/u })).toBeFocused();
	await page.keyboard.press('k');
	await expect(heading(page)).toHaveText(first ?? '');

	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keys for grading' })).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Escape');

	// Keys never fire while somebody types.
	await page.keyboard.press('c');
	await page.keyboard.type('jk1n?');
	await expect(page.getByLabel('Comment')).toHaveValue('jk1n?');
	await expect(heading(page)).toHaveText(first ?? '');
	await page.keyboard.press('Escape');

	for (let left = 30; left > 0; left -= 1) {
		await expect(rail(page).getByText(`${left} to grade`, { exact: true })).toBeVisible();
		const before = await heading(page).textContent();
		for (const digit of ['2', '3', '2']) await page.keyboard.press(digit);
		await expect(page.getByLabel(/^Points of/u)).toHaveValue('4.00');
		await page.keyboard.press('Control+Enter');
		if (left > 1) await expect(heading(page)).not.toHaveText(before ?? '');
		if (left > 1) await expect(page.getByRole('region', { name: /Exercise 6/u })).toBeFocused();
	}
	await expect(rail(page).getByText('0 to grade')).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: 'Nothing here needs grading any more.' })).toBeAttached();
	await visit(page, '/grading');
	await expect(page.getByText('Nothing needs grading.')).toBeVisible();

	// The last student reads which level was chosen, and what was typed to the first is nobody else's.
	await visit(student, new URL(page.url()).origin + '/lessons');
	await student.getByRole('link', { name: 'Borrowed authority' }).first().click();
	await expect(student.getByText('It is clear that the party makes the claim.').last()).toBeVisible();
	await expect(student.getByText('jk1n?')).toHaveCount(0);
});

test('two teachers grade the same work: the second is told, loses nothing and chooses', async ({
	page,
	newVisitor,
	school,
	complaints,
}) => {
	complaints.expect(/409/u);
	const student = await newVisitor();
	const { teacherAccount, assignment } = await classThatHandedIn({ page, student, school }, [], {
		feedbackRule: 'hand-in',
	});
	const other = await newVisitor();
	await school.signIn(other, teacherAccount);
	for (const each of [page, other]) {
		await visit(each, `${assignment}/submissions`);
		await each.getByRole('link', { name: /Exercise 6 of every student/u }).click();
		await expect(each).toHaveURL(/exercise=/u);
	}
	await other.getByLabel(/^Points of/u).fill('3');
	await other.getByLabel('Comment').fill('The first decision.');
	await other.getByRole('button', { name: 'Save grade' }).click();
	await expect(other.getByText('One decision so far')).toBeVisible();

	await page.getByLabel(/^Points of/u).fill('1');
	await page.getByLabel('Comment').fill('The second decision.');
	await page.keyboard.press('Control+Enter');
	const told = page.getByRole('alert').filter({ hasText: 'Ms Okafor' });
	await expect(told).toContainText('graded this');
	await expect(told).toContainText('3.00');
	await expect(told).toContainText('The first decision.');
	await expect(page.getByLabel('Comment')).toHaveValue('The second decision.');
	await expectAccessible(page);

	await page.getByRole('button', { name: 'Keep mine' }).click();
	await page.getByRole('button', { name: 'Save grade' }).click();
	await expect(page.getByText('2 decisions so far')).toBeVisible();
	await page.reload();
	await expect(page.getByLabel('Comment')).toHaveValue('The second decision.');
});

test('a save that is slow or gets no answer loses nothing, and no draft races it', async ({
	page,
	newVisitor,
	school,
	complaints,
}) => {
	complaints.expect(/ERR_FAILED|Failed to fetch/u);
	const student = await newVisitor();
	const { assignment } = await classThatHandedIn({ page, student, school }, [], { feedbackRule: 'hand-in' });
	await visit(page, `${assignment}/submissions`);
	await page.getByRole('link', { name: /Exercise 6 of every student/u }).click();
	await expect(page).toHaveURL(/exercise=/u);
	const comment = page.getByLabel('Comment', { exact: true });
	const save = page.getByRole('button', { name: 'Save grade' });
	const isGrade = /\?\/grade$/u;

	await page.route(isGrade, (route) => route.abort());
	await page.getByLabel(/^Points of/u).fill('3');
	await comment.fill('Kept.');
	await save.click();
	await expect(page.getByRole('status').filter({ hasText: 'The server cannot be reached.' })).toBeVisible();
	await expect(comment).toHaveValue('Kept.');
	await page.unroute(isGrade);

	// Typed on while the grade is under way: the grade says what was sent, and the rest becomes a draft on top of it.
	let answerAll = () => {};
	const mayAnswer = new Promise<void>((resolve) => (answerAll = resolve));
	await page.route(isGrade, async (route) => {
		await mayAnswer;
		await route.continue();
	});
	await save.click();
	await comment.fill('Kept. And more.');
	// Longer than the pause after which a draft would go.
	await page.waitForTimeout(1_500);
	answerAll();
	await expect(page.getByText('One decision so far')).toBeVisible();
	await expect(comment).toHaveValue('Kept. And more.');
	await expect(page.getByText('Draft saved.')).toBeVisible();
	await page.reload();
	await expect(comment).toHaveValue('Kept. And more.');
	await expect(page.getByText('Draft by Ms Okafor')).toBeVisible();
});

test('drafts are kept as one types, stay hidden from the student, and everything is returned at once', async ({
	page,
	newVisitor,
	school,
}) => {
	const student = await newVisitor();
	const { assignment, work, accounts } = await classThatHandedIn({ page, student, school }, ['Noah Kim'], {
		feedbackRule: 'returned',
	});
	await visit(page, `${assignment}/submissions`);
	await page.getByRole('link', { name: /Exercise 6 of every student/u }).click();
	await expect(page).toHaveURL(/exercise=/u);
	await expect(heading(page)).toHaveText('Mina Petrović');
	await page.getByLabel(/^Points of/u).fill('2');
	await page.getByLabel('Comment').fill('Only a draft.');
	// Going on does not wait for the pause after typing, and still loses nothing.
	await page.getByRole('link', { name: 'Next' }).click();
	await expect(heading(page)).toHaveText('Noah Kim');
	await expect(page.getByLabel('Comment')).toHaveValue('');
	await page.reload();
	await expect(rail(page)).toContainText('draft');
	await visit(page, '/grading');
	await expect(page.getByText('1 needs grading')).toBeVisible();
	await expect(page.getByText('1 draft', { exact: true })).toBeVisible();

	// Names are hidden and shown again.
	await visit(page, `${assignment}/submissions`);
	await page.getByRole('button', { name: 'Hide the names while grading' }).click();
	await expect(heading(page)).toHaveText(/^Student \d+$/u);
	await expect(page.getByRole('main')).not.toContainText(/Mina|Noah/u);
	await expectAccessibleInBothThemes(page);
	await visit(page, assignment);
	await expect(page.getByRole('link', { name: 'Noah Kim' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Show the names' }).click();
	await expect(heading(page)).toHaveText('Noah Kim');

	await visit(page, assignment);
	await page.getByRole('button', { name: 'Return all 2 handed in' }).click();
	// One question, said once.
	await expect(page.getByRole('alert')).toHaveCount(1);
	await expect(page.getByRole('alert')).toContainText('exercises without points');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Return all 2 anyway' }).click();
	await expect(page.getByRole('status').filter({ hasText: '2 pieces of work were returned.' })).toBeVisible();

	await student.context().clearCookies();
	await school.signIn(student, accounts[0]!);
	await visit(student, work);
	await expect(student.getByText('Only a draft.')).toBeVisible();
});

test('the workspace can be used on a phone', async ({ newVisitor, school }) => {
	const page = await newVisitor({ viewport: { width: 390, height: 800 }, hasTouch: true });
	const student = await newVisitor();
	const { assignment } = await classThatHandedIn({ page, student, school }, ['Noah Kim'], { feedbackRule: 'hand-in' });
	await visit(page, `${assignment}/submissions`);
	await page.getByRole('button', { name: 'Students' }).click();
	await rail(page)
		.getByRole('link', { name: /Noah Kim/u })
		.click();
	await expect(heading(page)).toHaveText('Noah Kim');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await expectAccessible(page);
});
