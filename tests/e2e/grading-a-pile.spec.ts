/** A teacher goes through a pile of work: what is typed for one student reaches that student, and nobody else. */
import { expect, expectAccessible, test, visit } from './fixtures/test.ts';

test('what is typed for one student is saved before the work is returned, and does not stand beside the next', async ({
	page,
	newVisitor,
	school,
}) => {
	const mina = await newVisitor();
	const { assignment, classroom, work } = await school.classOf(page, mina);
	const noah = await newVisitor();
	await school.register(noah, 'Noah Kim');
	await school.join(noah, classroom);
	for (const student of [mina, noah]) {
		await visit(student, work);
		await student.getByRole('button', { name: 'Hand in my work' }).click();
		await student.getByRole('button', { name: 'Hand in as it is' }).click();
		await expect(student.getByRole('status').filter({ hasText: 'so far' })).toBeVisible();
	}

	await visit(page, assignment);
	await page.getByRole('link', { name: 'Mina Petrović' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Mina Petrović' })).toBeVisible();
	const written = page.locator('section.exercise').filter({ hasText: 'The machine gives no points here' });
	await written.getByLabel(/^Points of/).fill('1');
	await written.getByLabel('Comment').fill('Who says so?');
	await page.getByLabel('about the whole work').fill('Go on like this, Mina.');
	// What was typed goes along: no field has to be saved first.
	await page.getByRole('button', { name: 'Return and go to the next' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Noah Kim' })).toBeVisible();
	await expect(page.getByLabel('about the whole work')).toHaveValue('');
	await expect(written.getByLabel('Comment')).toHaveValue('');

	await written.getByLabel('Comment').fill('For Noah alone.');
	// Nor is anything lost that was typed just before going on.
	await page.getByRole('link', { name: 'Previous' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Mina Petrović' })).toBeVisible();
	await expect(written.getByLabel('Comment')).toHaveValue('Who says so?');
	await expect(written.getByText('One decision so far')).toBeVisible();
	await expect(page.getByLabel('about the whole work')).toHaveValue('Go on like this, Mina.');
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Next' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Noah Kim' })).toBeVisible();
	await expect(written.getByLabel('Comment')).toHaveValue('For Noah alone.');

	// Mina has what was typed for her, and nothing of Noah's.
	await visit(mina, work);
	await expect(mina.getByText('Who says so?')).toBeVisible();
	await expect(mina.getByText('For Noah alone.')).toHaveCount(0);
});

test('changing an assignment twice keeps its due date', async ({ page, newVisitor, school }) => {
	const { assignment } = await school.classOf(page, await newVisitor(), { dueAt: '2099-11-30T16:00' });
	await visit(page, assignment);
	await page.getByText('Change due date and rules').click();
	for (const rule of ['when you return the work', 'for everyone at the due date']) {
		await page.getByRole('radio', { name: rule }).check();
		await page.getByRole('button', { name: 'Change', exact: true }).click();
		await expect(page.locator('.facts')).toContainText(rule);
		await expect(page.locator('.facts')).toContainText('2099');
	}
});
