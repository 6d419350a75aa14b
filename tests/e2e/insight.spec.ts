/** A teacher looks at what the class marked, shows it on the wall, and nobody's name is there. */
import type { Page } from '@playwright/test';
import { unflatten } from '../faults/page-data.ts';
import { editions, rightAnswer } from './fixtures/answers.ts';
import { LESSON } from './fixtures/school.ts';
import { expect, expectAccessibleInBothThemes, test, visit, whenHydrated } from './fixtures/test.ts';

const STUDENTS = ['Amara Osei', 'Ben Whitcombe', 'Chiara Lombardi', 'Esra Yılmaz', 'Farid Haddad', 'Noah Kim'];
const edition = editions.find(({ lesson }) => lesson === LESSON);
const marking = edition?.exercises.find(({ kind }) => kind === 'mark-spans');

/** Marks everything right, or nothing, and hands in; over the same requests as the pages send. */
async function work(student: Page, path: string, marks: boolean, origin: string) {
	await visit(student, path);
	const data = unflatten(await (await student.request.get(`${path}/__data.json`)).text());
	const { attemptId } = (data.open as { work: { attemptId: string } }).work;
	if (marks && edition && marking) {
		const saved = await student.request.put(`/attempts/${attemptId}/answers/${marking.id}`, {
			data: { edition: edition.id, try: 1, revision: 0, answer: rightAnswer(marking) },
			headers: { origin },
		});
		expect(saved.status()).toBe(200);
	}
	await student.reload();
	await whenHydrated(student);
	await student.getByRole('button', { name: 'Hand in my work' }).click();
	await student.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(student.getByRole('status').filter({ hasText: 'so far' })).toBeVisible();
}

test('the class on the text, by keyboard and on the wall without a name', async ({
	page,
	newVisitor,
	school,
	server,
}) => {
	await school.register(page, 'Ms Okafor');
	const classroom = await school.openClassroom(page, 'Period 2');
	const assignment = await school.assign(page, classroom);
	const origin = new URL(server.url).origin;

	await visit(page, `${assignment}/insight`);
	await expect(page.getByText('Nobody has handed in yet.')).toBeVisible();
	await expectAccessibleInBothThemes(page);

	for (const [index, name] of STUDENTS.entries()) {
		const student = await newVisitor();
		await school.register(student, name);
		await school.join(student, classroom);
		await work(student, `${assignment}/work`, index % 2 === 0, origin);
		if (index === 0) {
			await visit(page, `${assignment}/insight?projector`);
			await expect(page.getByText('Fewer than five have handed in.')).toBeVisible();
		}
	}

	await visit(page, assignment);
	await page.getByRole('link', { name: 'The class on the text' }).press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'The class on the text' })).toBeVisible();
	await expect(page.getByText(`${String(STUDENTS.length)} handed in`)).toBeVisible();
	await expect(page.getByRole('complementary').getByText('3 found it, 3 did not.')).toHaveCount(5);
	await expectAccessibleInBothThemes(page);

	await page.getByRole('link', { name: 'Authority', exact: true }).press('Enter');
	await expect(page).toHaveURL(/category=authority/);
	await expect(page.getByRole('link', { name: 'Authority', exact: true })).toBeFocused();
	await page.getByRole('link', { name: 'Passage 1, in the table' }).press('Enter');
	await expect(page.locator('tr:target')).toBeVisible();
	await page.getByText('Student by student').click();
	await expect(page.getByRole('row', { name: /Chiara Lombardi/ })).toBeVisible();

	await page.getByRole('link', { name: 'Show without names' }).press('Enter');
	await expect(page).toHaveURL(/projector/);
	await whenHydrated(page);
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
	await expectAccessibleInBothThemes(page);
	const served = await (await page.request.get(page.url())).text();
	const inTheBrowser = await page.content();
	const found = STUDENTS.filter((name) => served.includes(name) || inTheBrowser.includes(name));
	expect(found, 'names on the wall').toEqual([]);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('heading', { level: 1, name: 'The class on the text' })).toBeVisible();
});
