import { beforeEach, describe, expect, test } from 'vitest';
import { NotFound } from '../../../domain/errors.ts';
import {
	assignmentIn,
	classroomOf,
	DAY,
	HERE,
	person,
	staffIn,
	START,
	testApp,
	type Registered,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { findAttemptForAssignment, findAttemptsOnAssignment } from '../../repositories/attempts.ts';
import { findAssignmentsOfClassroom } from '../../repositories/assignments.ts';
import { findScores } from '../../repositories/scores.ts';
import { makeException } from '../assignments/make-exception.ts';
import { viewAssignment } from '../assignments/view-assignment.ts';
import { viewGradebook } from '../gradebook/view-gradebook.ts';
import { viewOwnResults } from '../gradebook/view-report.ts';
import { viewCourse } from '../lessons/view-course.ts';
import { raiseChallenge } from '../rulings/raise-challenge.ts';
import { ruleOnChallenge } from '../rulings/rule-on-challenge.ts';
import { viewChallenges } from '../rulings/view-challenges.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { joinClassroom } from './join-classroom.ts';
import { openClassroom } from './open-classroom.ts';
import { moveStudent, viewMove } from './move-student.ts';
import { viewClassroom } from './view-classroom.ts';

let app: TestApp;
let teacher: Registered;
let student: Registered;
let mate: Registered;
let here: string;
let there: string;

beforeEach(async () => {
	app = testApp();
	const first = await classroomOf(app);
	({ teacher, student, classroomId: here } = first);
	there = await openClassroom(app, teacher, { name: 'Period 5', teacherCode: '', address: HERE });
	mate = await person(app, 'mate');
	await joinClassroom(app, mate, (await viewClassroom(app, teacher, there)).joinCode, HERE);
});

async function handInWork(who: Registered, assignmentId: string) {
	await openAssignedWork(app, who, assignmentId);
	const attempts = await findAttemptsOnAssignment(app.store.read, assignmentId, who.personId);
	const id = attempts.at(-1)?.id ?? '';
	await handIn(app, who, id, true);
	return id;
}

const cellsOf = async (classroomId: string, personId: string) =>
	(await viewGradebook(app, teacher, classroomId)).rows.find((row) => row.personId === personId)?.cells;

describe('a student moves to another classroom of the same teacher', () => {
	test('work goes to the assignment that asks the same there', async () => {
		const source = await assignmentIn(app, teacher, here);
		const twin = await assignmentIn(app, teacher, there);
		const attemptId = await handInWork(student, source);

		const preview = await viewMove(app, teacher, here, student.personId, there);
		expect(preview.works.find(({ id }) => id === source)?.becomes).toBe('the same there');
		await moveStudent(app, teacher, here, student.personId, there);

		expect((await findAttemptForAssignment(app.store.read, twin, student.personId))?.id).toBe(attemptId);
		expect((await viewGradebook(app, teacher, here)).rows).toEqual([]);
		expect((await cellsOf(there, student.personId))?.[0]?.standing).not.toBe('not due yet');
		await expect(openAssignedWork(app, student, source)).rejects.toThrow(NotFound);
		expect((await openAssignedWork(app, student, twin)).attemptId).toBe(attemptId);
	});

	test('work that nothing asks for there comes along, and is nobody else’s', async () => {
		const source = await assignmentIn(app, teacher, here, 'hand-in', START + DAY);
		await handInWork(student, source);
		await moveStudent(app, teacher, here, student.personId, there);
		app.clock.now += 2 * DAY;

		const own = (await findAssignmentsOfClassroom(app.store.read, there)).find(
			({ onlyFor }) => onlyFor === student.personId,
		);
		expect(own).toBeDefined();
		expect((await cellsOf(there, mate.personId))?.map(({ standing }) => standing)).toEqual(['not given']);
		expect((await viewOwnResults(app, mate, there)).works).toEqual([]);
		expect((await viewCourse(app, mate)).assigned).toEqual([]);
		expect((await viewAssignment(app, teacher, own?.id ?? '')).students.map(({ personId }) => personId)).toEqual([
			student.personId,
		]);
		await expect(openAssignedWork(app, mate, own?.id ?? '')).rejects.toThrow(NotFound);
		expect((await viewOwnResults(app, student, there)).works).toHaveLength(1);
	});

	test('what was only opened, or never begun, stays behind', async () => {
		const source = await assignmentIn(app, teacher, here);
		await openAssignedWork(app, student, source);
		expect((await viewMove(app, teacher, here, student.personId, there)).works[0]?.becomes).toBe('stays');
		await moveStudent(app, teacher, here, student.personId, there);
		expect(await findAssignmentsOfClassroom(app.store.read, there)).toEqual([]);
		expect(await findAttemptsOnAssignment(app.store.read, source, student.personId)).toEqual([]);
	});

	test('work in time does not become late where the class had less time', async () => {
		const source = await assignmentIn(app, teacher, here, 'hand-in', START + 3 * DAY);
		const twin = await assignmentIn(app, teacher, there, 'hand-in', START + DAY);
		app.clock.now += 2 * DAY;
		await handInWork(student, source);
		await moveStudent(app, teacher, here, student.personId, there);
		expect((await findAttemptForAssignment(app.store.read, twin, student.personId))?.late).toBe(false);
	});

	test('an excuse comes along, also for work that was not begun', async () => {
		const source = await assignmentIn(app, teacher, here);
		await assignmentIn(app, teacher, there);
		await makeException(app, teacher, source, { personId: student.personId, dueAt: null, excused: true });
		await moveStudent(app, teacher, here, student.personId, there);
		expect((await cellsOf(there, student.personId))?.[0]?.standing).toBe('excused');
	});

	test('work done in both classrooms is kept in both, and one of them counts', async () => {
		const source = await assignmentIn(app, teacher, here);
		const twin = await assignmentIn(app, teacher, there);
		await joinClassroom(app, student, (await viewClassroom(app, teacher, there)).joinCode, HERE);
		await handInWork(student, source);
		await handInWork(student, twin);
		expect((await viewMove(app, teacher, here, student.personId, there)).works[0]?.becomes).toBe('both there');
		await moveStudent(app, teacher, here, student.personId, there);
		const attempts = await findAttemptsOnAssignment(app.store.read, twin, student.personId);
		expect(attempts.map(({ number }) => number)).toEqual([1, 2]);
		expect(attempts.filter(({ counts }) => counts)).toHaveLength(1);
	});

	test('a challenge comes along, and the rulings of the new classroom score the work as they do everybody’s', async () => {
		const source = await assignmentIn(app, teacher, here);
		const twin = await assignmentIn(app, teacher, there);
		const attemptId = await handInWork(student, source);
		const edition = app.editions.current('borrowed-authority');
		const marking = edition.exercises.find(({ kind }) => kind === 'mark-spans');
		const { document } = marking?.task as { document: string };
		const spans = (marking?.key as { spans: { id: string; tier: string }[] }).spans.filter(
			({ tier }) => tier === 'core',
		);
		const object = (place: number, who: Registered, assignmentId: string) =>
			raiseChallenge(app, who, assignmentId, {
				exerciseId: marking?.id ?? '',
				target: JSON.stringify({ is: 'span', document, id: spans[place]?.id ?? '' }),
				reason: 'It is plain.',
			});
		const rule = async (classroomId: string) => {
			const [open] = (await viewChallenges(app, teacher, classroomId)).open;
			const accept = { decision: 'accept', width: '', answer: 'True.', counts: 'better', countsReason: '' };
			await ruleOnChallenge(app, teacher, open?.id ?? '', accept);
		};
		// One ruling here, so that both classrooms have a first ruling; then an open challenge that moves.
		await object(0, student, source);
		await rule(here);
		await object(1, student, source);
		await moveStudent(app, teacher, here, student.personId, there);

		expect((await viewChallenges(app, teacher, here)).open).toEqual([]);
		expect((await viewChallenges(app, teacher, there)).open).toHaveLength(1);
		const versions = async () =>
			(await findScores(app.store.read, attemptId))
				.filter(({ exerciseId }) => exerciseId === marking?.id)
				.map(({ keyVersion }) => keyVersion);
		const before = await versions();
		await rule(there);
		expect(await versions()).toEqual([...before, `${edition.id}+1`]);
		expect((await openAssignedWork(app, student, twin)).result).not.toBeNull();
	});

	test('only a teacher of both classrooms may do it, and nobody who teaches there becomes a student there', async () => {
		await assignmentIn(app, teacher, here);
		const colleague = await staffIn(app, teacher, here, 'teacher', 'colleague');
		await expect(moveStudent(app, colleague, here, student.personId, there)).rejects.toThrow(NotFound);
		const assistant = await staffIn(app, teacher, there, 'assistant');
		await joinClassroom(app, assistant, (await viewClassroom(app, teacher, here)).joinCode, HERE);
		await expect(moveStudent(app, teacher, here, assistant.personId, there)).rejects.toThrow('teaches or assists');
	});
});
