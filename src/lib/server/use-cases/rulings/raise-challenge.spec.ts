import { beforeEach, describe, expect, test } from 'vitest';
import {
	app,
	assignmentId,
	begin,
	classroomId,
	coreOf,
	extraMark,
	handInMarks,
	markOf,
	marking,
	newStudent,
	object,
	onMark,
	onSpan,
	open,
	student,
	teacher,
} from '../../../../../tests/support/argued-class.ts';
import { Conflict, NotFound } from '../../../domain/errors.ts';
import type { ChallengeTarget } from '../../../domain/grading/rulings.ts';
import type { Mark } from '../../../domain/marking/mark.ts';
import { viewAssignment } from '../assignments/view-assignment.ts';
import { removeStudent } from '../classrooms/run-classroom.ts';
import { viewClassroom } from '../classrooms/view-classroom.ts';
import { returnAll } from '../grading/return-work.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { raiseChallenge } from './raise-challenge.ts';

beforeEach(() => begin());

describe('a challenge', () => {
	test('is raised to a mark that the key does not have, and the teacher reads it with the text around it', async () => {
		const mark = extraMark();
		const classmate = await newStudent('classmate');
		await handInMarks(classmate, [mark]);
		await handInMarks(student, [mark]);
		await object(student, onMark(mark));

		const [challenge] = await open();
		expect(challenge).toMatchObject({ same: 2, handedIn: 2, objections: [{ reason: 'It is a plain word here.' }] });
		const { about } = challenge!;
		if (about.is === 'option') throw new Error('not an option');
		expect(about).toMatchObject({ is: 'mark', quote: mark.quote, key: null });
		expect(about.excerpt.text).toContain(mark.quote);
		expect(about.excerpt.text.length).toBeGreaterThan(mark.quote.length);
		expect(
			(await viewClassroom(app, teacher, classroomId)).assignments.find(({ id }) => id === assignmentId),
		).toMatchObject({ challenges: 1 });
		expect((await viewAssignment(app, teacher, assignmentId)).challenges).toBe(1);
	});

	test('to a span comes with the reason that the key gives, and who marked it', async () => {
		const [span] = coreOf(marking().key);
		await handInMarks(student, [markOf(span as unknown as Mark)]);
		await object(student, onSpan(span!.id));
		expect((await open())[0]).toMatchObject({
			same: 1,
			about: { is: 'span', quote: span!.quote, key: { tier: 'core', why: span!.why } },
		});
	});

	test('is open once for each thing', async () => {
		const mark = extraMark();
		await handInMarks(student, [mark]);
		await object(student, onMark(mark));
		await expect(object(student, onMark(mark), 'Again.')).rejects.toThrow(Conflict);
	});

	test('needs a reason, and something that is there', async () => {
		const mark = extraMark();
		await handInMarks(student, [mark]);
		await expect(object(student, onMark(mark), '  ')).rejects.toMatchObject({ field: 'reason' });
		await expect(object(student, onMark(mark), 'a'.repeat(2_001))).rejects.toMatchObject({ field: 'reason' });
		await expect(object(student, { ...onMark(mark), end: mark.end + 4 } as ChallengeTarget)).rejects.toMatchObject({
			field: 'reason',
		});
		await expect(object(student, onSpan('loaded-999999'))).rejects.toMatchObject({ field: 'reason' });
		const nonsense = { exerciseId: marking().exercise.id, target: '{', reason: 'So.' };
		await expect(raiseChallenge(app, student, assignmentId, nonsense)).rejects.toMatchObject({ field: 'reason' });
	});

	test('waits until feedback is out: it could tell what is in the key', async () => {
		await begin('returned');
		const mark = extraMark();
		await handInMarks(student, [mark]);
		await expect(object(student, onMark(mark))).rejects.toThrow(NotFound);
		expect((await openAssignedWork(app, student, assignmentId)).disputes).toBeNull();
		await returnAll(app, teacher, assignmentId, true);
		await object(student, onMark(mark));
		expect(await open()).toHaveLength(1);
	});

	test('goes when the student is removed, and breaks no page', async () => {
		const mark = extraMark();
		await handInMarks(student, [mark]);
		await object(student, onMark(mark));
		await removeStudent(app, teacher, classroomId, student.personId);
		expect(await open()).toEqual([]);
	});
});
