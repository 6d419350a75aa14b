import { beforeEach, describe, expect, test } from 'vitest';
import {
	assignmentIn,
	classroomOf,
	DAY,
	HERE,
	LESSON,
	person,
	testApp,
	type Registered,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { sql } from 'drizzle-orm';
import { NotFound } from '../../../domain/errors.ts';
import type { KeyLure, KeySpan } from '../../../domain/lessons/document-key.ts';
import { joinClassroom } from '../classrooms/join-classroom.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { saveAnswer } from '../work/save-answer.ts';
import { viewOverTime } from './view-over-time.ts';

let app: TestApp;
let teacher: Registered;
let student: Registered;
let classroomId: string;
let joinCode: string;

beforeEach(async () => {
	app = testApp();
	({ teacher, student, classroomId, joinCode } = await classroomOf(app));
});

const texts = () => app.editions.current(LESSON).exercises.filter(({ kind }) => kind === 'mark-spans');
const keyOf = (exercise: ReturnType<typeof texts>[number]) => exercise.key as { spans: KeySpan[]; lures: KeyLure[] };
const coreOf = (exercise: ReturnType<typeof texts>[number]) =>
	keyOf(exercise).spans.filter(({ tier }) => tier === 'core');

/** Marks so many core passages and so many lures of every text, and hands in. */
async function work(actor: Registered, assignmentId: string, found: number, luresMarked: number) {
	const { attemptId } = await openAssignedWork(app, actor, assignmentId);
	for (const exercise of texts()) {
		const marks = [
			...coreOf(exercise).slice(0, found),
			...keyOf(exercise)
				.lures.slice(0, luresMarked)
				.map((lure) => ({ ...lure, category: lure.looksLike })),
		].map(({ start, end, category, quote }) => ({ start, end, category, quote }));
		await saveAnswer(app, actor, {
			attemptId: attemptId ?? '',
			exerciseId: exercise.id,
			editionId: app.editions.current(LESSON).id,
			tryNumber: 1,
			revision: 0,
			answer: { marks, nothingToMark: false },
		});
	}
	await handIn(app, actor, attemptId ?? '', true);
}

const sum = (count: (exercise: ReturnType<typeof texts>[number]) => number) =>
	texts().reduce((all, exercise) => all + count(exercise), 0);

describe('reading over time', () => {
	test('is for those who teach or assist here', async () => {
		await expect(viewOverTime(app, student, classroomId, null)).rejects.toThrow(NotFound);
		await expect(viewOverTime(app, teacher, classroomId, 'nobody-here')).rejects.toThrow(NotFound);
	});

	test('says of a class without assignments, and of one without work, that there is nothing yet', async () => {
		expect((await viewOverTime(app, teacher, classroomId, null)).class.steps).toEqual([]);
		await assignmentIn(app, teacher, classroomId);
		const { steps } = (await viewOverTime(app, teacher, classroomId, student.personId)).class;
		expect(steps).toMatchObject([{ here: null, soFar: null, handedIn: 0 }]);
	});

	test('counts found and left alone by their dates, for a student and pooled for the class', async () => {
		const later = await assignmentIn(app, teacher, classroomId, 'hand-in', app.now() + 5 * DAY);
		const sooner = await assignmentIn(app, teacher, classroomId, 'hand-in', app.now() + 2 * DAY);
		const mate = await person(app, 'mate');
		await joinClassroom(app, mate, joinCode, HERE);
		await work(student, sooner, 1, 1);
		await work(student, later, 99, 0);
		await work(mate, later, 0, 99);

		const core = sum((exercise) => coreOf(exercise).length);
		const lures = sum((exercise) => keyOf(exercise).lures.length);
		const one = sum((exercise) => Math.min(1, coreOf(exercise).length));
		const oneLure = sum((exercise) => Math.min(1, keyOf(exercise).lures.length));
		const view = await viewOverTime(app, teacher, classroomId, student.personId);

		expect(view.student?.steps.map(({ id, here }) => [id, here])).toEqual([
			[sooner, { found: one, core, luresLeft: lures - oneLure, lures }],
			[later, { found: core, core, luresLeft: lures, lures }],
		]);
		const [first, second] = view.class.steps;
		expect(first).toMatchObject({ handedIn: 1, here: { found: one } });
		expect(second).toMatchObject({ handedIn: 2, here: { found: core, core: 2 * core, lures: 2 * lures } });
		expect(view.students.map(({ name, handedIn, total }) => [name, handedIn, total.found])).toEqual([
			['Mate', 1, 0],
			['Student', 2, core + one],
		]);
		for (const { total } of view.students) {
			expect(total.sensitivity === null).toBe(total.core < 20 || total.lures < 20);
		}
	});

	test('is the same for scores that were stored before they said what was seen', async () => {
		const assignmentId = await assignmentIn(app, teacher, classroomId);
		await work(student, assignmentId, 2, 1);
		const before = await viewOverTime(app, teacher, classroomId, student.personId);
		await app.store.write(async (transaction) => {
			transaction.run(sql`update score set detail = json_remove(detail, '$.seen')`);
		});
		expect(await viewOverTime(app, teacher, classroomId, student.personId)).toEqual(before);
	});
});
