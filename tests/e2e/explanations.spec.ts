/** A mark is explained once and two students read it; words of an answer are commented on by keyboard alone. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { drag, exerciseOf, markByMouse, placeOf, textOf, walkTo } from './fixtures/marking.ts';
import { expect, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

const MARKING = 'mark-the-report';
const EXTRA = 'press statement';
const WORDS = 'It only says where the words were read.';
const CHANGED = 'It only says where the words were read, and by whom.';
const COMMENT = 'Good: you took hold of the very words.';
const WRITING = 'best-true-version-of-dozens';
const WRITTEN = 'The report says that some people were killed.';
const ON_WRITING = 'Which people? Say who says so.';

async function markAndHandIn(page: Page, work: string) {
	await visit(page, work);
	const exercise = exerciseOf(page, MARKING);
	await markByMouse(page, textOf(exercise), EXTRA, 'Claim');
	await expect(exercise.getByText('Saved', { exact: true })).toBeVisible();
	await exerciseOf(page, WRITING).getByLabel('Your answer').fill(WRITTEN);
	await expect(exerciseOf(page, WRITING).getByText('Saved', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Hand in my work' }).click();
	await page.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(page.getByText(/You found 0 of/u)).toBeVisible();
}

/** A comment on the same words has a number, and stands beside the note of the mark. */
const headOf = (page: Page, quote: string) => page.getByRole('button', { name: new RegExp(`^\\W?${quote}`, 'u') });
const noteOf = (page: Page, quote: string) =>
	exerciseOf(page, MARKING)
		.getByRole('listitem')
		.filter({ has: headOf(page, quote) });
const openNote = (page: Page, quote: string) => noteOf(page, quote).getByRole('button').first().click();

/** The text with its notes, in both themes; the workspace around it has a spec of its own. */
async function expectDeskAccessible(page: Page) {
	for (const colorScheme of ['dark', 'light'] as const) {
		await page.emulateMedia({ colorScheme });
		await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
		const { violations } = await new AxeBuilder({ page }).include(`#exercise-${MARKING} .desk`).analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
	}
}

test('a teacher explains a mark once, and whoever made it reads it; comments stand at their words', async ({
	page,
	newVisitor,
	school,
}) => {
	const teacher = page;
	const students = [await newVisitor(), await newVisitor()];
	const [first, second] = students as [Page, Page];
	const { work, assignment, classroom } = await school.classOf(teacher, first);
	await school.register(second, 'Jonas Brandt');
	await school.join(second, classroom);
	for (const student of students) await markAndHandIn(student, work);

	// Explained at one student's work, for both.
	await visit(teacher, assignment);
	const submission = await teacher
		.getByRole('link', { name: /Mina Petrović/u })
		.first()
		.getAttribute('href');
	await visit(teacher, submission ?? '');
	await openNote(teacher, EXTRA);
	const note = noteOf(teacher, EXTRA);
	await note.getByRole('button', { name: 'Explain this once for everybody: 2 students made it' }).click();
	await expect(note.getByLabel(/^Explain it/u)).toBeFocused();
	await note.getByRole('button', { name: 'Explain it to everybody' }).click();
	await expect(note.getByRole('alert')).toContainText('a sentence is enough');
	await note.getByLabel(/^Explain it/u).fill(WORDS);
	await expectDeskAccessible(teacher);
	await note.getByRole('button', { name: 'Explain it to everybody' }).click();
	await expect(note.getByText(WORDS)).toBeVisible();

	// The first word of the document that one takes hold of by keyboard, and a comment on it and the next.
	const exercise = exerciseOf(teacher, MARKING);
	const text = exercise.getByRole('group', { name: 'The text, to comment on' });
	await text.focus();
	await teacher.keyboard.press('ArrowRight');
	await walkTo(teacher, exercise.locator('p.spoken[role=status]'), 'press');
	await teacher.keyboard.press('Shift+ArrowRight');
	await teacher.keyboard.press('Enter');
	const form = teacher.getByRole('group', { name: 'Comment on these words' });
	await expect(form.getByLabel('Your comment on these words')).toBeFocused();
	await expect(form).toContainText(EXTRA);
	await teacher.keyboard.type(COMMENT);
	await expectDeskAccessible(teacher);
	await form.getByRole('button', { name: 'Save the comment' }).click();
	await expect(exercise.getByText(COMMENT)).toBeVisible();
	await expectDeskAccessible(teacher);

	// Words of the answer that the student typed, by mouse.
	const writing = exerciseOf(teacher, WRITING);
	const typed = writing.getByRole('group', { name: 'The text, to comment on' });
	const { from, to } = await placeOf(typed, 'some people');
	await drag(teacher, from, to);
	await writing.getByLabel('Your comment on these words').fill(ON_WRITING);
	await writing.getByRole('button', { name: 'Save the comment' }).click();
	await expect(writing.getByRole('list', { name: 'Comments on these words' })).toContainText(ON_WRITING);

	// Both read the explanation, one of them the comment.
	for (const student of students) {
		await visit(student, work);
		await openNote(student, EXTRA);
		await expect(exerciseOf(student, MARKING).getByText(`Your teacher: ${WORDS}`)).toBeVisible();
		await expectAccessibleInBothThemes(student);
	}
	await expect(first.getByText(COMMENT)).toBeVisible();
	await expect(second.getByText(COMMENT)).toHaveCount(0);
	const comments = exerciseOf(first, WRITING).getByRole('list', { name: 'Comments on these words' });
	await expect(comments.getByRole('listitem')).toContainText(ON_WRITING);
	await expect(comments.getByRole('listitem')).toContainText('some people');
	await expect(comments.getByRole('button', { name: /Change|Remove/u }), 'it is to be read').toHaveCount(0);
	await expect(second.getByText(ON_WRITING)).toHaveCount(0);

	// The list of the class: how far it reaches, other words, and back again.
	await visit(teacher, `/classrooms/${classroom.id}/explanations`);
	await expect(teacher.getByText('Reaches 2 marks of 2 students.')).toBeVisible();
	await expectAccessibleInBothThemes(teacher);
	await teacher.getByRole('button', { name: /^Change it/u }).click();
	await teacher.getByLabel('Your explanation').fill(CHANGED);
	await teacher.getByRole('button', { name: 'Save these words' }).click();
	await expect(teacher.getByRole('status')).toContainText('Changed');
	await visit(second, work);
	await openNote(second, EXTRA);
	await expect(exerciseOf(second, MARKING).getByText(CHANGED)).toBeVisible();
	await expect(exerciseOf(second, MARKING).getByText(/^Changed on/u)).toBeVisible();
	await teacher.getByText('Take it back').click();
	await teacher.getByRole('button', { name: 'Take this explanation back' }).click();
	await expect(teacher.getByText('Nothing yet.', { exact: false })).toBeVisible();
	await visit(second, work);
	await openNote(second, EXTRA);
	await expect(second.getByText(CHANGED)).toHaveCount(0);
});
