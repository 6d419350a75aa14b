import { beforeEach, describe, expect, test } from 'vitest';
import { Conflict, InArchive, Invalid, NotFound } from '../../../domain/errors.ts';
import {
	assignmentIn,
	classroomOf,
	DAY,
	HERE,
	LESSON,
	person,
	staffIn,
	START,
	testApp,
	type Registered,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { findAttemptForAssignment } from '../../repositories/attempts.ts';
import { findRole } from '../../repositories/classrooms.ts';
import { archiveClassroom, changeSettings, takeOutOfArchive } from '../classrooms/change-settings.ts';
import { joinClassroom } from '../classrooms/join-classroom.ts';
import { viewSettings } from '../classrooms/view-settings.ts';
import { viewOwnResults } from '../gradebook/view-report.ts';
import { viewCourse } from '../lessons/view-course.ts';
import { viewKey } from '../lessons/view-key.ts';
import { countNewNotices } from '../notices/view-notices.ts';
import { handIn } from '../work/hand-in.ts';
import { saveAnswer } from '../work/save-answer.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { practiceClosed } from '../work/practice-closed.ts';
import { acceptInvitation, viewStaffInvitation } from './accept-invitation.ts';
import { changeRole, leaveStaff, removeStaff } from './change-staff.ts';
import { inviteStaff, takeBackInvitation } from './invite-staff.ts';

let app: TestApp;
let teacher: Registered;
let student: Registered;
let classroomId: string;
let joinCode: string;

beforeEach(async () => {
	app = testApp();
	({ teacher, student, classroomId, joinCode } = await classroomOf(app));
});

const roleOf = (who: Registered) => findRole(app.store.read, classroomId, who.personId);

describe('an invitation', () => {
	test('makes a colleague what the teacher chose, once, and asks for no teacher code', async () => {
		app.teacherCode = 'chalk';
		const secret = await inviteStaff(app, teacher, classroomId, 'assistant');
		const [first, second] = [await person(app, 'first'), await person(app, 'second')];
		expect(await viewStaffInvitation(app, first, secret)).toMatchObject({
			classroomName: 'Period 2',
			role: 'assistant',
			refusal: null,
		});
		await acceptInvitation(app, first, secret);
		expect(await roleOf(first)).toBe('assistant');
		await expect(acceptInvitation(app, second, secret)).rejects.toThrow(NotFound);
	});

	test('is over after seven days', async () => {
		const secret = await inviteStaff(app, teacher, classroomId, 'teacher');
		app.clock.now = START + 7 * DAY;
		await expect(viewStaffInvitation(app, await person(app, 'late'), secret)).rejects.toThrow('too old');
		expect((await viewSettings(app, teacher, classroomId)).invitations).toEqual([]);
	});

	test('can be taken back', async () => {
		const secret = await inviteStaff(app, teacher, classroomId, 'teacher');
		const [open] = (await viewSettings(app, teacher, classroomId)).invitations;
		await takeBackInvitation(app, teacher, classroomId, open?.id ?? '');
		await expect(acceptInvitation(app, await person(app, 'late'), secret)).rejects.toThrow(NotFound);
	});

	test('is refused to a student of the class, and still works for somebody else', async () => {
		const secret = await inviteStaff(app, teacher, classroomId, 'assistant');
		await expect(acceptInvitation(app, student, secret)).rejects.toThrow('You are a student of this classroom');
		expect(await roleOf(student)).toBe('student');
		await acceptInvitation(app, await person(app, 'colleague'), secret);
	});

	test('is not stored as it is given', async () => {
		const secret = await inviteStaff(app, teacher, classroomId, 'assistant');
		const settings = await viewSettings(app, teacher, classroomId);
		expect(JSON.stringify(settings)).not.toContain(secret);
	});

	test('makes an assistant a teacher', async () => {
		const assistant = await staffIn(app, teacher, classroomId, 'assistant');
		await acceptInvitation(app, assistant, await inviteStaff(app, teacher, classroomId, 'teacher'));
		expect(await roleOf(assistant)).toBe('teacher');
	});
});

describe('the staff of a classroom', () => {
	test('always has one teacher', async () => {
		await expect(leaveStaff(app, teacher, classroomId)).rejects.toThrow(Conflict);
		await expect(removeStaff(app, teacher, classroomId, teacher.personId)).rejects.toThrow(Conflict);
		const demotion = { personId: teacher.personId, role: 'assistant' };
		await expect(changeRole(app, teacher, classroomId, demotion)).rejects.toThrow(Conflict);
		const colleague = await staffIn(app, teacher, classroomId, 'teacher', 'colleague');
		await leaveStaff(app, teacher, classroomId);
		expect(await roleOf(teacher)).toBeNull();
		await expect(leaveStaff(app, colleague, classroomId)).rejects.toThrow(Conflict);
	});

	test('can be changed by its teachers: a role there and back, and out', async () => {
		const colleague = await staffIn(app, teacher, classroomId, 'assistant');
		await changeRole(app, teacher, classroomId, { personId: colleague.personId, role: 'teacher' });
		expect(await roleOf(colleague)).toBe('teacher');
		await changeRole(app, teacher, classroomId, { personId: colleague.personId, role: 'assistant' });
		await removeStaff(app, teacher, classroomId, colleague.personId);
		expect(await roleOf(colleague)).toBeNull();
	});

	test('does not include students: removing them is another deed', async () => {
		await expect(removeStaff(app, teacher, classroomId, student.personId)).rejects.toThrow(NotFound);
		const promotion = { personId: student.personId, role: 'teacher' };
		await expect(changeRole(app, teacher, classroomId, promotion)).rejects.toThrow(NotFound);
	});

	test('an assistant sees keys as a teacher does', async () => {
		const assistant = await staffIn(app, teacher, classroomId, 'assistant');
		await expect(viewKey(app, assistant, LESSON)).resolves.toBeDefined();
		await expect(viewKey(app, student, LESSON)).rejects.toThrow(NotFound);
	});
});

test('a time zone is a name that the calendar knows', async () => {
	const settings = { name: 'Period 2' };
	await changeSettings(app, teacher, classroomId, { ...settings, timeZone: 'Asia/Kolkata' });
	expect((await viewSettings(app, teacher, classroomId)).classroom.timeZone).toBe('Asia/Kolkata');
	for (const timeZone of ['Mars/Base', '+05:30', '../etc']) {
		await expect(changeSettings(app, teacher, classroomId, { ...settings, timeZone })).rejects.toThrow(Invalid);
	}
});

describe('a classroom in the archive', () => {
	let assignmentId: string;
	let attemptId: string;

	beforeEach(async () => {
		assignmentId = await assignmentIn(app, teacher, classroomId, 'hand-in', null, true);
		await openAssignedWork(app, student, assignmentId);
		attemptId = (await findAttemptForAssignment(app.store.read, assignmentId, student.personId))?.id ?? '';
		await archiveClassroom(app, teacher, classroomId);
	});

	test('can be read by its students and staff, and nothing is handed in any more', async () => {
		expect((await openAssignedWork(app, student, assignmentId)).archived).toBe(true);
		await expect(handIn(app, student, attemptId, true)).rejects.toThrow(InArchive);
		const [exercise] = app.editions.current(LESSON).exercises;
		const save = { attemptId, exerciseId: exercise?.id ?? '', editionId: app.editions.current(LESSON).id };
		const first = { tryNumber: 1, revision: 0, answer: {} };
		await expect(saveAnswer(app, student, { ...save, ...first })).rejects.toThrow(InArchive);
		expect((await viewOwnResults(app, student, classroomId)).works).toHaveLength(1);
		expect((await viewSettings(app, teacher, classroomId)).mayRun).toBe(false);
	});

	test('asks nothing of a student, tells nothing, and closes no lesson to practice', async () => {
		expect((await viewCourse(app, student)).assigned).toEqual([]);
		expect(await countNewNotices(app, student)).toBe(0);
		expect(await practiceClosed(app, LESSON)).toBe(false);
	});

	test('lets nobody in by its code', async () => {
		await expect(joinClassroom(app, await person(app, 'late'), joinCode, HERE)).rejects.toThrow(Invalid);
	});

	test('comes out of the archive as it was', async () => {
		await takeOutOfArchive(app, teacher, classroomId);
		expect(await practiceClosed(app, LESSON)).toBe(true);
		await handIn(app, student, attemptId, true);
		expect((await viewCourse(app, student)).assigned).toHaveLength(1);
	});

	test('takes no invitation that was made before', async () => {
		await takeOutOfArchive(app, teacher, classroomId);
		const secret = await inviteStaff(app, teacher, classroomId, 'assistant');
		await archiveClassroom(app, teacher, classroomId);
		await expect(acceptInvitation(app, await person(app, 'colleague'), secret)).rejects.toThrow(InArchive);
	});
});
