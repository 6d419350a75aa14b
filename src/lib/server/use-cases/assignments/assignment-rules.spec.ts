import { beforeEach, describe, expect, test } from 'vitest';
import {
	classroomOf,
	DAY,
	LESSON,
	person,
	START,
	testApp,
	type Registered,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { Conflict, Invalid } from '../../../domain/errors.ts';
import { findAttemptsOnAssignment } from '../../repositories/attempts.ts';
import { joinClassroom } from '../classrooms/join-classroom.ts';
import { gradebookCsv } from '../gradebook/gradebook-csv.ts';
import { viewGradebook } from '../gradebook/view-gradebook.ts';
import { viewOwnResults } from '../gradebook/view-report.ts';
import { gradeExercise } from '../grading/grade-exercise.ts';
import { gradesCsv } from '../grading/grades-csv.ts';
import { viewInsight } from '../insight/view-insight.ts';
import { viewCourse } from '../lessons/view-course.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { practiceClosed } from '../work/practice-closed.ts';
import { saveAnswer } from '../work/save-answer.ts';
import { startAttempt } from '../work/start-attempt.ts';
import { NotYetOpen } from '../work/taking-in.ts';
import { viewDoor } from '../work/view-door.ts';
import { assignLesson, changeAssignment, type AssignmentForm } from './assign-lesson.ts';
import { endException, makeException } from './make-exception.ts';
import { viewAssignment } from './view-assignment.ts';

let app: TestApp;
let teacher: Registered;
let student: Registered;
let classmate: Registered;
let classroomId: string;

beforeEach(async () => {
	app = testApp();
	const made = await classroomOf(app);
	({ teacher, student, classroomId } = made);
	classmate = await person(app, 'classmate');
	await joinClassroom(app, classmate, made.joinCode, '192.0.2.2');
});

const HOUR = DAY / 24;

async function assign(rules: Omit<AssignmentForm, 'lesson'>): Promise<string> {
	const [id = ''] = await assignLesson(app, teacher, classroomId, { lesson: LESSON, ...rules });
	return id;
}

const open = (assignmentId: string, who = student) => openAssignedWork(app, who, assignmentId);

async function handsIn(assignmentId: string, who = student) {
	await startAttempt(app, who, assignmentId);
	const { attemptId } = await open(assignmentId, who);
	await handIn(app, who, attemptId ?? '', true);
	return attemptId ?? '';
}

/** The teacher gives these points, in hundredths, to the first exercise that counts, and none to the others. */
async function isGraded(attemptId: string, points: number) {
	const exercises = app.editions.current(LESSON).exercises.filter((exercise) => exercise.points > 0);
	for (const [index, { id, points: possible }] of exercises.entries()) {
		const given = index === 0 ? Math.min(points, possible * 100) : 0;
		await gradeExercise(app, teacher, attemptId, { exerciseId: id, points: String(given / 100), comment: '' });
	}
}

async function saves(assignmentId: string, who = student) {
	const work = await open(assignmentId, who);
	const choice = app.editions.current(LESSON).exercises.find(({ kind }) => kind === 'choice');
	return saveAnswer(app, who, {
		attemptId: work.attemptId ?? '',
		exerciseId: choice?.id ?? '',
		editionId: work.editionId,
		tryNumber: 1,
		revision: 0,
		answer: { chosen: [] },
	});
}

const countingOf = async (assignmentId: string, who = student) =>
	(await findAttemptsOnAssignment(app.store.read, assignmentId, who.personId))
		.filter(({ counts }) => counts)
		.map(({ number }) => number);

describe('before it opens', () => {
	test('a student learns that it comes and when, and gets nothing of it', async () => {
		const assignmentId = await assign({ openAt: START + DAY, dueAt: START + 3 * DAY });
		await expect(open(assignmentId)).rejects.toThrow(NotYetOpen);
		await expect(startAttempt(app, student, assignmentId)).rejects.toThrow(NotYetOpen);
		expect(await viewDoor(app, student, assignmentId)).toMatchObject({ opensAt: START + DAY, dueAt: START + 3 * DAY });
		const course = await viewCourse(app, student);
		expect(course.assigned[0]).toMatchObject({ state: 'not open yet', opensAt: START + DAY });
		expect(course.next?.path).not.toContain('/assignments/');
		expect(await findAttemptsOnAssignment(app.store.read, assignmentId, student.personId)).toEqual([]);

		app.clock.now = START + DAY;
		expect(await viewDoor(app, student, assignmentId)).toBeNull();
		expect((await open(assignmentId)).exercises.length).toBeGreaterThan(0);
	});

	test('work that was begun before the opening was moved is shut too', async () => {
		const assignmentId = await assign({});
		const { attemptId } = await open(assignmentId);
		await changeAssignment(app, teacher, assignmentId, { openAt: START + DAY });
		await expect(handIn(app, student, attemptId ?? '', true)).rejects.toThrow(NotYetOpen);
	});
});

describe('after it closes', () => {
	test('nothing is taken in, and what was saved can be read', async () => {
		const assignmentId = await assign({ dueAt: START + DAY, closeAt: START + 2 * DAY });
		const { attemptId } = await saves(assignmentId);
		app.clock.now = START + 2 * DAY + 1;
		await expect(handIn(app, student, attemptId, true)).rejects.toThrow(/closed/);
		await expect(saves(assignmentId)).rejects.toThrow(/kept/);
		const work = await open(assignmentId);
		expect(work).toMatchObject({ closed: true, handedInAt: null, result: null });
		expect(work.exercises.some(({ work: { revision } }) => revision === 1)).toBe(true);
		expect(work.exercises.every(({ work: { closed } }) => closed)).toBe(true);
		expect((await viewCourse(app, student)).assigned[0]).toMatchObject({ state: 'closed' });
	});

	test('a late hand-in is refused where late work is not taken, to the moment', async () => {
		const assignmentId = await assign({ dueAt: START + DAY, lateRule: 'closed' });
		const { attemptId } = await open(assignmentId);
		const { attemptId: other } = await open(assignmentId, classmate);
		app.clock.now = START + DAY;
		await handIn(app, student, attemptId ?? '', true);
		app.clock.now = START + DAY + 1;
		await expect(handIn(app, classmate, other ?? '', true)).rejects.toThrow(Conflict);
	});

	test('a student with a later date may still hand in', async () => {
		const assignmentId = await assign({ dueAt: START + DAY, closeAt: START + 2 * DAY });
		const given = { personId: student.personId, dueAt: START + 4 * DAY, excused: false };
		await makeException(app, teacher, assignmentId, given);
		app.clock.now = START + 3 * DAY;
		await handsIn(assignmentId);
		expect(await open(assignmentId)).toMatchObject({ late: false });
		await expect(handsIn(assignmentId, classmate)).rejects.toThrow(/closed/);
	});

	test('work without a due date that did not come by then is missing', async () => {
		await assign({ closeAt: START + DAY });
		app.clock.now = START + DAY + 1;
		const { rows } = await viewGradebook(app, teacher, classroomId);
		expect(rows.map(({ cells }) => cells[0]?.standing)).toEqual(['missing', 'missing']);
	});
});

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

describe('feedback at a date', () => {
	test('is for everybody at that date, however early or late the work came', async () => {
		const assignmentId = await assign({ dueAt: START + DAY, feedbackRule: 'date', feedbackAt: START + 3 * DAY });
		await handsIn(assignmentId);
		app.clock.now = START + 2 * DAY;
		await handsIn(assignmentId, classmate);
		for (const who of [student, classmate]) {
			const work = await open(assignmentId, who);
			expect(work).toMatchObject({ result: null, assignment: { feedbackAt: START + 3 * DAY } });
			expect(work.exercises.every(({ work: { review } }) => review === null)).toBe(true);
		}
		app.clock.now = START + 3 * DAY;
		for (const who of [student, classmate]) expect((await open(assignmentId, who)).result).not.toBeNull();
	});

	test('keeps a closed lesson closed to practice until then', async () => {
		const rules = { dueAt: START + DAY, feedbackRule: 'date', feedbackAt: START + 20 * DAY, practiceClosed: true };
		await assign(rules);
		app.clock.now = START + 20 * DAY - 1;
		expect(await practiceClosed(app, LESSON)).toBe(true);
		app.clock.now = START + 20 * DAY;
		expect(await practiceClosed(app, LESSON)).toBe(false);
	});
});

test('rules that do not go together are refused at their field, and nothing is changed', async () => {
	const assignmentId = await assign({ dueAt: START + DAY });
	const change = changeAssignment(app, teacher, assignmentId, { openAt: START + 2 * DAY });
	await expect(change).rejects.toThrow(Invalid);
	await expect(change).rejects.toMatchObject({ field: 'dueAt' });
	expect((await viewAssignment(app, teacher, assignmentId)).rules).toMatchObject({ openAt: null, dueAt: START + DAY });
	await expect(assign({ feedbackRule: 'someday' })).rejects.toMatchObject({ field: 'feedbackRule' });
	await expect(assign({ lateRule: 'never', dueAt: START + DAY })).rejects.toMatchObject({ field: 'lateRule' });
	await expect(assign({ countsAttempt: 'worst' })).rejects.toMatchObject({ field: 'countsAttempt' });
});
