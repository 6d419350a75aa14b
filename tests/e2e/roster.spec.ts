/** A class from a pasted list: looked at, taken in, printed as cards, and every student with a password of their own. */
import { PASSWORD } from './fixtures/school.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

const LIST =
	'Name;E-mail\nAnna Smith;anna@school.example\nMaria Ruiz;m@school.example\nMaria Ruiz;m2@school.example\n=1+1;x@y.example';

test('a list is mended, looked at and taken in by keyboard; a student signs in with a card and is in the class', async ({
	page,
	newVisitor,
	school,
}) => {
	await school.register(page, 'Ms Okafor');
	const classroom = await school.openClassroom(page, 'Period 2');
	await visit(page, `/classrooms/${classroom.id}`);
	await page.getByRole('link', { name: 'Add students' }).click();
	await expectAccessibleInBothThemes(page);

	// One row is wrong: nobody can be added before it is mended or left out.
	await page.getByLabel('Names').fill(LIST);
	await page.getByRole('button', { name: 'Look at the list' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'One row is wrong: nobody can be added yet' })).toBeVisible();
	await expect(page.getByRole('row', { name: /=1\+1/ })).toContainText('begins a formula, not a name');
	await expect(page.getByRole('button', { name: /^Add / })).toHaveCount(0);
	await expect(page.getByLabel('Names')).toHaveValue(LIST);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Leave out one row' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: '3 students will be added' })).toBeVisible();
	await expect(page.getByRole('row', { name: /maria\.ruiz2/ })).toContainText('Same name twice');
	await expectAccessibleInBothThemes(page);
	await page.getByRole('button', { name: 'Add 3 students and make cards' }).focus();
	await page.keyboard.press('Enter');

	// The cards, once.
	const cards = page.getByRole('list', { name: 'Login cards' }).getByRole('article');
	await expect(cards).toHaveCount(3);
	await expectAccessibleInBothThemes(page);
	const address = page.url();
	await page.getByLabel('Address on the cards').fill('http://192.0.2.7:3000');
	const anna = page.getByRole('article', { name: 'Anna Smith' });
	await expect(anna).toContainText('http://192.0.2.7:3000/sign-in');
	const [userName = '', password = ''] = await anna.locator('code').allTextContents();
	expect(userName).toBe('anna.smith');
	expect(password).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/u);
	expect((await page.request.get(address)).headers()['cache-control']).toContain('no-store');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: /^Print/ })).toBeHidden();
	await expect(cards.first()).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
	await page.getByRole('button', { name: 'I have printed them' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Students and their cards' })).toBeVisible();
	await visit(page, address);
	await expect(page.getByText('cannot be shown again')).toBeVisible();
	await expect(page.getByText(password)).toHaveCount(0);

	// The student: nothing opens before the own password, then everything does.
	const student = await newVisitor();
	await visit(student, '/sign-in?next=/library');
	await student.getByLabel('User name').fill(userName);
	await student.getByLabel('Password').fill(password);
	await student.getByRole('button', { name: 'Sign in' }).click();
	const own = student.getByRole('heading', { level: 1, name: 'Choose your own password' });
	await expect(own).toBeVisible();
	await expectAccessibleInBothThemes(student);
	await visit(student, '/me');
	await expect(own).toBeVisible();
	await student.getByLabel('Your new password').fill(password);
	await student.getByRole('button', { name: 'Use this password' }).click();
	await expect(student.getByText('That is the password on the card.', { exact: false }).first()).toBeVisible();
	await student.getByLabel('Your new password').fill(PASSWORD);
	await student.getByRole('button', { name: 'Use this password' }).click();
	await expect(student.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
	await visit(student, '/classrooms');
	await expect(student.getByText('Period 2').first()).toBeVisible();

	// A forgotten password: a new card, after a question; the student is signed out.
	await visit(page, `/classrooms/${classroom.id}`);
	await page.getByRole('link', { name: 'New card for Anna Smith' }).click();
	await expect(page.getByRole('checkbox', { name: 'New card for Anna Smith' })).toBeChecked();
	await expectAccessibleInBothThemes(page);
	await page.getByRole('button', { name: 'New cards for the chosen students' }).click();
	await expect(page.getByRole('heading', { name: 'A new card for Anna Smith?' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Make the new card' }).click();
	await expect(cards).toHaveCount(1);
	const [, next = ''] = await cards.locator('code').allTextContents();
	expect(next).not.toBe(password);
	await visit(student, '/me');
	await expect(student.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});
