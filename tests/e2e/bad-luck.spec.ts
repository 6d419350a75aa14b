/** Two tabs, late work, a session that ended, a page that is not there, a browser without scripts: nothing is lost. */
import { exerciseOf, markByMouse, notesOf, storedAnswers, textOf } from './fixtures/marking.ts';
import { newAccount } from './fixtures/school.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

const WRITTEN = 'best-true-version-of-dozens';
const CONFLICT = /status of 409/;

test('two tabs: the newer text is shown, the other version waits until one is chosen', async ({
	page,
	newVisitor,
	school,
	complaints,
}) => {
	complaints.expect(CONFLICT);
	const { work } = await school.classOf(await newVisitor(), page);
	await visit(page, work);
	const second = await page.context().newPage();
	await visit(second, work);

	const first = exerciseOf(page, WRITTEN);
	await first.getByRole('textbox').fill('From the first tab.');
	await expect(first.getByText('Saved', { exact: true })).toBeVisible();

	const other = exerciseOf(second, WRITTEN);
	await other.getByRole('textbox').fill('From the second tab.');
	const alert = other.getByRole('alert');
	await expect(alert).toContainText('This was changed in another tab or on another device.');
	await expect(other.getByRole('textbox').last()).toHaveValue('From the first tab.');
	await alert.getByText('Your other version').click();
	await expect(alert.getByRole('textbox')).toHaveValue('From the second tab.');
	await expectAccessibleInBothThemes(second);

	await alert.getByRole('button', { name: 'Use my other version' }).click();
	await expect(alert).toBeHidden();
	await expect(other.getByText('Saved', { exact: true })).toBeVisible();
	await expect(other.getByRole('textbox')).toHaveValue('From the second tab.');
	expect(await storedAnswers(page, WRITTEN)).toEqual(['{"text":"From the second tab."}']);

	// Now the first tab is the older one; it can also give way.
	await first.getByRole('textbox').fill('From the first tab again.');
	await first.getByRole('button', { name: 'Keep the newer one' }).click();
	await expect(first.getByRole('textbox')).toHaveValue('From the second tab.');
	expect(await storedAnswers(page, WRITTEN)).toEqual(['{"text":"From the second tab."}']);
});

test('two tabs with marks: both versions can be seen before one is chosen', async ({ page, complaints }) => {
	complaints.expect(CONFLICT);
	await visit(page, '/lessons/borrowed-authority');
	const first = exerciseOf(page, 'mark-the-report');
	await markByMouse(page, textOf(first), 'tragic', 'Loaded');
	await expect(first.getByText('Saved', { exact: true })).toBeVisible();
	const tab = await page.context().newPage();
	await visit(tab, '/lessons/borrowed-authority');
	await markByMouse(page, textOf(first), 'severely', 'Loaded');
	await expect(first.getByText('Saved', { exact: true })).toBeVisible();

	const second = exerciseOf(tab, 'mark-the-report');
	await markByMouse(tab, textOf(second), 'culprits', 'Loaded');
	await expect(second.getByRole('alert')).toContainText('This was changed in another tab');
	await expect(notesOf(second).filter({ hasText: 'severely' }).first()).toBeVisible();
	await second.getByText('Your other version').click();
	await expect(second.getByRole('alert').getByText('culprits').first()).toBeVisible();
	await second.getByRole('button', { name: 'Use my other version' }).click();
	await expect(second.getByText('Saved', { exact: true })).toBeVisible();
	expect((await storedAnswers(page, 'mark-the-report'))[0]).toContain('culprits');
});

test('a second hand-in from another tab changes nothing, and says so', async ({ page, newVisitor, school }) => {
	const { work } = await school.classOf(await newVisitor(), page);
	await visit(page, work);
	const second = await page.context().newPage();
	await visit(second, work);
	for (const tab of [page, second]) {
		await tab.getByRole('button', { name: 'Hand in my work' }).click();
		await expect(tab.getByRole('alert')).toContainText('exercises are not finished');
	}
	await page.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'of 22 so far' })).toBeVisible();
	await second.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(second.getByText('This work was handed in already.', { exact: false })).toBeVisible();
	await expectAccessible(second);
});

test('typing on in a second tab after the hand-in is told that it is closed', async ({
	page,
	newVisitor,
	school,
	complaints,
}) => {
	complaints.expect(CONFLICT);
	const { work } = await school.classOf(await newVisitor(), page, { feedbackRule: 'returned' });
	await visit(page, work);
	const second = await page.context().newPage();
	await visit(second, work);
	await page.getByRole('button', { name: 'Hand in my work' }).click();
	await page.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(page.getByText('appears when your teacher returns', { exact: false })).toBeVisible();

	await exerciseOf(second, WRITTEN).getByRole('textbox').fill('Too late.');
	await expect(second.getByText('appears when your teacher returns', { exact: false })).toBeVisible();
	await expect(exerciseOf(second, WRITTEN).getByRole('textbox')).toHaveAttribute('readonly');
});

test('late work is taken, marked late, and gets its feedback at once', async ({ page, newVisitor, school }) => {
	const teacher = await newVisitor();
	const { assignment, work } = await school.classOf(teacher, page, { feedbackRule: 'due', dueAt: '2099-11-30T16:00' });
	await visit(page, work);
	await exerciseOf(page, WRITTEN).getByRole('textbox').fill('Slow, but here.');
	await expect(exerciseOf(page, WRITTEN).getByText('Saved', { exact: true })).toBeVisible();
	await school.changeRules(teacher, assignment, { dueAt: '2020-01-01T12:00', feedbackRule: 'due' });

	await page.getByRole('button', { name: 'Hand in my work' }).click();
	await page.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Handed in late.' })).toBeVisible();
	await expect(exerciseOf(page, WRITTEN).getByRole('heading', { name: 'One good answer' })).toBeVisible();
	await expectAccessible(page);
	await visit(teacher, assignment);
	await expect(teacher.getByRole('row', { name: /Mina Petrović/ })).toContainText('late');
});

test('what is typed after a sign-out in another tab is kept, and saved after signing in', async ({
	page,
	newVisitor,
	school,
	complaints,
}) => {
	complaints.expect(/status of 404/);
	const { work, studentAccount } = await school.classOf(await newVisitor(), page);
	await visit(page, work);
	const written = exerciseOf(page, WRITTEN);
	await written.getByRole('textbox').fill('Before.');
	await expect(written.getByText('Saved', { exact: true })).toBeVisible();

	const tab = await page.context().newPage();
	await visit(tab, '/me');
	await tab.getByRole('button', { name: 'Sign out' }).click();
	await expect(tab.getByText('You are signed out.')).toBeVisible();

	await written.getByRole('textbox').fill('Before. And after.');
	await expect(written.getByRole('status')).toContainText('Perhaps you signed out in another tab.');
	await expect(written.getByRole('textbox')).toHaveValue('Before. And after.');
	await expectAccessible(page);

	await school.signIn(page, studentAccount);
	await visit(page, work);
	await expect(written.getByRole('textbox')).toHaveValue('Before. And after.');
	await expect(written.getByText('Saved', { exact: true })).toBeVisible();
	expect(await storedAnswers(page, WRITTEN)).toEqual(['{"text":"Before. And after."}']);
});

test('an answer that is too long is said to be so, and nothing of it is lost', async ({ page, complaints }) => {
	complaints.expect(/status of 400/);
	await visit(page, '/lessons/borrowed-authority');
	const written = exerciseOf(page, WRITTEN);
	const long = 'word '.repeat(1_010);
	const box = written.getByRole('textbox');
	await box.evaluate((element) => element.removeAttribute('maxlength'));
	await box.fill(long);
	await expect(written.getByRole('status')).toContainText('This answer could not be saved');
	await expect(box).toHaveValue(long);
	await page.reload();
	await expect(box).toHaveValue(long);
});

test('a page that is not there, and somebody else’s, look alike and lead on', async ({
	page,
	newVisitor,
	school,
	complaints,
}) => {
	complaints.expect(/status of 404/);
	const { classroom, assignment, work } = await school.classOf(await newVisitor(), await newVisitor());
	await school.register(page, 'Somebody Else');
	for (const path of ['/no-such-page', '/lessons/nothing', `/classrooms/${classroom.id}`, assignment, work]) {
		const response = await visit(page, path);
		expect(response?.status(), path).toBe(404);
		await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible();
		await expect(page.getByRole('main')).toContainText('Nothing that was saved is lost.');
		await expectAccessible(page);
	}
	expect((await page.request.get(`${assignment}/grades`)).status()).toBe(404);
	await page.getByRole('link', { name: 'Go to the lessons' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Lessons' })).toBeVisible();
});

test('without JavaScript people register, sign in, open a classroom, give work and join', async ({
	newVisitor,
	complaints,
}) => {
	complaints.expect(/status of 400/, /scripts? (?:is|are) (?:disabled|blocked)/i);
	const page = await newVisitor({ javaScriptEnabled: false });
	const account = newAccount('Ms Okafor');

	await page.goto('/register?next=/classrooms');
	await page.getByLabel('Your name').fill(account.displayName);
	await page.getByLabel('User name').fill(account.userName);
	await page.getByLabel('Password').fill('short');
	await page.getByRole('button', { name: 'Make my account' }).click();
	await expect(page.getByText('at least 8 characters', { exact: false }).first()).toBeVisible();
	await expect(page.getByLabel('User name')).toHaveValue(account.userName);
	await page.getByLabel('Password').fill(account.password);
	await page.getByRole('button', { name: 'Make my account' }).click();
	await page.getByLabel('Name of the classroom').fill('Period 2');
	await page.getByRole('button', { name: 'Open the classroom' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Period 2' })).toBeVisible();
	const code = await page.getByLabel('code', { exact: true }).textContent();
	const address = page.url();
	await page.getByRole('link', { name: 'Assign a lesson' }).click();
	await page.getByRole('radio', { name: /^Borrowed authority/ }).check();
	await page.getByRole('button', { name: 'Assign' }).click();
	await expect(page).toHaveURL(address);
	await expect(page.getByRole('row', { name: /Borrowed authority/ })).toBeVisible();
	await page.goto('/me');
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page.getByText('You are signed out.')).toBeVisible();
	await page.goto('/sign-in?next=/classrooms');
	await page.getByLabel('User name').fill(account.userName);
	await page.getByLabel('Password').fill('not this one');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByText('do not go together', { exact: false }).first()).toBeVisible();
	await page.getByLabel('Password').fill(account.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByRole('link', { name: 'Period 2' })).toBeVisible();

	const student = await newVisitor({ javaScriptEnabled: false });
	await student.goto('/join');
	await student.getByLabel('Class code').fill(code ?? '');
	await student.getByRole('button', { name: 'Go on' }).click();
	const pupil = newAccount('Mina');
	await student.getByLabel('Your name').fill(pupil.displayName);
	await student.getByLabel('User name').fill(pupil.userName);
	await student.getByLabel('Password').fill(pupil.password);
	await student.getByRole('button', { name: 'Join' }).click();
	await student.getByRole('link', { name: /^Begin: Borrowed authority/ }).click();
	const notice = student.locator('noscript').getByRole('paragraph');
	await expect(notice).toBeVisible();
	await expect(notice).toHaveText('Marking words needs JavaScript. Everything can be read without it.');
	await expect(student.getByText('The UKPNP demanded that the culprits', { exact: false })).toBeVisible();
});
