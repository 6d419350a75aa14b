import { beforeEach, describe, expect, test } from 'vitest';
import {
	classroomOf,
	DAY,
	LESSON,
	START,
	testApp,
	type Registered,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { updateClassroom } from '../../repositories/classrooms.ts';
import { assignLesson, changeAssignment, type AssignmentForm } from '../assignments/assign-lesson.ts';
import { makeException } from '../assignments/make-exception.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { tellDueSoon } from './tell-due-soon.ts';
import { listNotices } from './view-notices.ts';

const HOUR = DAY / 24;
const DUE = START + 5 * DAY;

let app: TestApp;
let teacher: Registered;
let student: Registered;
let classroomId: string;

beforeEach(async () => {
	app = testApp();
	({ teacher, student, classroomId } = await classroomOf(app));
});

async function assign(rules: Omit<AssignmentForm, 'lesson'> = {}): Promise<string> {
	const [id = ''] = await assignLesson(app, teacher, classroomId, { lesson: LESSON, dueAt: DUE, ...rules });
	return id;
}

async function toldAt(time: number): Promise<number> {
	app.clock.now = time;
	return tellDueSoon(app);
}

const reminders = async () => (await listNotices(app, student)).filter(({ kind }) => kind === 'due soon');

describe('a day before the due date', () => {
	test('a student who has not handed in is told, once', async () => {
		await assign();
		expect(await toldAt(DUE - DAY - 1)).toBe(0);
		expect(await toldAt(DUE - DAY)).toBe(1);
		expect(await toldAt(DUE - HOUR)).toBe(0);
		expect(await reminders()).toMatchObject([{ isNew: true, dueAt: DUE }]);
	});

	test('is over when it is due', async () => {
		await assign();
		expect(await toldAt(DUE)).toBe(0);
	});

	test('who has handed in, and who is excused, is left in peace', async () => {
		const done = await assign();
		const { attemptId } = await openAssignedWork(app, student, done);
		await handIn(app, student, attemptId ?? '', true);
		const excused = await assign();
		await makeException(app, teacher, excused, { personId: student.personId, dueAt: null, excused: true });
		expect(await toldAt(DUE - HOUR)).toBe(0);
	});

	test('of the student’s own date, where it is a later one or the only one', async () => {
		const later = await assign();
		const only = await assign({ dueAt: null });
		for (const id of [later, only]) {
			await makeException(app, teacher, id, { personId: student.personId, dueAt: DUE + 2 * DAY, excused: false });
		}
		expect(await toldAt(DUE - HOUR)).toBe(0);
		expect(await toldAt(DUE + DAY + HOUR)).toBe(2);
		expect(await reminders()).toMatchObject([{ dueAt: DUE + 2 * DAY }, { dueAt: DUE + 2 * DAY }]);
	});

	test('work that was given or opened in the last twelve hours was told of already', async () => {
		await assign({ dueAt: START + 10 * HOUR });
		expect(await toldAt(START + 9 * HOUR)).toBe(0);
		app.clock.now = START;
		await assign({ openAt: DUE - 6 * HOUR });
		expect(await toldAt(DUE - HOUR)).toBe(0);
	});

	test('a date that was moved is told of anew', async () => {
		const id = await assign();
		expect(await toldAt(DUE - HOUR)).toBe(1);
		await changeAssignment(app, teacher, id, { dueAt: DUE + 3 * DAY });
		expect(await reminders()).toEqual([]);
		expect(await toldAt(DUE + 2 * DAY + HOUR)).toBe(1);
	});

	test('a classroom in the archive reminds nobody', async () => {
		await assign();
		await app.store.write((transaction) => updateClassroom(transaction, classroomId, { archivedAt: START }));
		expect(await toldAt(DUE - HOUR)).toBe(0);
	});
});
