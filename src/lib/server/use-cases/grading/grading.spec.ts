import { beforeEach, describe, expect, test } from 'vitest';
import {
	assignmentIn,
	classroomOf,
	HERE,
	START,
	testApp,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, NotFound } from '../../../domain/errors.ts';
import { findAssignment } from '../../repositories/assignments.ts';
import { assignLesson } from '../assignments/assign-lesson.ts';
import { viewAssignment } from '../assignments/view-assignment.ts';
import { joinClassroom } from '../classrooms/join-classroom.ts';
import { changeJoinCode, removeStudent } from '../classrooms/run-classroom.ts';
import { viewClassroom } from '../classrooms/view-classroom.ts';
import { viewCourse } from '../lessons/view-course.ts';
import { viewKey } from '../lessons/view-key.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { gradeExercise } from './grade-exercise.ts';
import { returnAll, returnWork } from './return-work.ts';
import { viewSubmission } from './view-submission.ts';
import { gradesCsv } from './grades-csv.ts';

let app: TestApp;
let teacher: Actor;
let student: Extract<Actor, { kind: 'registered' }>;
let classroomId: string;
let joinCode: string;
let assignmentId: string;
let attemptId: string;
let shortAnswerId: string;

beforeEach(async () => {
	app = testApp();
	({ teacher, student, classroomId, joinCode } = await classroomOf(app));
	assignmentId = await assignmentIn(app, teacher, classroomId, 'returned');
	attemptId = (await openAssignedWork(app, student, assignmentId)).attemptId ?? '';
	const edition = app.editions.current('borrowed-authority');
	shortAnswerId = edition.exercises.find(({ kind }) => kind === 'short-answer')?.id ?? '';
});

const give = (points: string, comment = '') =>
	gradeExercise(app, teacher, attemptId, { exerciseId: shortAnswerId, points, comment });
const row = async () => (await viewAssignment(app, teacher, assignmentId)).students[0];

describe('the teacher’s table', () => {
	test('says who has opened, is working, has handed in, has it back', async () => {
		expect(await row()).toMatchObject({ progress: 'opened', results: null });
		await handIn(app, student, attemptId, true);
		expect(await row()).toMatchObject({ progress: 'handed in', handedInAt: START });
		await returnWork(app, teacher, attemptId, '');
		expect(await row()).toMatchObject({ progress: 'returned' });
	});

	test('shows a student who has not opened it', async () => {
		const late = await classroomOf(app, { teacher: 'colleague', student: 'zara' });
		await joinClassroom(app, late.student, joinCode, HERE);
		const { students } = await viewAssignment(app, teacher, assignmentId);
		expect(students.find(({ userName }) => userName === 'zara')).toMatchObject({ progress: 'not opened' });
	});
});

describe('grading', () => {
	test('work cannot be read before it is handed in', async () => {
		await expect(viewSubmission(app, teacher, attemptId)).rejects.toThrow(Conflict);
	});

	test('points replace the score, with a history of who and when', async () => {
		await handIn(app, student, attemptId, true);
		await give('3', 'Nearly.');
		app.clock.now += 1000;
		await give('3.5', 'On second thoughts.');
		const { history, result } = await viewSubmission(app, teacher, attemptId);
		expect(history).toMatchObject([
			{ points: 350, by: 'Teacher', comment: 'On second thoughts.' },
			{ points: 300, comment: 'Nearly.' },
		]);
		expect(result?.waiting).toBe(0);
		expect(result?.earned).toBeGreaterThanOrEqual(350);
	});

	test('saving the same again adds nothing to the history', async () => {
		await handIn(app, student, attemptId, true);
		await give('3', 'Nearly.');
		await give('3', 'Nearly.');
		expect((await viewSubmission(app, teacher, attemptId)).history).toHaveLength(1);
	});

	test.each(['nine', '-1', '99'])('"%s" points are refused at their field', async (points) => {
		await handIn(app, student, attemptId, true);
		await expect(give(points)).rejects.toMatchObject({ field: `points-${shortAnswerId}` });
	});

	test('the student sees grade, comment and reasons when the work is returned, not before', async () => {
		await handIn(app, student, attemptId, true);
		await give('3', 'Nearly.');
		const before = await openAssignedWork(app, student, assignmentId);
		expect(before.exercises.every(({ work }) => work.grade === null && work.review === null)).toBe(true);
		expect((await viewCourse(app, student)).assigned).toMatchObject([{ state: 'handed in' }]);

		await returnWork(app, teacher, attemptId, 'Good reading.');
		const after = await openAssignedWork(app, student, assignmentId);
		expect(after.comment).toBe('Good reading.');
		expect(after.exercises.find(({ exercise }) => exercise.id === shortAnswerId)?.work.grade).toEqual({
			points: 300,
			comment: 'Nearly.',
		});
		expect((await viewCourse(app, student)).assigned).toMatchObject([{ state: 'returned' }]);
	});

	test('everything handed in can be returned at once', async () => {
		expect(await returnAll(app, teacher, assignmentId, true)).toMatchObject({ returned: 0 });
		await handIn(app, student, attemptId, true);
		expect(await returnAll(app, teacher, assignmentId, true)).toMatchObject({ returned: 1 });
		expect(await returnAll(app, teacher, assignmentId, true)).toMatchObject({ returned: 0 });
	});
});

test('the grades can be downloaded, a row for each student', async () => {
	await handIn(app, student, attemptId, true);
	await give('3');
	const { name, text } = await gradesCsv(app, teacher, assignmentId);
	expect(name).toBe('borrowed-authority-2026-11-22.csv');
	const [header, first] = text.trimEnd().split('\r\n');
	expect(header).toContain('Name,User name,State');
	expect(first).toMatch(/^Student,student,handed in,2026-11-22T09:00:00.000Z,/);
});

test('a pair is given together, the chosen lesson first', async () => {
	for (const lesson of ['loaded-words', 'the-other-mirror']) {
		const form = { lesson, dueAt: null, feedbackRule: 'hand-in', practiceClosed: false };
		const ids = await assignLesson(app, teacher, classroomId, form);
		const rows = await Promise.all(ids.map((id) => findAssignment(app.store.read, id)));
		const inOrder = rows.toSorted((one, other) => (one?.createdAt ?? 0) - (other?.createdAt ?? 0));
		expect(rows.map((row) => row?.lesson)).toContain('the-other-mirror');
		expect(inOrder[0]?.lesson).toBe(lesson);
		expect(inOrder[1]?.createdAt).toBeGreaterThan(inOrder[0]?.createdAt ?? 0);
	}
});

describe('the classroom', () => {
	test('a student who is removed goes with the work of this classroom, and breaks no page', async () => {
		await handIn(app, student, attemptId, true);
		await removeStudent(app, teacher, classroomId, student.personId);
		expect((await viewAssignment(app, teacher, assignmentId)).students).toEqual([]);
		await expect(viewSubmission(app, teacher, attemptId)).rejects.toThrow(NotFound);
		await expect(openAssignedWork(app, student, assignmentId)).rejects.toThrow(NotFound);
	});

	test('an old join code lets nobody in', async () => {
		await changeJoinCode(app, teacher, classroomId);
		await expect(joinClassroom(app, student, joinCode, HERE)).rejects.toMatchObject({ field: 'code' });
		expect((await viewClassroom(app, teacher, classroomId)).joinCode).not.toBe(joinCode);
	});

	test('a code may be typed in any case, with spaces', async () => {
		const typed = ` ${joinCode.slice(0, 3).toLowerCase()} ${joinCode.slice(3)} `;
		expect(await joinClassroom(app, teacher, typed, HERE)).toBe(classroomId);
		expect((await viewClassroom(app, teacher, classroomId)).students).toHaveLength(1);
	});
});

describe('the key', () => {
	test('is shown to who teaches', async () => {
		expect((await viewKey(app, teacher, 'borrowed-authority')).exercises.length).toBeGreaterThan(0);
	});

	test('is kept from who teaches one class and owes the same lesson, closed to practice, in another', async () => {
		const both = await classroomOf(app, { teacher: 'colleague', student: 'zara' });
		await joinClassroom(app, both.teacher, joinCode, HERE);
		await assignmentIn(app, teacher, classroomId, 'returned', null, true);
		await expect(viewKey(app, both.teacher, 'borrowed-authority')).rejects.toThrow(NotFound);
	});
});
