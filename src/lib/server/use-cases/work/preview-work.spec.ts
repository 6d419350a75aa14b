import { beforeEach, describe, expect, test } from 'vitest';
import { Conflict, NotFound } from '../../../domain/errors.ts';
import {
	assignmentIn,
	classroomOf,
	DAY,
	HERE,
	LESSON,
	staffIn,
	START,
	testApp,
	type Registered,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { everyRow } from '../../../../../tests/support/every-row.ts';
import { archiveClassroom } from '../classrooms/change-settings.ts';
import { joinClassroom } from '../classrooms/join-classroom.ts';
import { viewClassroom } from '../classrooms/view-classroom.ts';
import { Incomplete } from './hand-in.ts';
import { previewWork } from './preview-work.ts';

let app: TestApp;
let teacher: Registered;
let student: Registered;
let classroomId: string;

beforeEach(async () => {
	app = testApp();
	({ teacher, student, classroomId } = await classroomOf(app));
});

const AS_IT_IS = { answers: {}, anyway: true, feedbackNow: false };

describe('a preview', () => {
	test('shows what a student sees before handing in, without any key', async () => {
		const id = await assignmentIn(app, teacher, classroomId);
		const { work } = await previewWork(app, teacher, id);
		expect(work.handedInAt).toBeNull();
		expect(work.exercises.length).toBeGreaterThan(0);
		expect(work.exercises.every((each) => each.work.review === null)).toBe(true);
	});

	test('scores and explains what was handed in, by the rule of the assignment', async () => {
		const atOnce = await assignmentIn(app, teacher, classroomId, 'hand-in');
		expect((await previewWork(app, teacher, atOnce, AS_IT_IS)).work.result?.earned).toBe(0);

		const later = await assignmentIn(app, teacher, classroomId, 'returned');
		const waiting = await previewWork(app, teacher, later, AS_IT_IS);
		expect(waiting.work.result).toBeNull();
		expect(waiting.work.waitingFor).toContain('when your teacher returns');
		expect(waiting.work.exercises.every((each) => each.work.review === null)).toBe(true);
		const shown = await previewWork(app, teacher, later, { ...AS_IT_IS, feedbackNow: true });
		expect(shown.work.result).not.toBeNull();
	});

	test('takes the answers of the page, and says what is missing as it does to students', async () => {
		const id = await assignmentIn(app, teacher, classroomId);
		const edition = app.editions.current(LESSON);
		const choice = edition.exercises.find(({ kind, points }) => kind === 'choice' && points > 0);
		const { correct } = choice?.key as { correct: string[] };
		const answers = { [choice?.id ?? '']: { chosen: correct } };
		await expect(previewWork(app, teacher, id, { ...AS_IT_IS, answers, anyway: false })).rejects.toThrow(Incomplete);
		const { work } = await previewWork(app, teacher, id, { ...AS_IT_IS, answers });
		expect(work.result?.earned).toBe((choice?.points ?? 0) * 100);
	});

	test('leaves nothing behind, whatever is done in it', async () => {
		const id = await assignmentIn(app, teacher, classroomId, 'returned');
		const before = everyRow(app.store);
		await previewWork(app, teacher, id);
		await previewWork(app, teacher, id, { ...AS_IT_IS, feedbackNow: true });
		const wrong = previewWork(app, teacher, id, { ...AS_IT_IS, answers: { nothing: {} } });
		await expect(wrong).rejects.toThrow(NotFound);
		expect(everyRow(app.store)).toEqual(before);
	});

	test('can be had before the work opens, after it has closed, and in the archive', async () => {
		const id = await assignmentIn(app, teacher, classroomId, 'hand-in', START + DAY);
		app.clock.now += 30 * DAY;
		expect((await previewWork(app, teacher, id, AS_IT_IS)).work.late).toBe(true);
		await archiveClassroom(app, teacher, classroomId);
		expect((await previewWork(app, teacher, id)).work.archived).toBe(false);
	});

	test('is for teachers and assistants alone', async () => {
		const id = await assignmentIn(app, teacher, classroomId);
		const assistant = await staffIn(app, teacher, classroomId, 'assistant');
		await expect(previewWork(app, assistant, id, AS_IT_IS)).resolves.toBeDefined();
		await expect(previewWork(app, student, id)).rejects.toThrow(NotFound);
	});

	test('tells no key to somebody who has the closed lesson to do as a student elsewhere', async () => {
		const elsewhere = await classroomOf(app, { teacher: 'other.teacher', student: 'other.student' });
		await assignmentIn(app, elsewhere.teacher, elsewhere.classroomId, 'hand-in', START + DAY, true);
		const id = await assignmentIn(app, teacher, classroomId);
		const { joinCode } = await viewClassroom(app, elsewhere.teacher, elsewhere.classroomId);
		await joinClassroom(app, teacher, joinCode, HERE);
		await expect(previewWork(app, teacher, id)).resolves.toBeDefined();
		await expect(previewWork(app, teacher, id, AS_IT_IS)).rejects.toThrow(Conflict);
	});
});
