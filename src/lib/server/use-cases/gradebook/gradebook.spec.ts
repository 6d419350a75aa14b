import { beforeEach, describe, expect, test } from 'vitest';
import { app, begin, classmate, classroomId, student, teacher } from '../../../../../tests/support/class-of-two.ts';
import { assignmentIn, classroomOf, DAY, START, type Registered } from '../../../../../tests/support/test-app.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import type { FeedbackRule } from '../../../domain/grading/feedback-rule.ts';
import { makeException } from '../assignments/make-exception.ts';
import { viewAssignment } from '../assignments/view-assignment.ts';
import { removeStudent } from '../classrooms/run-classroom.ts';
import { gradeExercise } from '../grading/grade-exercise.ts';
import { returnWork } from '../grading/return-work.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { findWork } from './find-work.ts';
import { gradebookCsv } from './gradebook-csv.ts';
import { setWeights, viewWeights } from './set-weights.ts';
import { viewGradebook } from './view-gradebook.ts';
import { viewOwnResults, viewReport } from './view-report.ts';

beforeEach(begin);

const assign = (rule: FeedbackRule = 'hand-in') => assignmentIn(app, teacher, classroomId, rule, START + DAY);

/** Hands in, and is graded with so many points on every exercise. */
async function earns(who: Registered, assignmentId: string, points: number) {
	const { attemptId, exercises } = await openAssignedWork(app, who, assignmentId);
	await handIn(app, who, attemptId ?? '', true);
	for (const { exercise } of exercises) {
		if (exercise.points === 0) continue;
		const typed = { exerciseId: exercise.id, points: String(Math.min(points, exercise.points)), comment: '' };
		await gradeExercise(app, teacher, attemptId ?? '', typed);
	}
	return attemptId ?? '';
}
const gradebook = () => viewGradebook(app, teacher, classroomId);
const rowOf = async (who: Registered) => (await gradebook()).rows.find(({ personId }) => personId === who.personId);
const save = async (typed: Record<string, string>) => setWeights(app, teacher, classroomId, typed);

describe('the table', () => {
	test('shows for each student how every work stands', async () => {
		const done = await assign();
		const toGrade = await assign();
		const excused = await assign();
		await assign();
		await earns(student, done, 1);
		const { attemptId } = await openAssignedWork(app, student, toGrade);
		await handIn(app, student, attemptId ?? '', true);
		await makeException(app, teacher, excused, { personId: student.personId, dueAt: null, excused: true });

		expect((await rowOf(student))?.cells.map(({ standing }) => standing).sort()).toEqual(
			['counts', 'excused', 'not due yet', 'to grade'].sort(),
		);
		app.clock.now = START + DAY + 1;
		expect((await rowOf(student))?.cells.filter(({ standing }) => standing === 'missing')).toHaveLength(1);
		expect((await rowOf(classmate))?.cells.every(({ standing }) => standing === 'missing')).toBe(true);
		expect(await rowOf(classmate)).toMatchObject({ total: 0 });
	});

	test('has the points of the assignment’s own page, and follows a new grade', async () => {
		const assignmentId = await assign();
		const attemptId = await earns(student, assignmentId, 2);
		const onItsPage = async () =>
			(await viewAssignment(app, teacher, assignmentId)).students.find(({ name }) => name === 'Student')?.result;
		expect((await rowOf(student))?.cells[0]?.earned).toBe((await onItsPage())?.earned);
		const [first] = (await viewAssignment(app, teacher, assignmentId)).exercises;
		await gradeExercise(app, teacher, attemptId, { exerciseId: first?.id ?? '', points: '0', comment: '' });
		expect((await rowOf(student))?.cells[0]?.earned).toBe((await onItsPage())?.earned);
	});

	test('gives more time its due, and marks late work as late', async () => {
		const assignmentId = await assign();
		await makeException(app, teacher, assignmentId, {
			personId: student.personId,
			dueAt: START + 3 * DAY,
			excused: false,
		});
		app.clock.now = START + 2 * DAY;
		expect((await rowOf(student))?.cells[0]).toMatchObject({ standing: 'not due yet' });
		expect((await rowOf(classmate))?.cells[0]).toMatchObject({ standing: 'missing' });
		await earns(student, assignmentId, 1);
		await earns(classmate, assignmentId, 1);
		expect((await rowOf(student))?.cells[0]).toMatchObject({ late: false });
		expect((await rowOf(classmate))?.cells[0]).toMatchObject({ late: true });
	});

	test('loses a student who is removed, and nobody else', async () => {
		await earns(student, await assign(), 1);
		await removeStudent(app, teacher, classroomId, student.personId);
		expect((await gradebook()).rows.map(({ name }) => name)).toEqual(['Classmate']);
	});

	test('opens the work of a cell, and only work of this classroom', async () => {
		const assignmentId = await assign();
		const attemptId = await earns(student, assignmentId, 1);
		const at = (personId: string) => findWork(app, teacher, { classroomId, assignmentId, personId });
		expect(await at(student.personId)).toEqual({ attemptId });
		expect(await at(classmate.personId)).toEqual({ attemptId: null });
		const place = { classroomId: 'another', assignmentId, personId: student.personId };
		await expect(findWork(app, teacher, place)).rejects.toThrow(NotFound);
	});
});

describe('weights and categories', () => {
	const ofCategory = async (name: string) =>
		(await viewWeights(app, teacher, classroomId)).categories.find((category) => category.name === name)?.id ?? '';

	test('count in the total, the lowest is dropped, and a removed category leaves its work behind', async () => {
		const [first, second, third] = [await assign(), await assign(), await assign()];
		await earns(student, first, 10);
		await earns(student, second, 1);
		await earns(student, third, 0);
		const shareOf = (id: string) => viewReport(app, teacher, classroomId, student.personId).then(
			({ works }) => works.find(({ assignmentId }) => assignmentId === id)?.share ?? 0,
		); // prettier-ignore
		const shares = [await shareOf(first), await shareOf(second), await shareOf(third)] as const;
		expect(shares[0]).toBe(1);
		expect((await rowOf(student))?.total).toBeCloseTo((shares[0] + shares[1] + shares[2]) / 3, 9);

		await save({ 'name-new': 'Homework', 'weight-new': '3', 'drop-new': '1' });
		const homework = await ofCategory('Homework');
		await save({
			[`work-category-${first}`]: homework,
			[`work-weight-${first}`]: '1',
			[`work-category-${third}`]: homework,
			[`work-weight-${third}`]: '1',
		});
		expect((await rowOf(student))?.total).toBeCloseTo((3 * shares[0] + shares[1]) / 4, 9);

		await save({ [`remove-${homework}`]: 'on', 'weight-other': '1', 'drop-other': '2' });
		expect((await rowOf(student))?.total).toBe(1);
	});

	test('are taken whole or not at all', async () => {
		await save({ 'name-new': 'Homework', 'weight-new': '2', 'drop-new': '' });
		const homework = await ofCategory('Homework');
		const before = await viewWeights(app, teacher, classroomId);
		const bad: Record<string, string>[] = [
			{ [`name-${homework}`]: 'Essays', 'weight-other': 'much' },
			{ [`name-${homework}`]: ' ' },
			{ [`name-${homework}`]: 'x'.repeat(61) },
			{ 'name-new': 'Tests', 'drop-new': '1.5' },
			{ 'name-new': 'Tests', 'drop-new': '-1' },
		];
		for (const typed of bad) await expect(save(typed)).rejects.toThrow(Invalid);
		expect(await viewWeights(app, teacher, classroomId)).toEqual(before);
	});

	test('of another classroom are out of reach', async () => {
		const elsewhere = await classroomOf(app, { teacher: 'colleague', student: 'zara' });
		await setWeights(app, elsewhere.teacher, elsewhere.classroomId, { 'name-new': 'Theirs' });
		const theirs = (await viewWeights(app, elsewhere.teacher, elsewhere.classroomId)).categories[0]?.id ?? '';
		const assignmentId = await assign();
		await save({
			[`name-${theirs}`]: 'Ours',
			[`remove-${theirs}`]: 'on',
			[`work-category-${assignmentId}`]: theirs,
			[`work-weight-${assignmentId}`]: '1',
		});
		expect((await viewWeights(app, elsewhere.teacher, elsewhere.classroomId)).categories[0]?.name).toBe('Theirs');
		expect((await viewWeights(app, teacher, classroomId)).works[0]?.categoryId).toBeNull();
	});
});

describe('a student’s own results', () => {
	test('are the teacher’s numbers once the feedback is out, and tell nothing before', async () => {
		const shown = await assign('hand-in');
		const hidden = await assign('returned');
		await earns(student, shown, 1);
		const attemptId = await earns(student, hidden, 10);

		const own = await viewOwnResults(app, student, classroomId);
		const before = own.works.find(({ assignmentId }) => assignmentId === hidden);
		expect(before).toMatchObject({ standing: 'not out yet', earned: 0, share: null });
		expect(own.total).toBe(own.works.find(({ assignmentId }) => assignmentId === shown)?.share);
		const forTeacher = await viewReport(app, teacher, classroomId, student.personId);
		expect(forTeacher.works.find(({ assignmentId }) => assignmentId === hidden)).toMatchObject({ isHeldBack: true });

		await returnWork(app, teacher, attemptId, '');
		const after = await viewOwnResults(app, student, classroomId);
		const report = await viewReport(app, teacher, classroomId, student.personId);
		expect(after.total).toBe(report.total);
		expect(after.total).toBe((await rowOf(student))?.total);
		expect(after.sentences).toEqual(report.sentences);
		expect(after.works).toEqual(report.works);
	});

	test('are nobody else’s, and a report is of a student of this classroom', async () => {
		await expect(viewReport(app, student, classroomId, student.personId)).rejects.toThrow(NotFound);
		await expect(viewReport(app, teacher, classroomId, teacher.personId)).rejects.toThrow(NotFound);
		await expect(viewOwnResults(app, teacher, classroomId)).rejects.toThrow(NotFound);
	});
});

test('the whole as CSV, with how each work stands', async () => {
	const assignmentId = await assign();
	await earns(student, assignmentId, 10);
	app.clock.now = START + 2 * DAY;
	const { name, text } = await gradebookCsv(app, teacher, classroomId);
	expect(name).toBe('gradebook-2026-11-24.csv');
	expect(text.startsWith('\uFEFF')).toBe(true);
	expect(text.slice(1).split('\r\n')).toEqual([
		'Name,User name,Total (%),Borrowed authority (of 22),Late',
		'Classmate,classmate,0.00,missing,0',
		'Student,student,100.00,22.00,0',
		'',
	]);
});
