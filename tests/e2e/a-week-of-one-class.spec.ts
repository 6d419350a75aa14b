/**
 * A week of one class through the real pages: thirty students, three assignments, late work, one excused, two challenges,
 * a ruling, grading, export; and every number reckoned a second time by the test itself (a-week/reckoning.ts).
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { parse as parseCsv } from 'csv-parse/sync';
import { wordsOf } from '../faults/client.ts';
import * as week from './a-week/class-list.ts';
import { gradebookRows, heatOnPage, passageRows, tableRows } from './a-week/reading.ts';
import * as reckon from './a-week/reckoning.ts';
import { firstSignIn, handsIn, joinByCode, seatedAt, triesAgain, type Student } from './a-week/students.ts';
import * as teach from './a-week/teaching.ts';
import { exerciseOf, markByMouse, textOf, walkTo } from './fixtures/marking.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit, whenHydrated } from './fixtures/test.ts';

const { REPORT, VOICES, READING } = week;
const TITLE_OF_REPORT = 'Borrowed authority';
const TITLE_OF_VOICES = 'Who says it?';
const TITLES: Record<string, string> = {
	[REPORT]: TITLE_OF_REPORT,
	[VOICES]: TITLE_OF_VOICES,
	[READING]: 'Reading contested texts',
};
const ANSWER = 'That is so: the report gives no date and no place for it.';
const KEPT = 'The word says how to feel about what happened; the report would say the same without it.';
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);
const utc = (typed: string) => Date.parse(`${typed}:00Z`);

async function handInOnPage(page: Page) {
	await page.getByRole('button', { name: 'Hand in my work' }).click();
	await page.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(page.getByText(/You found 1 of/u)).toBeVisible();
}

async function disagree(page: Page, quote: string, reason: string) {
	const note = exerciseOf(page, week.MARKING).getByRole('listitem').filter({ hasText: quote }).first();
	await note.getByRole('button', { name: new RegExp(quote, 'u') }).click();
	await note.getByRole('button', { name: 'I disagree' }).click();
	await note.getByLabel('Why do you disagree?').fill(reason);
	await note.getByRole('button', { name: 'Send to my teacher' }).click();
	await expect(note.getByText('You disagree.')).toBeVisible();
}

test('a week of one class agrees with what is reckoned by hand', async ({ page, newVisitor, school, server }) => {
	const origin = new URL(server.url).origin;
	const teacher = page;
	const students: Student[] = [];
	const by = (place: number) => students[place]!;
	const assignments: Record<string, string> = {};
	const workOf = (lesson: string) => `${assignments[lesson] ?? ''}/work`;
	const idOf = (lesson: string) => assignments[lesson]?.split('/').at(-1) ?? '';

	await school.register(teacher, 'Ms Okafor');
	const classroom = await school.openClassroom(teacher, 'Period 2');
	const at = `/classrooms/${classroom.id}`;

	await test.step('Monday: a list, cards, a code, three assignments and their weights', async () => {
		const cards = await teach.pasteList(teacher, classroom.id, week.NAMES.slice(0, week.ON_THE_LIST));
		await teacher.getByRole('button', { name: 'I have printed them' }).click();
		for (const [place, name] of week.NAMES.entries()) {
			const card = cards.find((each) => each.name === name);
			const seat = card
				? { userName: card.userName, client: await firstSignIn(origin, card) }
				: await joinByCode(origin, classroom.code, name);
			students.push({ place, name, ...seat });
		}
		const due = { classroomId: classroom.id, due: '2099-11-30T16:00' };
		assignments[REPORT] = await teach.assignByForm(teacher, { ...due, lesson: REPORT, feedback: /^at once/u });
		const twice = { tries: 2, perDay: 10, feedback: /^at once/u };
		assignments[VOICES] = await teach.assignByForm(teacher, { ...due, lesson: VOICES, ...twice });
		assignments[READING] = await teach.assignByForm(teacher, { ...due, lesson: READING, feedback: /return/u });
		await teach.weigh(teacher, classroom.id, { [TITLE_OF_REPORT]: '1', [TITLE_OF_VOICES]: '1.5' });
		await teach.makeException(teacher, assignments[READING], by(week.EXCUSED).name);
		await teach.makeException(teacher, assignments[VOICES], by(week.MORE_TIME).name, '2099-12-24T16:00');
		await expectAccessibleInBothThemes(teacher);
	});

	/** What each student marked in the report, as this test sent it. */
	const marked = new Map<number, week.GivenMark[]>();
	const pointer = await newVisitor();
	const keyboard = await newVisitor({ viewport: { width: 390, height: 800 } });

	await test.step('Tuesday: two work through the pages, the others over the same requests, and a backup is made', async () => {
		await seatedAt(pointer, by(week.BY_POINTER), origin);
		await visit(pointer, '/lessons');
		await expectAccessibleInBothThemes(pointer);
		await visit(pointer, workOf(REPORT));
		const exercise = exerciseOf(pointer, week.MARKING);
		await markByMouse(pointer, textOf(exercise), week.IN_THE_KEY, 'Loaded');
		await markByMouse(pointer, textOf(exercise), week.EXTRA, 'Claim');
		await exerciseOf(pointer, 'where-the-source-stops').getByRole('radio').first().check();
		await expect(exercise.getByText('Saved', { exact: true })).toBeVisible();
		await expectAccessible(pointer);
		await handInOnPage(pointer);
		marked.set(week.BY_POINTER, [week.markOn(week.IN_THE_KEY, 'loaded'), week.markOn(week.EXTRA, 'claim')]);

		await seatedAt(keyboard, by(week.BY_KEYBOARD), origin);
		await visit(keyboard, workOf(REPORT));
		const text = exerciseOf(keyboard, week.MARKING);
		await textOf(text).focus();
		await walkTo(keyboard, text.getByRole('status').first(), week.IN_THE_KEY);
		await keyboard.keyboard.press('1');
		await exerciseOf(keyboard, 'same-words-other-side').getByRole('radio').first().focus();
		await keyboard.keyboard.press('Space');
		await handInOnPage(keyboard);
		marked.set(week.BY_KEYBOARD, [week.markOn(week.IN_THE_KEY, 'loaded')]);

		let isWorking = true;
		const backup = promisify(execFile)(process.execPath, [join('src', 'cli', 'backup.ts')], {
			env: { ...process.env, DATA_DIR: server.dataFolder },
		}).then(({ stdout }) => ({ file: stdout.trim(), wasWorking: isWorking }));
		for (const student of students) {
			const { place } = student;
			if (place === week.NEVER) continue;
			if (place > week.BY_KEYBOARD) {
				const answers = week.answersOf(place, REPORT);
				marked.set(place, (answers[week.MARKING] as { marks: week.GivenMark[] }).marks);
				await handsIn(student, workOf(REPORT), answers);
			}
			const isLater = week.AFTER_DUE.includes(place) || place === week.MORE_TIME;
			if (!isLater) await handsIn(student, workOf(VOICES), week.answersOf(place, VOICES));
			if (place !== week.EXCUSED) await handsIn(student, workOf(READING), week.answersOf(place, READING));
		}
		isWorking = false;
		const { file, wasWorking } = await backup;
		expect(wasWorking, 'it was made while people worked').toBe(true);
		const copy = new Database(file, { readonly: true });
		expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
		expect(copy.prepare(`select count(*) from membership where role = 'student'`).pluck().get()).toBe(30);
		copy.close();
	});

	const due: Record<string, string> = { [REPORT]: inHours(-36), [VOICES]: inHours(-36), [READING]: inHours(-30) };

	await test.step('Wednesday: days have gone by, and the rest comes late', async () => {
		for (const lesson of [REPORT, VOICES, READING]) {
			for (const { userName } of reckon.storedAttempts(server.dataFolder, idOf(lesson))) {
				const isLate = lesson === VOICES && userName === by(week.HALF_A_DAY_LATE).userName;
				reckon.letDaysGoBy(server.dataFolder, idOf(lesson), isLate ? 24 : 72, userName);
			}
			await teach.moveDue(teacher, assignments[lesson]!, due[lesson]!);
		}
		for (const place of [...week.AFTER_DUE, week.MORE_TIME]) {
			await handsIn(by(place), workOf(VOICES), week.answersOf(place, VOICES));
		}
		for (const place of week.BETTER_AGAIN) {
			await triesAgain(by(place), workOf(VOICES), week.answersOf(place, VOICES, 2, 1));
		}
		await triesAgain(by(week.WORSE_AGAIN), workOf(VOICES), week.answersOf(week.WORSE_AGAIN, VOICES, 2, 0.1));
		await visit(teacher, assignments[VOICES]!);
		await expect(teacher.getByRole('row', { name: /Farid Haddad/u })).toContainText(/attempt 2: \d+\.\d\d/u);
		await expectAccessibleInBothThemes(teacher);
	});

	const firstScore = new Map<string, number>();
	const reportScores = () =>
		reckon.storedAttempts(server.dataFolder, idOf(REPORT)).map(({ userName, scores }) => ({
			place: students.find((student) => student.userName === userName)!.place,
			userName,
			made: scores.get(week.MARKING) ?? [],
		}));

	await test.step('Thursday: two students object; one ruling changes the key, the other keeps it', async () => {
		for (const { userName, made } of reportScores()) firstScore.set(userName, made.at(-1)!);
		await disagree(pointer, week.EXTRA, 'A reader cannot tell from the report that there was one.');
		await disagree(keyboard, week.IN_THE_KEY, 'Everybody would call this tragic.');
		await expectAccessible(keyboard);

		await visit(teacher, at);
		await teacher.getByRole('link', { name: '2 challenges wait for your answer' }).click();
		const card = teacher.getByRole('article', { name: new RegExp(week.EXTRA, 'u') });
		const same = [...marked.values()].filter((marks) => marks.some(({ quote }) => quote === week.EXTRA)).length;
		await expect(card).toContainText(`${String(same)} of 29 made the same mark.`);
		await expectAccessibleInBothThemes(teacher);
		await card.getByRole('radio', { name: /^Accept/u }).check();
		await card.getByLabel('Your answer').fill(ANSWER);
		await card.getByRole('button', { name: 'Give this ruling' }).click();
		await expect(teacher.getByRole('status').filter({ hasText: 'scored again' })).toBeVisible();
		const kept = teacher.getByRole('article', { name: new RegExp(week.IN_THE_KEY, 'u') });
		await kept.getByRole('radio', { name: /^Keep/u }).check();
		await kept.getByLabel('Your answer').fill(KEPT);
		await kept.getByRole('button', { name: 'Give this ruling' }).click();
		await expect(teacher.getByText('Nothing waits for you.', { exact: false })).toBeVisible();
		await expectAccessible(teacher);

		// Every score by the rule as it is written down: found by K, half a point off for a claim or an authority beside it.
		const core = week.reportKey.spans.filter(({ tier }) => tier === 'core');
		const scoreOf = (found: number, beside: number) =>
			Math.floor((1000 * Math.max(0, 2 * found - beside)) / (2 * core.length) + 0.5 + 1e-9);
		for (const { place, userName, made } of reportScores()) {
			const marks = marked.get(place)!;
			const found = marks.filter((mark) =>
				core.some(({ start, end }) => start === mark.start && end === mark.end),
			).length;
			const hasExtra = marks.some(({ quote }) => quote === week.EXTRA);
			const now = scoreOf(found, marks.length - found - Number(hasExtra));
			expect(firstScore.get(userName), userName).toBe(scoreOf(found, marks.length - found));
			expect([made[0], made.at(-1)], userName).toEqual([firstScore.get(userName), now]);
		}
	});

	await test.step('the students concerned are told, and see both scores', async () => {
		const before = (firstScore.get(by(week.BY_POINTER).userName)! / 100).toFixed(2);
		for (const [who, answer] of [
			[pointer, ANSWER],
			[keyboard, KEPT],
		] as const) {
			await visit(who, '/me');
			const told = who.getByRole('listitem').filter({ hasText: 'your teacher answered what you disagreed with' });
			await expectAccessible(who);
			await told.getByRole('link').click();
			await expect(who).toHaveURL(/\/work#exercise-/u);
			await whenHydrated(who);
			const exercise = exerciseOf(who, week.MARKING);
			const note = exercise.getByRole('listitem').filter({ hasText: who === pointer ? week.EXTRA : week.IN_THE_KEY });
			await note
				.first()
				.getByRole('button', { name: new RegExp(who === pointer ? week.EXTRA : week.IN_THE_KEY, 'u') })
				.click();
			await expect(note.first()).toContainText(answer);
		}
		const again = exerciseOf(pointer, week.MARKING).getByText(/^Scored again after a ruling/u);
		await expect(again).toContainText(before);
		await again.click();
		await expect(exerciseOf(pointer, week.MARKING).getByText('which counts')).toBeVisible();
		await expectAccessibleInBothThemes(pointer);
	});

	await test.step('an assistant grades what was written, and the teacher returns it', async () => {
		const assistant = await newVisitor();
		await teach.inviteAssistant(teacher, assistant, classroom.id, () => school.register(assistant, 'Ravi Menon'));
		const count = reckon.storedAttempts(server.dataFolder, idOf(READING)).length;
		expect(count).toBe(28);
		const placeOf = (name: string) => students.findIndex((student) => student.name === name);
		await teach.gradeWritten(assistant, assignments[READING]!, count, (name) => week.writtenPoints(placeOf(name)));
		await visit(teacher, assignments[READING]!);
		await teacher.getByRole('button', { name: `Return all ${String(count)} handed in` }).click();
		await expect(
			teacher.getByRole('status').filter({ hasText: `${String(count)} pieces of work were returned.` }),
		).toBeVisible();
		await expectAccessible(teacher);
	});

	const written = week.lessonOf(READING).graded.find(({ kind }) => kind === 'short-answer')!.id;
	const givenOf = (lesson: string): reckon.Given => ({
		worth: new Map(week.lessonOf(lesson).graded.map(({ id, points }) => [id, points * 100])),
		percentPerDay: lesson === VOICES ? 10 : 0,
		dueAt: utc(due[lesson]!),
		...(lesson === VOICES && { moreTime: by(week.MORE_TIME).userName }),
		...(lesson === READING && {
			excused: by(week.EXCUSED).userName,
			grade: (userName: string, exercise: string) =>
				exercise === written
					? 100 * week.writtenPoints(students.findIndex((each) => each.userName === userName))
					: null,
		}),
	});
	const lessons = [REPORT, VOICES, READING].map((lesson) => ({ lesson, given: givenOf(lesson) }));
	const stored = lessons.map(({ lesson }) => reckon.storedAttempts(server.dataFolder, idOf(lesson)));
	const reckoned = students.map((student) => {
		const results = lessons.map(({ given }, index) => reckon.resultOf(student.userName, given, stored[index]!));
		const shares = results.map((result, index) => reckon.shareOf(result, lessons[index]!.given));
		const homework = reckon.meanOf(
			[
				[shares[0]!, 1],
				[shares[1]!, 1.5],
			],
			1,
		);
		const total = reckon.meanOf([
			[homework, 2],
			[shares[2]!, 1],
		])!;
		return { ...student, results, homework, other: shares[2]!, total };
	});
	const inWords = ({ standing, earned }: reckon.Result) =>
		standing === 'counts' ? (earned / 100).toFixed(2) : standing;
	const near = (shown: string | undefined, share: number | null, decimals: number, about: string) => {
		if (share === null) return expect(shown, about).toBe('');
		expect(Math.abs(Number.parseFloat(shown!) - share * 100), about).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-6);
	};

	await test.step('Friday: the gradebook, sorted and filtered by keyboard, says what was reckoned', async () => {
		await visit(teacher, `${at}/gradebook`);
		const rows = await gradebookRows(teacher);
		expect(rows).toHaveLength(30);
		for (const { name, results, total } of reckoned) {
			const [, shown, ...cells] = rows.find(([first]) => first === name) ?? [];
			near(shown, total, 0, name);
			expect(cells, name).toEqual(results.map((each) => `${each.late ? 'late ' : ''}${inWords(each)}`));
		}
		await expectAccessibleInBothThemes(teacher);
		await teacher.getByLabel('Show').focus();
		await teacher.keyboard.press('Tab');
		await teacher.keyboard.press('ArrowUp');
		await teacher.keyboard.press('ArrowRight');
		await teacher.keyboard.press('Enter');
		const best = reckoned.toSorted((a, b) => b.total - a.total);
		expect((await gradebookRows(teacher)).map(([name]) => name)[0]).toBe(best[0]!.name);
		const totals = (await gradebookRows(teacher)).map(([, total]) => Number.parseInt(total!, 10));
		expect(totals).toEqual(totals.toSorted((a, b) => b - a));
		for (const [filter, fits] of [
			['late', (result: reckon.Result) => result.late],
			['missing', (result: reckon.Result) => result.standing === 'missing'],
		] as const) {
			await teacher.getByLabel('Show').selectOption(`with work ${filter}`);
			const expected = reckoned.filter(({ results }) => results.some(fits)).map(({ name }) => name);
			expect(expected.length).toBeGreaterThan(0);
			expect((await gradebookRows(teacher)).map(([name]) => name).sort()).toEqual(expected.sort());
		}
	});

	await test.step('so does the file that it gives', async () => {
		const downloading = teacher.waitForEvent('download');
		await teacher.getByRole('link', { name: 'Download all (CSV)' }).click();
		const csv = await readFile(await (await downloading).path(), 'utf8');
		const rows: Record<string, string>[] = parseCsv(csv, { bom: true, columns: true });
		expect(rows).toHaveLength(30);
		for (const { name, userName, results, homework, other, total } of reckoned) {
			const row = rows.find((each) => each['User name'] === userName)!;
			expect(row.Name).toBe(name);
			near(row['Total (%)'], total, 2, name);
			near(row['Homework (%)'], homework, 2, name);
			near(row['Other work (%)'], other, 2, name);
			const cells = lessons.map(
				({ lesson }) => row[`${TITLES[lesson]!} (of ${String(week.lessonOf(lesson).possible / 100)})`],
			);
			expect(cells, name).toEqual(results.map(inWords));
			expect(row.Late, name).toBe(String(results.filter(({ late }) => late).length));
			expect(row['What lateness took off'] !== '', name).toBe(results.some(({ lost }) => lost));
		}
	});

	await test.step('and every student’s own results, and the report of each', async () => {
		await visit(teacher, `${at}/gradebook`);
		const links = await teacher
			.getByRole('grid')
			.locator('tbody th a')
			.evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')] as const));
		for (const { name, client, results, total } of reckoned) {
			const report = await teacher.request.get(links.find(([text]) => text === name)![1]!);
			const pages = [wordsOf((await client.get(`${at}/my-results`)).text), wordsOf(await report.text())];
			for (const text of pages) {
				near(/The total is (\d+%)/u.exec(text)?.[1], total, 0, name);
				for (const [index, { standing, earned }] of results.entries()) {
					const possible = String(week.lessonOf(lessons[index]!.lesson).possible / 100);
					if (standing === 'counts') expect(text, name).toContain(`${(earned / 100).toFixed(2)} of ${possible}`);
				}
				expect(text.includes('excused'), name).toBe(results.some(({ standing }) => standing === 'excused'));
				expect(text.includes('missing'), name).toBe(results.some(({ standing }) => standing === 'missing'));
			}
		}
		await visit(pointer, `${at}/my-results`);
		await expectAccessibleInBothThemes(pointer);
		await visit(keyboard, `${at}/my-results`);
		await expectAccessible(keyboard);
		await teacher.getByRole('link', { name: by(week.BETTER_AGAIN[0]!).name }).click();
		await expect(teacher.getByRole('heading', { name: 'How this came about' })).toBeVisible();
		await expectAccessibleInBothThemes(teacher);
	});

	await test.step('the class on the text: every letter, every passage and every question', async () => {
		for (const [index, { lesson, given }] of lessons.entries()) {
			await visit(teacher, `${assignments[lesson]!}/insight`);
			const shown = await tableRows(teacher, 'Exercises, against the rest of the lesson');
			const items = reckon.itemsOf(stored[index]!, given);
			expect(shown).toHaveLength(items.length);
			for (const [place, { exercise, facility, discrimination }] of items.entries()) {
				const [shownFacility, shownDiscrimination] = shown[place]!.cells.map((cell) => cell.replace('−', '-'));
				near(String(Number(shownFacility) * 100), facility, 0, exercise);
				if (discrimination === null) expect(shownDiscrimination, exercise).toBe('–');
				else near(String(Number(shownDiscrimination) * 100), discrimination, 0, exercise);
			}
			await expectAccessible(teacher);
		}
		for (const category of ['loaded', 'claim', 'authority']) {
			await visit(teacher, `${assignments[REPORT]!}/insight?category=${category}`);
			const people = [...marked.values()].map((marks) => marks.filter((mark) => mark.category === category));
			const counts = reckon.countsOf(week.reportText.length, people);
			let from = 0;
			for (const paragraph of await heatOnPage(teacher)) {
				from = week.reportText.indexOf(paragraph.text, from);
				expect(from, paragraph.text).toBeGreaterThanOrEqual(0);
				expect(paragraph.counts, paragraph.text).toEqual(counts.slice(from, from + paragraph.text.length));
				from += paragraph.text.length;
			}
			const passages = await passageRows(teacher);
			const core = week.reportKey.spans.filter((span) => span.tier === 'core' && span.category === category);
			for (const { start, end, quote } of core) {
				const found = people.filter((marks) => marks.some((mark) => mark.start === start && mark.end === end)).length;
				expect(passages.find((row) => row.quote === quote)?.found, quote).toBe(found);
			}
		}
		await expectAccessibleInBothThemes(teacher);
	});

	await test.step('a student is removed, and no page breaks', async () => {
		const { name, client } = by(week.REMOVED);
		await visit(teacher, at);
		await teacher.getByRole('button', { name: `Remove ${name}` }).click();
		await teacher.getByRole('button', { name: 'Remove the student' }).click();
		await expect(teacher.getByRole('button', { name: `Remove ${name}` })).toHaveCount(0);
		await expectAccessible(teacher);
		await visit(teacher, `${at}/gradebook`);
		expect((await gradebookRows(teacher)).map(([first]) => first)).not.toContain(name);
		expect(await gradebookRows(teacher)).toHaveLength(29);
		const below = ['', '/insight', '/submissions', '/worksheet', '/teacher-copy', '/preview', '/grades'];
		const pages = ['', '/students', '/challenges', '/progress', '/explanations', '/settings', '/gradebook/export'];
		const paths = [
			...pages.map((path) => at + path),
			...Object.values(assignments).flatMap((one) => below.map((path) => one + path)),
		];
		for (const path of paths) expect((await teacher.request.get(path)).status(), path).toBe(200);
		expect((await client.get(`${at}/my-results`)).status).toBe(404);
		for (const path of ['/lessons', '/me', '/classrooms']) expect((await client.get(path)).status, path).toBe(200);
		for (const path of ['/progress', '/challenges', '/students']) {
			await visit(teacher, at + path);
			await expectAccessible(teacher);
		}
	});
});
