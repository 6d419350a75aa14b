import { beforeEach, describe, expect, test } from 'vitest';
import {
	classroomOf,
	DAY,
	LESSON,
	testApp,
	type Registered,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import { viewClassroom } from '../classrooms/view-classroom.ts';
import { gradesCsv } from '../grading/grades-csv.ts';
import { viewGradebook } from '../gradebook/view-gradebook.ts';
import { viewInsight } from '../insight/view-insight.ts';
import { viewCourse } from '../lessons/view-course.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { saveAnswer } from '../work/save-answer.ts';
import { assignLesson, withdrawAssignment } from './assign-lesson.ts';
import { assignSequence, type SequenceForm } from './assign-sequence.ts';
import { renameSequence, viewSequence, withdrawSequence } from './change-sequence.ts';
import { makeException } from './make-exception.ts';
import { viewAssignment } from './view-assignment.ts';
import { viewAssignmentWorksheet, viewTeacherCopy } from './view-paper.ts';

let app: TestApp;
let teacher: Registered;
let student: Registered;
let classroomId: string;

beforeEach(async () => {
	app = testApp();
	({ teacher, student, classroomId } = await classroomOf(app));
});

describe('part of a lesson', () => {
	const lesson = () => app.editions.current(LESSON);
	const graded = () => lesson().exercises.filter(({ points }) => points > 0);
	const kept = () => graded().slice(0, 2);
	const ids = () => kept().map(({ id }) => id);
	const points = () => kept().reduce((sum, exercise) => sum + exercise.points, 0);
	const give = async () =>
		(await assignLesson(app, teacher, classroomId, { lesson: LESSON, parts: { [LESSON]: ids() } }))[0] ?? '';

	test('is all that is shown, needed, scored and counted, on every page', async () => {
		const assignmentId = await give();
		const { attemptId, exercises, editionId } = await openAssignedWork(app, student, assignmentId);
		expect(exercises.map(({ exercise }) => exercise.id)).toEqual(ids());
		expect(editionId).toBe(lesson().id);

		await expect(handIn(app, student, attemptId ?? '', false)).rejects.toMatchObject({
			missing: ids().map((exerciseId) => expect.objectContaining({ exerciseId }) as unknown),
		});
		await handIn(app, student, attemptId ?? '', true);
		const { result } = await openAssignedWork(app, student, assignmentId);
		expect(result?.possible).toBe(points() * 100);
		const view = await viewAssignment(app, teacher, assignmentId);
		expect(view.exercises.map(({ id }) => id)).toEqual(ids());
		expect(Object.keys(view.students[0]?.results ?? {})).toEqual(ids());
		expect((await viewGradebook(app, teacher, classroomId)).works[0]?.possible).toBe(points() * 100);
		const insight = await viewInsight(app, teacher, assignmentId, { exercise: null, category: null, withNames: true });
		expect(insight.exercises.map(({ id }) => id)).toEqual(ids());
		const [head] = (await gradesCsv(app, teacher, assignmentId)).text.split('\n');
		for (const { id } of graded()) expect(head?.includes(`${id} (of`)).toBe(ids().includes(id));
	});

	test('takes no answer to an exercise that was left out', async () => {
		const assignmentId = await give();
		const { attemptId } = await openAssignedWork(app, student, assignmentId);
		const other = graded().find(({ id }) => !ids().includes(id));
		const save = { attemptId: attemptId ?? '', editionId: lesson().id, tryNumber: 1, revision: 0, answer: {} };
		await expect(saveAnswer(app, student, { ...save, exerciseId: other?.id ?? '' })).rejects.toThrow(NotFound);
	});

	test('is what is printed, without the key for the class and with it for the teacher', async () => {
		const assignmentId = await give();
		const sheet = await viewAssignmentWorksheet(app, teacher, assignmentId);
		expect(sheet.exercises.map(({ exercise, review }) => [exercise.id, review])).toEqual(ids().map((id) => [id, null]));
		const copy = await viewTeacherCopy(app, teacher, assignmentId);
		expect(copy.exercises.map(({ exercise }) => exercise.id)).toEqual(ids());
		expect(copy.exercises.every(({ review }) => review !== null)).toBe(true);
		expect(copy.points).toBe(points());
	});

	test('has something that counts, and every box ticked is the whole lesson', async () => {
		const parts = {
			[LESSON]: lesson()
				.exercises.filter((exercise) => exercise.points === 0)
				.map(({ id }) => id),
		};
		await expect(assignLesson(app, teacher, classroomId, { lesson: LESSON, parts })).rejects.toThrow(Invalid);
		const all = { [LESSON]: lesson().exercises.map(({ id }) => id) };
		await assignLesson(app, teacher, classroomId, { lesson: LESSON, parts: all });
		expect((await viewClassroom(app, teacher, classroomId)).assignments[0]?.isPart).toBe(false);
	});

	test('of one half of a pair brings the other half whole', async () => {
		const [first] = app.editions.current('loaded-words').exercises.filter((exercise) => exercise.points > 0);
		const parts = { 'loaded-words': [first?.id ?? ''] };
		await assignLesson(app, teacher, classroomId, { lesson: 'loaded-words', parts });
		const { assignments } = await viewClassroom(app, teacher, classroomId);
		expect(assignments.map(({ isPart }) => isPart).toSorted()).toEqual([false, true]);
	});
});

describe('a sequence', () => {
	const form = (change: Partial<SequenceForm> = {}): SequenceForm => ({
		name: 'Sources',
		places: { [LESSON]: '2', attribution: '1', 'opinion-openly': '5' },
		isStepwise: true,
		daysApart: '',
		...change,
	});
	const give = (change: Partial<SequenceForm> = {}) => assignSequence(app, teacher, classroomId, form(change));
	const opens = (id: string | undefined) => openAssignedWork(app, student, id ?? '');
	async function handsIn(id: string | undefined) {
		const { attemptId } = await opens(id);
		await handIn(app, student, attemptId ?? '', true);
	}

	test('keeps the order that was typed, as one block, each an assignment of its own', async () => {
		const ids = await give({ isStepwise: false });
		const { assigned } = await viewCourse(app, student);
		expect(assigned.map(({ id, sequence }) => [id, sequence?.place, sequence?.of, sequence?.name])).toEqual(
			ids.map((id, index) => [id, index + 1, 3, 'Sources']),
		);
		expect(assigned.every(({ state }) => state === 'to do')).toBe(true);
		expect((await viewGradebook(app, teacher, classroomId)).works).toHaveLength(3);
	});

	test('opens each step when the one before is handed in, and refuses a locked one', async () => {
		const [first, second, third] = await give();
		await expect(opens(second)).rejects.toThrow(Conflict);
		await expect(opens(third)).rejects.toThrow(/handed in/u);
		expect((await viewCourse(app, student)).assigned.map(({ state }) => state)).toEqual(['to do', 'locked', 'locked']);
		await handsIn(first);
		await handsIn(second);
		await expect(opens(third)).resolves.toMatchObject({ handedInAt: null });
	});

	test('does not wait for a step that the student is excused from, or that was taken back', async () => {
		const [first, second, third] = await give();
		const excused = { personId: student.personId, dueAt: null, excused: true };
		await makeException(app, teacher, first ?? '', excused);
		await expect(opens(second)).resolves.toBeDefined();
		await expect(opens(third)).rejects.toThrow(Conflict);
		await withdrawAssignment(app, teacher, second ?? '', true);
		await expect(opens(third)).resolves.toBeDefined();
	});

	test('spaces due dates, the two halves of a pair together', async () => {
		const dueAt = app.now() + DAY;
		const places = { attribution: '1', 'the-other-mirror': '2', [LESSON]: '3' };
		await give({ places, daysApart: '7', dueAt });
		const { assigned } = await viewCourse(app, student);
		expect(assigned.map((item) => ((item.dueAt ?? 0) - dueAt) / DAY)).toEqual([0, 7, 7, 14]);
	});

	test('says what is wrong with it, and gives nothing then', async () => {
		const wrong: [Partial<SequenceForm>, string][] = [
			[{ name: ' ' }, 'name'],
			[{ places: { [LESSON]: '1' } }, 'places'],
			[{ places: { [LESSON]: '1', attribution: '1' } }, `place.`],
			[{ places: { [LESSON]: 'first', attribution: '1' } }, `place.${LESSON}`],
			[{ daysApart: '3' }, 'dueAt'],
			[{ daysApart: '99', dueAt: app.now() + DAY }, 'daysApart'],
		];
		for (const [change, field] of wrong) {
			await expect(give(change)).rejects.toMatchObject({ field: expect.stringContaining(field) as string });
		}
		expect((await viewClassroom(app, teacher, classroomId)).sequences).toEqual([]);
	});

	test('gets another name, and a wrong one changes nothing', async () => {
		const ids = await give();
		const [only] = (await viewClassroom(app, teacher, classroomId)).sequences;
		await renameSequence(app, teacher, only?.id ?? '', '  Where it comes from ');
		await expect(renameSequence(app, teacher, only?.id ?? '', ' ')).rejects.toMatchObject({ field: 'name' });
		const sequence = await viewSequence(app, teacher, only?.id ?? '');
		expect(sequence.name).toBe('Where it comes from');
		expect(sequence.lessons.map(({ assignmentId }) => assignmentId)).toEqual(ids);
		expect((await viewCourse(app, student)).assigned[0]?.sequence?.name).toBe('Where it comes from');
	});

	test('is taken back as a whole, by a teacher who means it, and other work stays', async () => {
		await give();
		const [other] = await assignLesson(app, teacher, classroomId, { lesson: LESSON });
		const [only] = (await viewClassroom(app, teacher, classroomId)).sequences;
		await expect(withdrawSequence(app, teacher, only?.id ?? '', false)).rejects.toThrow(Invalid);
		expect((await viewClassroom(app, teacher, classroomId)).assignments).toHaveLength(4);
		await withdrawSequence(app, teacher, only?.id ?? '', true);
		const after = await viewClassroom(app, teacher, classroomId);
		expect(after.assignments.map(({ id }) => id)).toEqual([other]);
		expect(after.sequences).toEqual([]);
	});

	test('is gone with its last step', async () => {
		for (const id of await give()) await withdrawAssignment(app, teacher, id, true);
		expect((await viewClassroom(app, teacher, classroomId)).sequences).toEqual([]);
	});
});
