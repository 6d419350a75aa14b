/** Somebody who gives no name reads a lesson with a mouse, and later wants to keep the work. */
import {
	clickOn,
	drag,
	exerciseOf,
	handleOf,
	markByMouse,
	middleOf,
	notesOf,
	paletteOf,
	placeOf,
	storedAnswers,
	textOf,
} from './fixtures/marking.ts';
import { newAccount } from './fixtures/school.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit, whenHydrated } from './fixtures/test.ts';

const MARKS = 'mark-the-report';

test('finds the lesson, reads the note and is told that nothing is asked', async ({ page }) => {
	await visit(page, '/');
	await page.getByRole('link', { name: 'Start reading' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Lessons' })).toBeVisible();
	await expectAccessibleInBothThemes(page);
	await expect(page.getByRole('link', { name: /^Begin: / })).toBeVisible();

	await page.getByRole('link', { name: 'Borrowed authority' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Borrowed authority' })).toBeVisible();
	const note = page.getByRole('complementary', { name: 'Before you read' });
	await expect(note).toContainText('This text reports the fatal shooting of a worker');
	await expect(note.getByRole('link', { name: 'Choose another lesson' })).toHaveAttribute('href', '/lessons');
	expect(await page.context().cookies(), 'reading leaves no trace').toEqual([]);
	await expectAccessibleInBothThemes(page);
});

test('marks by dragging, changes names and edges, undoes, removes', async ({ page }) => {
	await visit(page, '/lessons/borrowed-authority');
	const exercise = exerciseOf(page, MARKS);
	const text = textOf(exercise);
	const notes = notesOf(exercise);

	// A drag that begins and ends inside words takes the whole words.
	const { from, to } = await placeOf(text, 'heinous crimes');
	await drag(page, { ...from, x: from.x + 12 }, { ...to, x: to.x - 12 });
	const palette = page.getByRole('group', { name: 'Name this passage' });
	await expect(palette).toContainText('“heinous crimes”');
	await expectAccessible(page);
	await palette.getByRole('button', { name: /^Claim/ }).click();
	await expect(notes).toHaveCount(1);
	await expect(notes).toContainText('heinous crimes');
	await expect(notes).toContainText('Claim');

	await clickOn(page, text, 'heinous');
	const change = page.getByRole('group', { name: 'Change this mark' });
	await expect(change).toBeVisible();
	await expectAccessibleInBothThemes(page);
	await change.getByRole('button', { name: 'Loaded' }).click();
	await expect(notes).toContainText('Loaded');

	// The left edge is taken one word further.
	await clickOn(page, text, 'heinous');
	await expect(change).toBeVisible();
	const these = await placeOf(text, 'these heinous');
	await drag(page, await middleOf(handleOf(exercise, 'start')), these.from);
	await expect(notes).toContainText('these heinous crimes');
	await expect(page.getByRole('status').filter({ hasText: 'The mark is now' })).toHaveText(
		'The mark is now “these heinous crimes”, loaded.',
	);

	await page.keyboard.press('Escape');
	await expect(paletteOf(page)).toBeHidden();
	await exercise.getByRole('button', { name: 'Undo' }).click();
	await expect(notes).not.toContainText('these');

	await markByMouse(page, text, 'Article 55', 'Authority');
	await expect(notes).toHaveCount(2);
	await notes.filter({ hasText: 'Article 55' }).getByRole('button', { name: 'Remove this mark' }).click();
	await expect(notes).toHaveCount(1);
	await expect(exercise.getByText('Saved', { exact: true })).toBeVisible();

	await page.reload();
	await whenHydrated(page);
	await expect(notes).toHaveCount(1);
	await expect(notes).toContainText('heinous crimes');
	expect(await storedAnswers(page, MARKS)).toHaveLength(1);
});

test('a note can be written on a mark, and comes back', async ({ page }) => {
	await visit(page, '/lessons/borrowed-authority');
	const exercise = exerciseOf(page, MARKS);
	await markByMouse(page, textOf(exercise), 'tragic', 'Loaded');
	await notesOf(exercise).getByRole('button', { name: 'Change this mark' }).click();
	await paletteOf(page).getByRole('button', { name: 'Write a note' }).click();
	await paletteOf(page).getByRole('textbox', { name: 'Your note' }).fill('Says how to feel.');
	await expectAccessible(page);
	await expect(notesOf(exercise)).toContainText('Says how to feel.');
	await expect(exercise.getByText('Saved', { exact: true })).toBeVisible();
	await page.reload();
	await expect(notesOf(exercise)).toContainText('Says how to feel.');
});

test('“nothing to mark here” is an answer, and a mark takes it back', async ({ page }) => {
	await visit(page, '/lessons/borrowed-authority');
	const exercise = exerciseOf(page, MARKS);
	const nothing = exercise.getByRole('button', { name: 'Nothing to mark here' });
	await nothing.click();
	await expect(nothing).toHaveAttribute('aria-pressed', 'true');
	await markByMouse(page, textOf(exercise), 'tragic', 'Loaded');
	await expect(nothing).toHaveAttribute('aria-pressed', 'false');
	await expect(nothing).toBeDisabled();
});

test('without a connection the work stays, and is saved when it is back', async ({ page, context, complaints }) => {
	complaints.expect(/ERR_INTERNET_DISCONNECTED/);
	await visit(page, '/lessons/borrowed-authority');
	const exercise = exerciseOf(page, MARKS);
	await context.setOffline(true);
	await markByMouse(page, textOf(exercise), 'tragic', 'Loaded');
	await expect(exercise.getByText('No connection. Your work is kept in this browser and sent later.')).toBeVisible();
	await expectAccessible(page);
	await exercise.getByRole('button', { name: 'Check my marks' }).click();
	await expect(exercise.getByRole('status').filter({ hasText: 'kept in this browser' })).toBeVisible();
	await context.setOffline(false);
	await expect(exercise.getByText('Saved', { exact: true })).toBeVisible();
	await page.reload();
	await expect(notesOf(exercise)).toContainText('tragic');
});

test('work of a dead network survives even a reload', async ({ page, context, complaints }) => {
	complaints.expect(/ERR_FAILED|Failed to load resource/);
	await visit(page, '/lessons/borrowed-authority');
	const exercise = exerciseOf(page, MARKS);
	await context.route('**/answers/**', (route) => route.abort());
	await markByMouse(page, textOf(exercise), 'tragic', 'Loaded');
	await expect(exercise.getByText('No connection.')).toBeVisible();
	await page.reload();
	await expect(notesOf(exercise)).toContainText('tragic');
	await context.unroute('**/answers/**');
	await page.reload();
	await expect(notesOf(exercise)).toContainText('tragic');
	await expect.poll(() => storedAnswers(page, MARKS)).toHaveLength(1);
	await expect(exercise.getByRole('alert'), 'nobody else changed it').toHaveCount(0);
});

test('checks, learns why, tries again, does the rest and takes it along into an account', async ({
	page,
	newVisitor,
}) => {
	await visit(page, '/lessons/borrowed-authority');
	const exercise = exerciseOf(page, MARKS);
	const text = textOf(exercise);
	await exercise.getByRole('button', { name: 'Check my marks' }).click();
	await expect(exercise.getByRole('status').filter({ hasText: 'Mark at least one passage' })).toBeVisible();

	await markByMouse(page, text, 'tragic', 'Loaded');
	await markByMouse(page, text, 'heinous crimes', 'Claim');
	await markByMouse(page, text, 'fatally shot', 'Loaded');
	await markByMouse(page, text, 'Article 55', 'Authority');
	await exercise.getByRole('button', { name: 'Check my marks' }).click();

	await expect(exercise.getByText(/^You found 2 of \d+, and left \d+ of \d+ sound passages alone\.$/)).toBeVisible();
	const reasons = exercise.getByRole('group', { name: 'Reasons' });
	const reasonOf = (quote: string) =>
		reasons
			.getByRole('listitem')
			.filter({ has: page.getByText(quote, { exact: true }) })
			.first();
	await expect(reasonOf('tragic')).toContainText('Found.');
	await expect(reasonOf('heinous crimes')).toContainText('wrong name');
	await expect(reasonOf('severely')).toContainText('Not marked.');
	await expect(reasonOf('fatally shot')).toContainText('Not in the key.');
	await reasonOf('fatally shot').getByRole('button').click();
	await expect(reasonOf('fatally shot')).toContainText('they say exactly what happened');
	await reasonOf('Article 55').getByRole('button').click();
	await expect(reasonOf('Article 55').getByRole('link', { name: /^Read .*Article 55/ })).toHaveAttribute(
		'href',
		'/library/un-charter#article-55',
	);
	await expectAccessibleInBothThemes(page);

	const layers = exercise.getByRole('group', { name: 'Show' });
	await layers.getByRole('button', { name: 'The key' }).click();
	await expect(reasonOf('severely')).toBeHidden();
	await layers.getByRole('button', { name: /^Rightly left alone/ }).click();
	await expect(reasonOf('demanded')).toBeVisible();
	await expectAccessible(page);

	await exercise.getByText(/^How \d+\.\d\d of 10 came about$/).click();
	await expect(exercise.getByRole('row', { name: /^Points, of 10/ })).toBeVisible();
	await expectAccessible(page);

	await exercise.getByRole('button', { name: 'Try again from empty' }).click();
	await expect(notesOf(exercise)).toHaveCount(0);
	await expect(exercise.getByText('None yet.')).toBeVisible();
	await markByMouse(page, text, 'severely', 'Loaded');
	await expect(exercise.getByText('Saved', { exact: true })).toBeVisible();
	expect(await storedAnswers(page, MARKS), 'both tries are kept').toHaveLength(2);
	await exercise.getByRole('button', { name: 'Check my marks' }).click();
	await expect(exercise.getByText(/^You found 1 of/)).toBeVisible();

	const warmUp = exerciseOf(page, 'mention-or-appeal');
	await warmUp.getByRole('checkbox', { name: /^Section 3/ }).check();
	await warmUp.getByRole('checkbox', { name: /^Studies show/ }).check();
	await warmUp.getByRole('button', { name: 'Check my answer' }).click();
	await expect(warmUp.getByText('Right.', { exact: true })).toBeVisible();

	const authority = exerciseOf(page, 'check-article-55');
	await expect(authority.getByRole('radio', { name: /^Drift/ })).toBeDisabled();
	await authority.getByText('Article 55', { exact: true }).click();
	await authority
		.getByRole('radio', { name: /The whole of it/ })
		.and(page.locator(':visible'))
		.check();
	await authority.getByRole('radio', { name: /^Drift/ }).check();
	await expect(
		authority.getByText('Chosen: UN Charter', { exact: false }).or(authority.getByText(/^Chosen: /)),
	).toBeVisible();
	await expectAccessible(page);
	await authority.getByRole('button', { name: 'Check my answer' }).click();
	await expect(authority.getByText('4.00 of 4')).toBeVisible();

	for (const [id, option, right] of [
		['where-the-source-stops', 'After paragraph 4', false],
		['same-words-other-side', /^They say nearly the same/, true],
	] as const) {
		const choice = exerciseOf(page, id);
		await choice.getByRole('radio', { name: option }).check();
		await choice.getByRole('button', { name: 'Check my answer' }).click();
		await expect(choice.getByText(right ? 'Right.' : 'Not this one.', { exact: true })).toBeVisible();
	}

	const written = exerciseOf(page, 'best-true-version-of-dozens');
	await written.getByRole('textbox', { name: 'Your answer' }).fill('UKPNP says that dozens were killed since 2023.');
	await expect(written.getByText('8 words of about 60.')).toBeVisible();
	await written.getByRole('button', { name: 'Check my answer' }).click();
	await expect(written.getByRole('heading', { name: 'One good answer' })).toBeVisible();
	await expect(written).toContainText('UKPNP says that dozens were killed since 2023.');

	await expect(page.getByRole('heading', { name: 'You have done the whole lesson.' })).toBeVisible();
	await expectAccessibleInBothThemes(page);

	await page.getByRole('link', { name: 'Make an account' }).click();
	await expect(page.getByText('What you did on this device comes along.')).toBeVisible();
	await expectAccessible(page);
	const account = newAccount('Reader');
	await page.getByLabel('Your name').fill(account.displayName);
	await page.getByLabel('User name').fill(account.userName);
	await page.getByLabel('Password').fill(account.password);
	await page.getByRole('button', { name: 'Make my account' }).click();
	await expect(page).toHaveURL(/\/lessons\/borrowed-authority$/);
	await expect(exercise.getByText(/^You found 1 of/)).toBeVisible();

	const elsewhere = await newVisitor();
	await visit(elsewhere, '/sign-in');
	await expectAccessible(elsewhere);
	await elsewhere.getByLabel('User name').fill(account.userName);
	await elsewhere.getByLabel('Password').fill(account.password);
	await elsewhere.getByRole('button', { name: 'Sign in' }).click();
	await expect(elsewhere.getByRole('heading', { level: 1, name: 'Lessons' })).toBeVisible();
	await expect(elsewhere.getByText('finished')).toBeVisible();
	await visit(elsewhere, '/lessons/borrowed-authority');
	await expect(exerciseOf(elsewhere, MARKS).getByText(/^You found 1 of/)).toBeVisible();
	await expect(exerciseOf(elsewhere, 'best-true-version-of-dozens')).toContainText('dozens were killed since 2023');
});
