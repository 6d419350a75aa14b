/** A phone in the hand: taps, a sheet from below, navigation behind one button, and nothing wider than the screen. */
import { devices, type Locator, type Page } from '@playwright/test';
import { exerciseOf, handleOf, markByMouse, middleOf, notesOf, placeOf, textOf } from './fixtures/marking.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
test.use({ ...PHONE, userAgent: devices['Pixel 7'].userAgent });

async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const { wide, screen, beyond } = await page.evaluate(() => ({
		wide: document.documentElement.scrollWidth,
		screen: document.documentElement.clientWidth,
		beyond: [...document.querySelectorAll('main *')]
			.filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
			.slice(0, 3)
			.map((element) => element.outerHTML.slice(0, 120)),
	}));
	expect(wide, `${page.url()} is wider than the screen: ${beyond.join('\n')}`).toBeLessThanOrEqual(screen);
}

async function tapOn(page: Page, text: Locator, quote: string): Promise<void> {
	const { middle } = await placeOf(text, quote);
	await page.touchscreen.tap(middle.x, middle.y);
}

test('no page is wider than the screen', async ({ page, newVisitor, school, complaints }) => {
	complaints.expect(/status of 404/);
	const pupil = await newVisitor();
	const { classroom, assignment, work } = await school.classOf(page, pupil);
	const open = ['/', '/lessons', '/lessons/borrowed-authority', '/library', '/library/un-charter', '/privacy', '/me'];
	const taught = [
		'/classrooms',
		`/classrooms/${classroom.id}`,
		`/classrooms/${classroom.id}/assign`,
		assignment,
		'/lessons/borrowed-authority/key',
	];
	for (const path of [...open, ...taught]) {
		await visit(page, path);
		await expectNoSidewaysScroll(page);
	}
	for (const path of ['/lessons', work]) {
		await visit(pupil, path);
		await expectNoSidewaysScroll(pupil);
	}
	const stranger = await newVisitor();
	for (const path of ['/join', `/join?code=${classroom.code}`, '/sign-in', '/register', '/no-such-page']) {
		await stranger.goto(path);
		await expectNoSidewaysScroll(stranger);
	}
});

test('navigation stands behind one button', async ({ page }) => {
	await visit(page, '/');
	const nav = page.getByRole('navigation', { name: 'Main' });
	await expect(nav).toBeHidden();
	await page.getByRole('button', { name: 'Menu' }).tap();
	await expect(nav).toBeVisible();
	await expectAccessibleInBothThemes(page);
	await nav.getByRole('link', { name: 'Library' }).tap();
	await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
	await expect(nav).toBeHidden();
});

test('a passage is marked with two taps, widened by its handle, and the feedback can be read', async ({ page }) => {
	await visit(page, '/lessons/borrowed-authority');
	const exercise = exerciseOf(page, 'mark-the-report');
	const text = textOf(exercise);
	const palette = page.getByRole('group', { name: 'Name this passage' });

	await tapOn(page, text, 'heinous');
	await expect(palette).toContainText('Tap another word to reach further.');
	const sheet = await palette.boundingBox();
	expect(sheet!.y + sheet!.height, 'the sheet stands at the bottom of the screen').toBeGreaterThan(840);
	expect(sheet!.width).toBeGreaterThan(380);
	await expectNoSidewaysScroll(page);
	await expectAccessibleInBothThemes(page);
	await tapOn(page, text, 'crimes');
	await expect(palette).toContainText('“heinous crimes”');
	for (const button of await palette.getByRole('button').all()) {
		expect((await button.boundingBox())!.height, 'wide enough for a finger').toBeGreaterThanOrEqual(24);
	}
	await palette.getByRole('button', { name: /^Loaded/ }).tap();
	await expect(notesOf(exercise)).toContainText('heinous crimes');
	await expect(palette).toBeHidden();

	// A tap on the mark takes hold of it; its handle moves the edge.
	await tapOn(page, text, 'crimes');
	const change = page.getByRole('group', { name: 'Change this mark' });
	await expect(change).toBeVisible();
	const { from, to } = await placeOf(text, 'crimes be');
	const held = await middleOf(handleOf(exercise, 'end'));
	await dragByFinger(page, held, { x: to.x - 2, y: held.y + to.y - from.y });
	await expect(notesOf(exercise)).toContainText('heinous crimes be');
	// Chromium counts the first tap after such a drag to the drag: it gives the page no click.
	await expect(async () => {
		await change.getByRole('button', { name: 'Claim' }).tap();
		await expect(notesOf(exercise)).toContainText('Claim', { timeout: 1_000 });
	}).toPass();
	await expect(exercise.getByText('Saved', { exact: true })).toBeVisible();

	await exercise.getByRole('button', { name: 'Check my marks' }).tap();
	await expect(exercise.getByText(/^You found 0 of/)).toBeVisible();
	await expectNoSidewaysScroll(page);
	await expectAccessibleInBothThemes(page);
	const reviewed = exercise.getByRole('article');
	await tapOn(page, reviewed, 'tragic');
	const note = exercise.getByRole('group', { name: 'Reasons' }).getByRole('button', { expanded: true });
	await expect(note).toContainText('tragic');
	await expect(note).toBeInViewport();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});

/** Fingers as the browser itself reports them: Playwright's own touchscreen can only tap. */
async function dragByFinger(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
	const browser = await page.context().newCDPSession(page);
	const touch = (type: string, points: { x: number; y: number }[]) =>
		browser.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints: points });
	await touch('touchStart', [from]);
	for (const share of [0.3, 0.6, 1]) {
		await touch('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
	}
	await touch('touchEnd', []);
	await browser.detach();
}

test('two taps make the same mark as a drag with the mouse', async ({ page, newVisitor }) => {
	await visit(page, '/lessons/borrowed-authority');
	const byFinger = exerciseOf(page, 'mark-the-report');
	await tapOn(page, textOf(byFinger), 'severely');
	await tapOn(page, textOf(byFinger), 'curtailed');
	await page
		.getByRole('group', { name: 'Name this passage' })
		.getByRole('button', { name: /^Loaded/ })
		.tap();
	const desk = await newVisitor({ viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false });
	await visit(desk, '/lessons/borrowed-authority');
	const byMouse = exerciseOf(desk, 'mark-the-report');
	await markByMouse(desk, textOf(byMouse), 'severely curtailed', 'Loaded');
	for (const exercise of [byFinger, byMouse]) {
		await expect(exercise.getByText('Saved', { exact: true })).toBeVisible();
		await exercise.getByRole('button', { name: 'Check my marks' }).click();
		await expect(exercise.getByText(/^You found 1 of/)).toBeVisible();
	}
	const [one, other] = await Promise.all(
		[byFinger, byMouse].map((exercise) => exercise.getByText(/^How \d+\.\d\d of 10 came about$/).textContent()),
	);
	expect(one).toBe(other);
});
