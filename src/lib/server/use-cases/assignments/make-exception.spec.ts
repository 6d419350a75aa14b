import { beforeEach, describe, expect, test } from 'vitest';
import { app, begin, classmate, classroomId, student, teacher } from '../../../../../tests/support/class-of-two.ts';
import { assignmentIn, DAY, LESSON, person, START, type Registered } from '../../../../../tests/support/test-app.ts';
import { Invalid } from '../../../domain/errors.ts';
import type { FeedbackRule } from '../../../domain/grading/feedback-rule.ts';
import { removeStudent } from '../classrooms/run-classroom.ts';
import { viewCourse } from '../lessons/view-course.ts';
import { downloadOwnData } from '../people/download-own-data.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { practiceClosed } from '../work/practice-closed.ts';
import { changeAssignment } from './assign-lesson.ts';
import { endException, makeException } from './make-exception.ts';
import { viewAssignment } from './view-assignment.ts';

beforeEach(begin);

const assign = (rule: FeedbackRule, closesPractice = false) =>
	assignmentIn(app, teacher, classroomId, rule, START + DAY, closesPractice);
const moreTime = (assignmentId: string, dueAt = START + 3 * DAY) =>
	makeException(app, teacher, assignmentId, { personId: student.personId, dueAt, excused: false });
const excuse = (assignmentId: string) =>
	makeException(app, teacher, assignmentId, { personId: student.personId, dueAt: null, excused: true });
async function handsIn(who: Registered, assignmentId: string) {
	const { attemptId } = await openAssignedWork(app, who, assignmentId);
	await handIn(app, who, attemptId ?? '', true);
}
const inTheCourse = async (who: Registered) => (await viewCourse(app, who)).assigned[0];
const points = async (who: Registered) => (await downloadOwnData(app, who)).attempts[0]?.scores.length;

describe('more time for one student', () => {
	test('holds on the work page, on the list of lessons, and when handing in; not for a classmate', async () => {
		const assignmentId = await assign('hand-in');
		await moreTime(assignmentId);
		expect((await openAssignedWork(app, student, assignmentId)).assignment.dueAt).toBe(START + 3 * DAY);
		expect(await inTheCourse(student)).toMatchObject({ dueAt: START + 3 * DAY });
		expect(await inTheCourse(classmate)).toMatchObject({ dueAt: START + DAY });

		app.clock.now = START + 2 * DAY;
		await handsIn(student, assignmentId);
		await handsIn(classmate, assignmentId);
		expect(await openAssignedWork(app, student, assignmentId)).toMatchObject({ late: false });
		expect(await openAssignedWork(app, classmate, assignmentId)).toMatchObject({ late: true });
	});

	test('puts off feedback at the due date everywhere, for this student alone', async () => {
		const assignmentId = await assign('due');
		await moreTime(assignmentId);
		await handsIn(student, assignmentId);
		await handsIn(classmate, assignmentId);

		app.clock.now = START + 2 * DAY;
		expect((await openAssignedWork(app, student, assignmentId)).result).toBeNull();
		expect(await inTheCourse(student)).toMatchObject({ state: 'handed in' });
		expect(await points(student)).toBe(0);
		expect((await openAssignedWork(app, classmate, assignmentId)).result).not.toBeNull();
		expect(await points(classmate)).toBeGreaterThan(0);

		app.clock.now = START + 3 * DAY;
		expect((await openAssignedWork(app, student, assignmentId)).result).not.toBeNull();
		expect(await inTheCourse(student)).toMatchObject({ state: 'feedback is there' });
		expect(await points(student)).toBeGreaterThan(0);
	});

	test('keeps a closed lesson closed to practice until it is over', async () => {
		const assignmentId = await assign('due', true);
		await moreTime(assignmentId);
		app.clock.now = START + 2 * DAY;
		expect(await practiceClosed(app, LESSON)).toBe(true);
		app.clock.now = START + 3 * DAY;
		expect(await practiceClosed(app, LESSON)).toBe(false);
	});

	test('given after a late hand-in takes the lateness back, and returns it when it ends', async () => {
		const assignmentId = await assign('hand-in');
		app.clock.now = START + 2 * DAY;
		await handsIn(student, assignmentId);
		const late = async () => (await openAssignedWork(app, student, assignmentId)).late;
		expect(await late()).toBe(true);
		await moreTime(assignmentId);
		expect(await late()).toBe(false);
		await endException(app, teacher, assignmentId, student.personId);
		expect(await late()).toBe(true);
	});

	test('never ends before the class’s time, whatever is typed or changed', async () => {
		const assignmentId = await assign('due');
		await expect(moreTime(assignmentId, START + DAY)).rejects.toThrow(Invalid);
		await expect(
			makeException(app, teacher, assignmentId, { personId: student.personId, dueAt: null, excused: false }),
		).rejects.toThrow(/until when/);
		await moreTime(assignmentId);
		const later = { dueAt: START + 9 * DAY, feedbackRule: 'due', practiceClosed: false };
		await changeAssignment(app, teacher, assignmentId, later);
		expect(await inTheCourse(student)).toMatchObject({ dueAt: START + 9 * DAY });
	});

	test('is for students of this classroom', async () => {
		const assignmentId = await assign('due');
		const stranger = await person(app, 'stranger');
		const given = { personId: stranger.personId, dueAt: null, excused: true };
		await expect(makeException(app, teacher, assignmentId, given)).rejects.toThrow(Invalid);
		await expect(makeException(app, teacher, assignmentId, { ...given, personId: teacher.personId })).rejects.toThrow(
			Invalid,
		);
	});
});

describe('an excused student', () => {
	test('has nothing to do, and may do it all the same', async () => {
		const assignmentId = await assign('hand-in');
		await excuse(assignmentId);
		expect(await inTheCourse(student)).toMatchObject({ state: 'excused' });
		expect((await viewCourse(app, student)).next?.path).not.toContain('/assignments/');
		expect(await openAssignedWork(app, student, assignmentId)).toMatchObject({ excused: true });
		await handsIn(student, assignmentId);
		expect(await inTheCourse(student)).toMatchObject({ state: 'feedback is there' });
	});

	test('does not keep a lesson closed to practice', async () => {
		const assignmentId = await assign('returned', true);
		app.clock.now = START + 2 * DAY;
		await excuse(assignmentId);
		expect(await practiceClosed(app, LESSON)).toBe(true);
		await makeException(app, teacher, assignmentId, { personId: classmate.personId, dueAt: null, excused: true });
		expect(await practiceClosed(app, LESSON)).toBe(false);
	});

	test('reads of it in the download of all that is stored', async () => {
		const assignmentId = await assign('hand-in');
		await excuse(assignmentId);
		expect((await downloadOwnData(app, student)).exceptions).toEqual([{ lesson: LESSON, dueAt: null, excused: true }]);
	});
});

test('the teacher’s table says who has an exception; a removed student leaves none behind', async () => {
	const assignmentId = await assign('hand-in');
	await excuse(assignmentId);
	await moreTime(assignmentId);
	const { students } = await viewAssignment(app, teacher, assignmentId);
	expect(students.map(({ name, exception }) => [name, exception])).toEqual([
		['Classmate', null],
		['Student', { dueAt: START + 3 * DAY, excused: false }],
	]);
	await removeStudent(app, teacher, classroomId, student.personId);
	expect((await downloadOwnData(app, student)).exceptions).toEqual([]);
});
