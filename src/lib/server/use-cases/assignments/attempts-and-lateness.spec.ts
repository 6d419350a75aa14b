import { beforeEach, describe, expect, test } from 'vitest';
import {
	app,
	assign,
	begin,
	classmate,
	classroomId,
	countingOf,
	handsIn,
	isGraded,
	open,
	saves,
	student,
	teacher,
} from '../../../../../tests/support/class-of-two.ts';
import { DAY, START } from '../../../../../tests/support/test-app.ts';
import { Conflict } from '../../../domain/errors.ts';
import { gradebookCsv } from '../gradebook/gradebook-csv.ts';
import { viewGradebook } from '../gradebook/view-gradebook.ts';
import { viewOwnResults } from '../gradebook/view-report.ts';
import { gradesCsv } from '../grading/grades-csv.ts';
import { viewInsight } from '../insight/view-insight.ts';
import { viewCourse } from '../lessons/view-course.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { startAttempt } from '../work/start-attempt.ts';
import { changeAssignment } from './assign-lesson.ts';
import { endException, makeException } from './make-exception.ts';
import { viewAssignment } from './view-assignment.ts';

beforeEach(begin);

const HOUR = DAY / 24;

describe('attempts', () => {
	test('as many as the teacher allows, each from empty; the ones before stay as they were', async () => {
		const assignmentId = await assign({ attemptsAllowed: 2 });
		await saves(assignmentId);
		await handsIn(assignmentId);
		expect(await open(assignmentId)).toMatchObject({ number: 1, mayStartAnother: true });
		await startAttempt(app, student, assignmentId);
		// A second press changes nothing.
		await startAttempt(app, student, assignmentId);
		const second = await open(assignmentId);
		expect(second).toMatchObject({ number: 2, handedInAt: null, mayStartAnother: false });
		expect(second.exercises.every(({ work: { revision, review } }) => revision === 0 && review === null)).toBe(true);
		expect(await openAssignedWork(app, student, assignmentId, 1)).toMatchObject({ number: 1, handedInAt: START });

		const onTheList = async () => {
			const { assigned, next } = await viewCourse(app, student);
			return { ...assigned.find(({ id }) => id === assignmentId), goOn: next?.path.includes(assignmentId) };
		};
		expect(await onTheList()).toMatchObject({ state: 'feedback is there', anotherBegun: true, goOn: true });
		await handIn(app, student, second.attemptId ?? '', true);
		expect(await onTheList()).toMatchObject({ anotherBegun: false, goOn: false });
		expect(await open(assignmentId)).toMatchObject({ mayStartAnother: false });
		await expect(startAttempt(app, student, assignmentId)).rejects.toThrow(/every attempt/);
	});

	test('once, unless the teacher says otherwise', async () => {
		const assignmentId = await assign({});
		await handsIn(assignmentId);
		await expect(startAttempt(app, student, assignmentId)).rejects.toThrow(Conflict);
	});

	test('none after it closed', async () => {
		const assignmentId = await assign({ attemptsAllowed: null, dueAt: START + DAY, closeAt: START + DAY });
		await handsIn(assignmentId);
		app.clock.now = START + DAY + 1;
		expect(await open(assignmentId)).toMatchObject({ mayStartAnother: false });
		await expect(startAttempt(app, student, assignmentId)).rejects.toThrow(/closed/);
	});

	test('the one that counts follows grades and the teacher’s rule, everywhere', async () => {
		const assignmentId = await assign({ attemptsAllowed: null });
		const first = await handsIn(assignmentId);
		const second = await handsIn(assignmentId);
		await isGraded(first, 100);
		await isGraded(second, 200);
		expect(await countingOf(assignmentId)).toEqual([2]);
		const earned = async () => (await viewGradebook(app, teacher, classroomId)).rows[1]?.cells[0]?.earned;
		expect(await earned()).toBe(200);

		await isGraded(first, 300);
		expect(await countingOf(assignmentId)).toEqual([1]);
		expect(await earned()).toBe(300);
		await changeAssignment(app, teacher, assignmentId, { countsAttempt: 'latest' });
		expect(await countingOf(assignmentId)).toEqual([2]);
		expect(await earned()).toBe(200);
		await changeAssignment(app, teacher, assignmentId, { countsAttempt: 'first' });
		expect(await countingOf(assignmentId)).toEqual([1]);

		const row = (await viewAssignment(app, teacher, assignmentId)).students.find(
			({ personId }) => personId === student.personId,
		);
		expect(row?.attempts.map(({ number, counts, result }) => [number, counts, result?.earned])).toEqual([
			[1, true, 300],
			[2, false, 200],
		]);
		expect((await open(assignmentId)).attempts.map(({ result }) => result?.earned)).toEqual([300, 200]);
	});

	test('a new one that is open leaves what counts alone', async () => {
		const assignmentId = await assign({ attemptsAllowed: 2, countsAttempt: 'latest' });
		await handsIn(assignmentId);
		await startAttempt(app, student, assignmentId);
		expect(await countingOf(assignmentId)).toEqual([1]);
	});

	test('results of one whose feedback is not out are told to nobody but the teacher', async () => {
		const assignmentId = await assign({ attemptsAllowed: 2, feedbackRule: 'returned' });
		await handsIn(assignmentId);
		expect((await open(assignmentId)).attempts).toMatchObject([{ number: 1, result: null }]);
	});

	test('the class view reads first attempts alone', async () => {
		const assignmentId = await assign({ attemptsAllowed: 2 });
		await handsIn(assignmentId);
		await handsIn(assignmentId);
		await handsIn(assignmentId, classmate);
		const insight = await viewInsight(app, teacher, assignmentId, { exercise: null, category: null, withNames: true });
		expect(insight.handedIn).toBe(2);
	});
});

describe('late work', () => {
	const late = { dueAt: START + DAY, lateRule: 'per-day', latePercentPerDay: 10 } as const;

	test('loses its share once, and everybody is told the same', async () => {
		const assignmentId = await assign(late);
		app.clock.now = START + 2 * DAY + HOUR;
		const attemptId = await handsIn(assignmentId);
		await isGraded(attemptId, 300);
		const words = '3.00 of ';
		const loss = '; 2 days late, 10% a day: 2.40';
		expect(await open(assignmentId)).toMatchObject({ result: { earned: 240, lateLoss: { days: 2, before: 300 } } });
		const own = await viewOwnResults(app, student, classroomId);
		expect(own.works[0]).toMatchObject({ earned: 240, lateLoss: { before: 300 } });
		const { rows } = await viewGradebook(app, teacher, classroomId);
		expect(rows.find(({ personId }) => personId === student.personId)?.cells[0]).toMatchObject({ earned: 240 });
		for (const { text } of [
			await gradebookCsv(app, teacher, classroomId),
			await gradesCsv(app, teacher, assignmentId),
		]) {
			expect(text).toContain(words);
			expect(text).toContain(loss);
		}
	});

	test('is judged again when the class has longer, when one student has, and when that ends', async () => {
		const assignmentId = await assign(late);
		app.clock.now = START + 2 * DAY;
		await handsIn(assignmentId);
		const state = async () => (await open(assignmentId)).late;
		expect(await state()).toBe(true);
		await changeAssignment(app, teacher, assignmentId, { dueAt: START + 3 * DAY });
		expect(await state()).toBe(false);
		expect((await open(assignmentId)).result?.lateLoss).toBeNull();
		await changeAssignment(app, teacher, assignmentId, { dueAt: START + DAY });
		expect(await state()).toBe(true);
		const given = { personId: student.personId, dueAt: START + 3 * DAY, excused: false };
		await makeException(app, teacher, assignmentId, given);
		expect(await state()).toBe(false);
		await endException(app, teacher, assignmentId, student.personId);
		expect(await state()).toBe(true);
	});

	test('decides between two attempts with what remains', async () => {
		const assignmentId = await assign({ ...late, latePercentPerDay: 50, attemptsAllowed: 2 });
		const first = await handsIn(assignmentId);
		app.clock.now = START + DAY + HOUR;
		const second = await handsIn(assignmentId);
		await isGraded(first, 200);
		await isGraded(second, 300);
		expect(await countingOf(assignmentId)).toEqual([1]);
		await changeAssignment(app, teacher, assignmentId, { dueAt: START + 2 * DAY });
		expect(await countingOf(assignmentId)).toEqual([2]);
	});
});
