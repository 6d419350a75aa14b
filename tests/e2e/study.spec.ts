/** Studying alone, through its pages: a month of one learner, a session by keyboard alone, and whose it stays. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { words } from '../../src/lib/domain/documents/words.ts';
import { techniqueWording } from '../../src/lib/domain/marking/wording.ts';
import { categories, techniques, type Technique } from '../../src/lib/domain/marking/categories.ts';
import { categoryOf, everyTechnique } from '../../src/lib/domain/study/readings.ts';
import { lastStudent, shiftStudy, studyRows } from '../support/shift-study.ts';
import { recount } from './fixtures/recount.ts';
import { answerByForm, keyOfText, sessionToStart, type Given } from './fixtures/study.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit, whenHydrated } from './fixtures/test.ts';

const ITEMS = 12;
const SESSIONS = 12;
const DAYS_BETWEEN = 2.7;
const DAY = 24 * 60 * 60 * 1000;

/** A learner who finds most, misses names, and is now and then sure of it; the same in every run. */
function learner(): (key: unknown, place: number) => Given {
	let count = 0;
	return () => {
		count += 1;
		const confidence = (['guess', 'fairly', 'sure', undefined] as const)[count % 4];
		return { mood: count % 5 === 0 || count % 7 === 3 ? 'wrong' : 'right', ...(confidence ? { confidence } : {}) };
	};
}

const next = (page: Page) => page.getByRole('link', { name: /^(Next|See how it went)/u });
const lastPart = (url: string) => new URL(url).pathname.split('/').at(-1) ?? '';

test('a month of one learner: what they know is what their answers say', async ({ page, server }) => {
	const file = join(server.dataFolder, 'underline.db');
	const origin = new URL(server.url).origin;

	// Nobody yet: every page says what to do, and nothing is stored by looking.
	for (const path of ['/study', '/study/what-i-know', '/study/mirror']) {
		await visit(page, path);
		await expectAccessibleInBothThemes(page);
	}
	await expect(page.getByText('0 of 24 pairs so far.')).toBeVisible();
	await visit(page, '/study/what-i-know');
	await expect(page.getByText(/^Nothing yet\. After a session/u)).toBeVisible();
	await visit(page, '/');
	await page.getByRole('link', { name: /^Study alone/u }).click();
	await page.getByRole('link', { name: 'Find where to begin' }).click();

	// The placement: its first sentence by the page, which makes a guest; the others by the plain form.
	await expect(page.getByText('1 of 12', { exact: true })).toBeVisible();
	const placement = new URL(page.url()).pathname;
	await expectAccessibleInBothThemes(page);
	await page.getByRole('button', { name: /^Sound/u }).click();
	await expect(next(page)).toBeFocused();
	await expectAccessibleInBothThemes(page);
	const give = learner();
	for (let left = ITEMS - 1; left > 0; left -= 1) await answerByForm(page.request, origin, placement, give);
	await visit(page, placement);
	await expect(page.getByRole('heading', { level: 1, name: /of 12 right/u })).toBeVisible();
	await expect(page.getByText('it judges nothing', { exact: false })).toBeVisible();
	await expectAccessible(page);

	// With little data the page says so.
	await visit(page, '/study/what-i-know');
	await expect(page.getByText(/How well you tell the two apart is said from 20/u)).toBeVisible();
	await expect(page.getByText(/few yet/u).first()).toBeVisible();
	const person = lastStudent(file);

	for (let session = 1; session < SESSIONS; session += 1) {
		shiftStudy(file, person, DAYS_BETWEEN);
		const path = await sessionToStart(page.request, origin, 'session');
		for (let left = ITEMS; left > 0; left -= 1) {
			expect(await answerByForm(page.request, origin, path, give), `session ${session}`).toBe(true);
		}
		expect(await answerByForm(page.request, origin, path, give), 'a session ends by itself').toBe(false);
	}

	const rows = studyRows(file, person);
	const ended = rows.sessions.filter(({ finished_at: at }) => at !== null);
	expect(ended).toHaveLength(SESSIONS);
	const times = rows.answers.map(({ answered_at: at }) => at);
	expect((Math.max(...times) - Math.min(...times)) / DAY).toBeGreaterThan(28);

	const counted = recount(rows);
	expect(counted.core).toBeGreaterThan(30);
	await visit(page, '/study/what-i-know');
	await expectAccessibleInBothThemes(page);
	await expect(page.getByText(`Counted from ${counted.firstTries} sentences`)).toBeVisible();
	await expect(page.locator('[data-number=found]')).toHaveText(`${counted.found} of ${counted.core}`);
	await expect(page.locator('[data-number=left]')).toHaveText(`${counted.left} of ${counted.sound}`);
	await page.getByText('How that is measured').click();
	const shown = async (name: string) =>
		Number((await page.locator(`[data-number=${name}]`).innerText()).replace('−', '-'));
	expect(Math.abs((await shown('d')) - counted.dPrime)).toBeLessThan(0.011);
	expect(Math.abs((await shown('c')) - counted.criterion)).toBeLessThan(0.011);

	for (const technique of everyTechnique) {
		const row = page.locator(`li[data-technique='${technique}']`);
		const of = counted.byTechnique.get(technique);
		if (of) await expect(row).toContainText(`Found ${of.found} of ${of.tries}`);
		else await expect(row.getByText(/Found [1-9]/u)).toHaveCount(0);
	}
	const order = page.getByRole('region', { name: 'What comes back next' }).getByRole('listitem').getByRole('link');
	const names = counted.order.slice(0, 6).map((each) => techniqueWording[each as Technique].label);
	await expect(order).toHaveText(names);
	for (const [label, confidence] of [
		['A guess', 'guess'],
		['Fairly sure', 'fairly'],
		['Sure', 'sure'],
	] as const) {
		const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });
		await expect(row).toContainText(`of ${counted.byConfidence.get(confidence) ?? 0}`);
	}

	// The mirror counts pairs; before there are enough it says no more.
	await visit(page, '/study/mirror');
	await expectAccessibleInBothThemes(page);
	if (counted.pairs < 24) await expect(page.getByText(`${counted.pairs} of 24 pairs so far.`)).toBeVisible();
	else await expect(page.getByText(`In ${counted.pairs} pairs you treated both texts alike`)).toBeVisible();
	await page.getByRole('button', { name: 'Switch the mirror off' }).click();
	await expect(page.getByText('The mirror is off. Nothing is computed, and nothing is shown.')).toBeVisible();
	await page.getByRole('button', { name: 'Switch it on' }).click();
	await page.getByRole('checkbox', { name: 'Yes, delete it' }).check();
	await page.getByRole('button', { name: 'Delete', exact: true }).click();
	await expect(page.getByText('0 of 24 pairs so far.')).toBeVisible();

	await visit(page, '/study');
	await expectAccessibleInBothThemes(page);
	await expect(page.getByRole('link', { name: /^Start: 12 sentences/u })).toBeVisible();
	await visit(page, `/study/${ended.at(-1)?.id ?? ''}`);
	await page.locator('summary').first().click();
	await expectAccessibleInBothThemes(page);
});

test('a whole session by keyboard alone, marks among it', async ({ page, server }) => {
	const file = join(server.dataFolder, 'underline.db');
	const origin = new URL(server.url).origin;
	// A first session, so that the next one repeats techniques and asks for marks.
	const first = await sessionToStart(page.request, origin, 'session');
	for (let left = ITEMS; left > 0; left -= 1) {
		await answerByForm(page.request, origin, first, () => ({ mood: 'right', confidence: 'sure' }));
	}
	shiftStudy(file, lastStudent(file), 20);

	await visit(page, '/study');
	const start = page.getByRole('link', { name: /^Start: 12 sentences/u });
	for (let tabs = 0; tabs < 20 && !(await start.evaluate((link) => link === document.activeElement)); tabs += 1) {
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('Enter');

	let marked = 0;
	for (let place = 1; place <= ITEMS; place += 1) {
		await expect(page.getByText(`${place} of 12`, { exact: true })).toBeVisible();
		const item = page.getByRole('region', { name: `Sentence ${place}`, exact: true });
		await expect(item).toBeVisible();
		await expect.poll(() => item.evaluate((region) => region.contains(document.activeElement))).toBe(true);
		const isMarking = (await item.getByText(/^Mark the words/u).count()) > 0;
		if (isMarking) await markByKeys(page, item);
		else await callByKeys(page, item);
		if (isMarking) marked += 1;
		await expect(next(page)).toBeFocused();
		await expect(page.getByRole('status').filter({ hasText: /^Right/u })).toBeAttached();
		await page.keyboard.press('Enter');
	}
	await expect(page.getByRole('heading', { level: 1, name: '12 of 12 right' })).toBeFocused();
	expect(marked, 'sentences to mark').toBeGreaterThan(0);
});

type Item = ReturnType<Page['getByRole']>;

async function callByKeys(page: Page, item: Item) {
	const { techniques: keyed } = keyOfText(await item.locator('.sentence').innerText());
	const [technique] = keyed;
	await page.keyboard.press('f');
	await expect(item.getByRole('radio', { name: /^Fairly sure/u })).toBeChecked();
	if (!technique) return page.keyboard.press('0');
	const category = categoryOf(technique);
	await page.keyboard.press(String(categories.indexOf(category) + 1));
	const kinds = item.getByText(/of which kind/u);
	await expect(kinds.or(next(page))).toBeVisible();
	if ((await kinds.count()) === 0) return;
	await page.keyboard.press(numberOf(technique));
}

const numberOf = (technique: Technique) =>
	String(techniques[categoryOf(technique)].findIndex((each) => each === technique) + 1);

async function markByKeys(page: Page, item: Item) {
	const text = item.getByRole('group', { name: 'The text' });
	const { techniques: keyed, mark, text: sentence } = keyOfText((await text.textContent()) ?? '');
	const [technique] = keyed;
	const tabUntil = async (target: Item) => {
		for (let tabs = 0; tabs < 40; tabs += 1) {
			if (await target.evaluate((element) => element === document.activeElement)) return;
			await page.keyboard.press('Tab');
		}
		await expect(target).toBeFocused();
	};
	if (!technique || !mark) {
		await tabUntil(item.getByRole('button', { name: 'Nothing to mark here' }));
		await page.keyboard.press('Space');
	} else {
		await tabUntil(text);
		const cut = words(sentence);
		const inside = cut.filter(({ start, end }) => start < mark.end && end > mark.start);
		await page.keyboard.press('Control+Home');
		for (const { start } of cut) if (start < (inside[0]?.start ?? 0)) await page.keyboard.press('ArrowRight');
		for (let more = inside.length - 1; more > 0; more -= 1) await page.keyboard.press('Shift+ArrowRight');
		await page.keyboard.press(String(categories.indexOf(categoryOf(technique)) + 1));
		await page.keyboard.press(numberOf(technique));
	}
	await tabUntil(item.getByRole('button', { name: 'Answer', exact: true }));
	await page.keyboard.press('Enter');
}

test('a second tab and a lost line are told calmly, and nothing is lost', async ({ page, complaints }) => {
	complaints.expect(/409 \(Conflict\)/u, /ERR_INTERNET_DISCONNECTED/u);
	await visit(page, '/study');
	await page.getByRole('link', { name: /^Skip that/u }).click();
	await expect(page.getByText('1 of 12', { exact: true })).toBeVisible();
	await page.context().setOffline(true);
	await page.keyboard.press('4');
	await expect(page.getByText(/The server cannot be reached\. Nothing is lost/u)).toBeVisible();
	await page.context().setOffline(false);
	await page.keyboard.press('4');
	await expect(next(page)).toBeFocused();
	await next(page).press('Enter');
	await expect(page.getByText('2 of 12', { exact: true })).toBeVisible();

	const other = await page.context().newPage();
	await visit(other, new URL(page.url()).pathname);
	await other.keyboard.press('4');
	await expect(next(other)).toBeFocused();
	// The first tab still shows the same sentence, and says something else of it.
	await page.keyboard.press('1');
	if ((await page.getByText(/of which kind/u).count()) > 0) await page.keyboard.press('1');
	await expect(page.getByText('You have answered this one already. Your first answer stays.')).toBeVisible();
	await expect(
		page.getByText('You called it sound.').or(page.getByText('Right: there is nothing to mark here.').first()),
	).toBeVisible();
	await next(page).click();
	await expect(page.getByText('3 of 12', { exact: true })).toBeVisible();
	await whenHydrated(other);
});

test('what a guest studied comes along to an account, and a classroom sees nothing of it', async ({
	page,
	newVisitor,
	school,
	server,
	complaints,
}) => {
	complaints.expect(/404 \(Not Found\)/u);
	const origin = new URL(server.url).origin;
	const path = await sessionToStart(page.request, origin, 'session');
	const texts: string[] = [];
	for (let left = ITEMS; left > 0; left -= 1) {
		await answerByForm(page.request, origin, path, ({ text }) => {
			texts.push(text);
			return { mood: 'right' };
		});
	}
	await school.register(page, 'Mina Petrović');
	await visit(page, '/study/what-i-know');
	await expect(page.getByText('Counted from 12 sentences')).toBeVisible();
	await visit(page, '/me');
	await expect(page.getByRole('link', { name: 'What I know' })).toBeVisible();
	const mine = await (await page.request.get('/me/data')).text();
	expect(texts.filter((text) => !mine.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);

	const teacher = await newVisitor();
	await school.register(teacher, 'Ms Okafor');
	const classroom = await school.openClassroom(teacher, 'Period 2');
	const assignment = await school.assign(teacher, classroom);
	await school.join(page, classroom);

	await visit(page, '/study/what-i-know');
	await expect(page.getByText('Counted from 12 sentences')).toBeVisible();
	for (const seen of [`/classrooms/${classroom.id}`, assignment, '/grading', '/me/data']) {
		const html = await (await teacher.request.get(origin + seen)).text();
		expect(
			texts.filter((text) => html.includes(text)),
			seen,
		).toEqual([]);
	}
	expect((await teacher.request.get(origin + path)).status(), 'a session of somebody else').toBe(404);
	expect((await visit(teacher, `/study/${lastPart(origin + path)}?place=1`))?.status()).toBe(404);
	await visit(teacher, '/study/what-i-know');
	await expect(teacher.getByText(/^Nothing yet\./u)).toBeVisible();
});
