import { beforeEach, describe, expect, test } from 'vitest';
import {
	app,
	assignmentId,
	begin,
	classroomId,
	extraMark,
	handInMarks,
	newStudent,
	object,
	onMark,
	open,
	rule,
	scoresOf,
	student,
	teacher,
} from '../../../../../tests/support/argued-class.ts';
import { assignmentIn, type Registered, type TestApp } from '../../../../../tests/support/test-app.ts';
import { countingScore } from '../../../domain/grading/rulings.ts';
import { findUnfinishedRulings } from '../../repositories/rulings.ts';
import { removeStudent } from '../classrooms/run-classroom.ts';
import { returnAll } from '../grading/return-work.ts';
import { countNewNotices, listNotices, seeNotices } from '../notices/view-notices.ts';
import { regrade } from './regrade.ts';
import { ruleOnChallenge } from './rule-on-challenge.ts';

beforeEach(() => begin());

describe('a regrade that is cut short', () => {
	const STUDENTS = 50;

	test('goes on where it was, and ends with every score once', async () => {
		const mark = extraMark();
		const attempts: string[] = [await handInMarks(student, [mark])];
		for (let count = 1; count < STUDENTS; count += 1) {
			attempts.push(await handInMarks(await newStudent(`student${count}`), [mark]));
		}
		await object(student, onMark(mark));
		const killed = cutAfter(2);
		await expect(ruleOnChallengeIn(killed)).rejects.toThrow('killed');
		const scored = async () => (await Promise.all(attempts.map((id) => scoresOf(id)))).map((rows) => rows.length);
		const half = (await scored()).filter((count) => count === 2).length;
		expect(half).toBeGreaterThan(0);
		expect(half).toBeLessThan(STUDENTS);
		expect(await findUnfinishedRulings(app.store.read)).toHaveLength(1);

		// Two at once, as when a second ruling comes while the first one is under way.
		await Promise.all([regrade(app), regrade(app)]);
		expect(new Set(await scored())).toEqual(new Set([2]));
		expect(await findUnfinishedRulings(app.store.read)).toEqual([]);
		expect([...(await regrade(app)).keys()]).toEqual([]);
		for (const id of attempts) {
			const rows = await scoresOf(id);
			expect(new Set(rows.map(({ keyVersion }) => keyVersion)).size).toBe(2);
			expect(countingScore(rows)).toBe(rows.at(-1));
		}
	});

	test('stops between batches when it is asked to', async () => {
		const mark = extraMark();
		await handInMarks(student, [mark]);
		await object(student, onMark(mark));
		await expect(ruleOnChallengeIn(cutAfter(1))).rejects.toThrow('killed');
		const stop = new AbortController();
		stop.abort();
		await regrade(app, stop.signal);
		expect(await findUnfinishedRulings(app.store.read)).toHaveLength(1);
		await regrade(app);
		expect(await findUnfinishedRulings(app.store.read)).toEqual([]);
	});

	/** The app whose database is gone after so many writes. */
	function cutAfter(writes: number): TestApp {
		let left = writes;
		const write: TestApp['store']['write'] = (work) => {
			left -= 1;
			return left < 0 ? Promise.reject(new Error('killed')) : app.store.write(work);
		};
		return { ...app, store: { ...app.store, write } };
	}

	async function ruleOnChallengeIn(killed: TestApp) {
		const [first] = await open();
		const typed = { decision: 'accept', width: '', answer: 'You are right.', counts: 'better', countsReason: '' };
		return ruleOnChallenge(killed, teacher, first!.id, typed);
	}
});

describe('notices', () => {
	const kinds = async (who: Registered) => (await listNotices(app, who)).map(({ kind }) => kind);

	test('tell what was assigned, and are new until they are opened', async () => {
		const later = await assignmentIn(app, teacher, classroomId, 'returned');
		const [newest] = (await listNotices(app, student)).filter(({ href }) => href.includes(later));
		expect(newest).toMatchObject({ kind: 'assigned', isNew: true, classroom: 'Period 2' });
		const count = await countNewNotices(app, student);
		expect(count).toBeGreaterThan(0);
		const ids = (await listNotices(app, student)).map(({ id }) => id);
		await seeNotices(app, teacher, ids);
		expect(await countNewNotices(app, student)).toBe(count);
		await seeNotices(app, student, ids);
		expect(await countNewNotices(app, student)).toBe(0);
		expect((await listNotices(app, student)).every(({ isNew }) => !isNew)).toBe(true);
	});

	test('tell that work came back, once for each time', async () => {
		await begin('returned');
		await handInMarks(student, [extraMark()]);
		await returnAll(app, teacher, assignmentId, true);
		expect((await kinds(student)).filter((kind) => kind === 'returned')).toHaveLength(1);
	});

	test('tell whoever objected that there is an answer, and everybody concerned of the ruling', async () => {
		const mark = extraMark();
		const classmate = await newStudent('classmate');
		for (const who of [student, classmate]) await handInMarks(who, [mark]);
		await object(student, onMark(mark));
		await rule();
		expect(await kinds(student)).toContain('challenge answered');
		expect(await kinds(student)).not.toContain('ruling');
		expect(await kinds(classmate)).toContain('ruling');
		await removeStudent(app, teacher, classroomId, classmate.personId);
		expect(await kinds(classmate)).toEqual([]);
		expect(await countNewNotices(app, classmate)).toBe(0);
	});
});
