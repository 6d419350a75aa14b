import { beforeEach, describe, expect, test } from 'vitest';
import {
	app,
	assign,
	begin,
	classmate,
	classroomId,
	handsIn,
	open,
	saves,
	student,
	teacher,
} from '../../../../../tests/support/class-of-two.ts';
import { DAY, LESSON, START } from '../../../../../tests/support/test-app.ts';
import { Conflict, Invalid } from '../../../domain/errors.ts';
import { findAttemptsOnAssignment } from '../../repositories/attempts.ts';
import { viewGradebook } from '../gradebook/view-gradebook.ts';
import { viewCourse } from '../lessons/view-course.ts';
import { handIn } from '../work/hand-in.ts';
import { practiceClosed } from '../work/practice-closed.ts';
import { startAttempt } from '../work/start-attempt.ts';
import { NotYetOpen } from '../work/taking-in.ts';
import { viewDoor } from '../work/view-door.ts';
import { changeAssignment } from './assign-lesson.ts';
import { makeException } from './make-exception.ts';
import { viewAssignment } from './view-assignment.ts';

beforeEach(begin);

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
