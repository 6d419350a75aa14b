/** A student argues with the key, a teacher rules, and everybody concerned is scored again and told. */
import type { Page } from '@playwright/test';
import { exerciseOf, markByMouse, textOf } from './fixtures/marking.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

const MARKING = 'mark-the-report';
/** One mark that the key has, and one that it does not. */
const IN_THE_KEY = 'tragic';
const EXTRA = 'press statement';
const REASON = 'A reader cannot tell from the report that there was one.';
const TAKEN_BACK = 'I ruled too fast: the statement is dated on page two.';
const ANSWER = 'That is so: the report gives no date and no place for it.';

async function markAndHandIn(page: Page, work: string) {
	await visit(page, work);
	const exercise = exerciseOf(page, MARKING);
	await markByMouse(page, textOf(exercise), IN_THE_KEY, 'Loaded');
	await markByMouse(page, textOf(exercise), EXTRA, 'Claim');
	await expect(exercise.getByText('Saved', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Hand in my work' }).click();
	await page.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(page.getByText(/You found 1 of/u)).toBeVisible();
}

const noteOf = (page: Page, quote: string) =>
	exerciseOf(page, MARKING).getByRole('listitem').filter({ hasText: quote }).first();

const openNote = (page: Page, quote: string) =>
	noteOf(page, quote)
		.getByRole('button', { name: new RegExp(quote, 'u') })
		.click();

const pointsOf = async (page: Page) =>
	Number(
		/^(\d+\.\d\d) of 10/u.exec((await exerciseOf(page, MARKING).locator('footer .result').textContent()) ?? '')?.[1],
	);

test('a student disagrees, the teacher accepts, both scores are shown and everybody is told', async ({
	page,
	newVisitor,
	school,
	complaints,
}) => {
	const teacher = page;
	const student = await newVisitor();
	const classmate = await newVisitor();
	const { work, assignment, classroom } = await school.classOf(teacher, student);
	await school.register(classmate, 'Jonas Brandt');
	await school.join(classmate, classroom);
	await markAndHandIn(student, work);
	await markAndHandIn(classmate, work);
	const before = await pointsOf(student);
	expect(before).toBeGreaterThan(0);

	// The student objects to the mark that the key does not have; nothing typed is lost on the way.
	await openNote(student, EXTRA);
	const note = noteOf(student, EXTRA);
	await note.getByRole('button', { name: 'I disagree' }).click();
	await expect(note.getByLabel('Why do you disagree?')).toBeFocused();
	await expectAccessibleInBothThemes(student);
	await note.getByRole('button', { name: 'Send to my teacher' }).click();
	await expect(note.getByRole('alert')).toContainText('a sentence is enough');
	await note.getByLabel('Why do you disagree?').fill(REASON);
	complaints.expect(/ERR_FAILED .*\/work\?\/challenge/u);
	await student.route('**/work?/challenge', (route) => route.abort(), { times: 1 });
	await note.getByRole('button', { name: 'Send to my teacher' }).click();
	await expect(note.getByRole('alert')).toContainText('Your words are kept here');
	await expect(note.getByLabel('Why do you disagree?')).toHaveValue(REASON);
	await note.getByRole('button', { name: 'Send to my teacher' }).click();
	await expect(note.getByText('You disagree.')).toBeVisible();
	await expect(note.getByText(REASON)).toBeVisible();
	await expect(note.getByRole('button', { name: 'I disagree' }), 'it is open once').toHaveCount(0);
	await expectAccessible(student);

	// The teacher finds it from the classroom and from the assignment, with the text around it.
	await visit(teacher, assignment);
	await expect(teacher.getByRole('link', { name: 'One challenge waits for your answer' })).toBeVisible();
	await visit(teacher, `/classrooms/${classroom.id}`);
	await expectAccessible(teacher);
	await teacher.getByRole('link', { name: 'One challenge waits for your answer' }).click();
	const card = teacher.getByRole('article', { name: new RegExp(EXTRA, 'u') });
	await expect(card).toContainText('2 of 2 made the same mark.');
	await expect(card).toContainText('Sardar Nasir Aziz Khan');
	await expect(card).toContainText(REASON);
	await expectAccessibleInBothThemes(teacher);
	await card.getByRole('radio', { name: /^Accept/u }).check();
	await card.getByText('Which score counts: the better one').click();
	await card.getByRole('radio', { name: /^The newest/u }).check();
	await expect(card.getByLabel('Why, for the students to read')).toBeVisible();
	await expectAccessible(teacher);
	await card.getByRole('radio', { name: /^The better/u }).check();
	// What it would do is told before anything is done; another choice is another answer.
	await card.getByRole('button', { name: 'See what it does' }).click();
	const effect = card.getByText('2 pieces of work would be scored again: 2 go up, 0 go down, 0 stay.');
	await expect(effect).toBeVisible();
	await expectAccessibleInBothThemes(teacher);
	await card.getByRole('radio', { name: /^Contested/u }).check();
	await expect(effect).toHaveCount(0);
	await card.getByRole('radio', { name: /^Accept/u }).check();
	expect(await pointsOf(classmate), 'nothing is done yet').toBe(before);
	await card.getByLabel('Your answer').fill(ANSWER);
	await card.getByRole('button', { name: 'Give this ruling' }).click();
	await expect(teacher.getByRole('status')).toContainText('2 pieces of work were scored again: 2 rose.');
	await expect(teacher.getByText('Nothing waits for you.', { exact: false })).toBeVisible();
	await expectAccessibleInBothThemes(teacher);

	// Both students are told, each in their own words, and see both scores.
	for (const [who, said] of [
		[student, /your teacher answered what you disagreed with/u],
		[classmate, /your work was scored again/u],
	] as const) {
		await visit(who, '/lessons');
		const account = who.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /\d new/u });
		await account.click();
		const told = who.getByRole('listitem').filter({ hasText: said });
		await expect(told).toBeVisible();
		await expect(who.getByRole('navigation', { name: 'Main' }).getByText(/\d new/u), 'opened is seen').toHaveCount(0);
		await expectAccessibleInBothThemes(who);
		await told.getByRole('link').click();
		await expect(who).toHaveURL(/\/work#exercise-/u);
		expect(await pointsOf(who)).toBeGreaterThan(before);
		const again = exerciseOf(who, MARKING).getByText(/^Scored again after a ruling/u);
		await expect(again).toContainText(before.toFixed(2));
		await again.click();
		await expect(exerciseOf(who, MARKING).getByText('which counts')).toBeVisible();
		await openNote(who, EXTRA);
		await expect(noteOf(who, EXTRA)).toContainText(ANSWER);
	}
	await expect(noteOf(student, EXTRA)).toContainText(`You said: ${REASON}`);
	await expectAccessibleInBothThemes(student);

	// The teacher's table and the student's page say the same.
	await visit(teacher, assignment);
	const row = teacher.getByRole('row', { name: /Mina Petrović/u });
	await expect(row).toContainText((await pointsOf(student)).toFixed(2));
});

test('a ruling is taken back by another one: the better score stays, and both are there to read', async ({
	page: teacher,
	newVisitor,
	school,
}) => {
	const student = await newVisitor();
	const { work, classroom } = await school.classOf(teacher, student);
	await markAndHandIn(student, work);
	const before = await pointsOf(student);
	await openNote(student, EXTRA);
	await noteOf(student, EXTRA).getByRole('button', { name: 'I disagree' }).click();
	await noteOf(student, EXTRA).getByLabel('Why do you disagree?').fill(REASON);
	await noteOf(student, EXTRA).getByRole('button', { name: 'Send to my teacher' }).click();
	await expect(noteOf(student, EXTRA).getByText('You disagree.')).toBeVisible();

	await visit(teacher, `/classrooms/${classroom.id}/challenges`);
	await teacher.getByRole('radio', { name: /^Accept/u }).check();
	await teacher.getByLabel('Your answer').fill(ANSWER);
	await teacher.getByRole('button', { name: 'Give this ruling' }).click();
	await expect(teacher.getByRole('status')).toContainText('1 rose');

	await teacher.getByText('Take this ruling back').click();
	await teacher.getByRole('button', { name: 'See what it does' }).click();
	await expect(teacher.getByText('would be scored again: 0 go up, 0 go down, 1 stays.')).toBeVisible();
	await expectAccessibleInBothThemes(teacher);
	await teacher.getByLabel('Why you take it back').fill(TAKEN_BACK);
	await teacher.getByRole('button', { name: 'Take it back', exact: true }).click();
	await expect(teacher.getByRole('status')).toContainText('The ruling is taken back.');
	await expect(teacher.getByText('Taken back since.')).toBeVisible();
	await expect(teacher.getByText('Take this ruling back')).toHaveCount(0);

	await visit(student, work);
	expect(await pointsOf(student), 'the better score counts').toBeGreaterThan(before);
	await openNote(student, EXTRA);
	await expect(noteOf(student, EXTRA)).toContainText('This does not hold any more.');
	await expect(noteOf(student, EXTRA)).toContainText(TAKEN_BACK);
	await expectAccessibleInBothThemes(student);
});

test('nobody can object in practice, where no teacher reads it', async ({ page, school }) => {
	await school.register(page, 'Alone');
	await visit(page, '/lessons/borrowed-authority');
	const exercise = exerciseOf(page, MARKING);
	await markByMouse(page, textOf(exercise), IN_THE_KEY, 'Loaded');
	await exercise.getByRole('button', { name: 'Check my marks' }).click();
	await expect(exercise.getByText(/You found 1 of/u)).toBeVisible();
	await openNote(page, IN_THE_KEY);
	await expect(page.getByRole('button', { name: 'I disagree' })).toHaveCount(0);
});
