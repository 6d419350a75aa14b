import { beforeEach, describe, expect, test } from 'vitest';
import {
	assignmentIn,
	classroomOf,
	HERE,
	LESSON,
	person,
	testApp,
	type Registered,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { NotFound } from '../../../domain/errors.ts';
import { updateAssignment, type AssignmentRow } from '../../repositories/assignments.ts';
import { joinClassroom } from '../classrooms/join-classroom.ts';
import { handIn } from './hand-in.ts';
import { openAssignedWork } from './open-assigned-work.ts';
import { saveAnswer } from './save-answer.ts';
import { NotYetOpen } from './taking-in.ts';
import { viewClassMarks } from './view-class-marks.ts';

const HOUR = 60 * 60 * 1000;

let app: TestApp;
let student: Registered;
let joinCode: string;
let assignmentId: string;

beforeEach(async () => {
	app = testApp();
	const here = await classroomOf(app);
	({ student, joinCode } = here);
	// Feedback waits for the teacher in every case: the class comes without the key.
	assignmentId = await assignmentIn(app, here.teacher, here.classroomId, 'returned');
});

const share = (classMarks: AssignmentRow['classMarks']) =>
	app.store.write((transaction) => updateAssignment(transaction, assignmentId, { classMarks }));

const exercise = () => app.editions.current(LESSON).exercises.find(({ kind }) => kind === 'mark-spans')!;

/** Words of the text as one mark. */
function markOf(from: number, to: number) {
	const { documents } = app.editions.current(LESSON);
	const { document } = exercise().task as { document: string };
	const { text = '' } = documents[document] ?? {};
	const start = text.indexOf('\n\n') + 2 + from;
	return { start, end: start + to - from, category: 'authority', quote: text.slice(start, start + to - from) };
}

async function work(actor: Registered, marks: ReturnType<typeof markOf>[], andHandsIn = true) {
	const { attemptId } = await openAssignedWork(app, actor, assignmentId);
	await saveAnswer(app, actor, {
		attemptId: attemptId ?? '',
		exerciseId: exercise().id,
		editionId: app.editions.current(LESSON).id,
		tryNumber: 1,
		revision: 0,
		answer: { marks, nothingToMark: false },
	});
	if (andHandsIn) await handIn(app, actor, attemptId ?? '', true);
}

async function classmates(count: number, marks = [markOf(0, 12)]) {
	for (let number = 0; number < count; number += 1) {
		const mate = await person(app, `mate${number}x${marks[0]?.start ?? 0}`);
		await joinClassroom(app, mate, joinCode, HERE);
		await work(mate, marks);
	}
}

const seen = () => viewClassMarks(app, student, assignmentId);

describe('the marks of the class', () => {
	test('stay hidden unless the teacher shares them', async () => {
		await classmates(6);
		await work(student, [markOf(0, 5)]);
		expect(await seen()).toEqual({ state: 'hidden' });
	});

	test('come, when everybody reads alone first, only after one’s own work is in', async () => {
		await share('after-own');
		await classmates(6);
		expect(await seen()).toEqual({ state: 'after own work' });
		await work(student, [markOf(0, 5)], false);
		expect(await seen()).toEqual({ state: 'after own work' });
		const { attemptId } = await openAssignedWork(app, student, assignmentId);
		await handIn(app, student, attemptId ?? '', true);
		expect(await seen()).toMatchObject({ state: 'there' });
	});

	test('wait for five classmates: one’s own marks are not one of the five', async () => {
		await share('open');
		await classmates(4);
		await work(student, [markOf(0, 5)]);
		expect(await seen()).toEqual({ state: 'too few' });
		await classmates(1, [markOf(20, 25)]);
		expect(await seen()).toMatchObject({ state: 'there' });
	});

	test('are plain counts, and hold neither the key, nor a name, nor what one person alone marked', async () => {
		await share('open');
		await classmates(5);
		await classmates(1, [markOf(30, 40)]);
		const unfinished = await person(app, 'unfinished');
		await joinClassroom(app, unfinished, joinCode, HERE);
		await work(unfinished, [markOf(0, 12)], false);

		const { start, end } = markOf(0, 12);
		const counts = { category: 'authority', count: 5 };
		expect(await seen()).toEqual({
			state: 'there',
			texts: {
				[exercise().id]: {
					people: 6,
					stretches: [{ start, end, counts: [counts] }],
					passages: [{ start, end, ...counts }],
				},
			},
		});
	});

	test('are not there before the assignment opens, whoever handed in before its dates were moved', async () => {
		await share('open');
		await classmates(6);
		await app.store.write((transaction) =>
			updateAssignment(transaction, assignmentId, { openAt: app.clock.now + HOUR }),
		);
		await expect(seen()).rejects.toThrow(NotYetOpen);
		app.clock.now += HOUR;
		expect(await seen()).toMatchObject({ state: 'there' });
	});

	test('are not for a stranger', async () => {
		await share('open');
		await expect(viewClassMarks(app, await person(app, 'stranger'), assignmentId)).rejects.toThrow(NotFound);
	});
});
