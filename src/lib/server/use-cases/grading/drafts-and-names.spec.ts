import { beforeEach, describe, expect, test } from 'vitest';
import {
	assignmentIn,
	classroomOf,
	HERE,
	person,
	testApp,
	type Registered,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { Conflict, Invalid } from '../../../domain/errors.ts';
import { insertMembership } from '../../repositories/classrooms.ts';
import { viewAssignment } from '../assignments/view-assignment.ts';
import { joinClassroom } from '../classrooms/join-classroom.ts';
import { findWork } from '../gradebook/find-work.ts';
import { downloadOwnData } from '../people/download-own-data.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { gradeExercise } from './grade-exercise.ts';
import { gradesCsv } from './grades-csv.ts';
import { hideNames } from './hide-names.ts';
import { returnAll, returnWork } from './return-work.ts';
import { dropDraft, saveDraftComment, saveGradeDraft } from './save-draft.ts';
import { viewPile } from './view-pile.ts';
import { countWorkToGrade, viewQueue } from './view-queue.ts';
import { viewSubmission } from './view-submission.ts';

const FRESH = { gradeId: '', draftRevision: 0 };

let app: TestApp;
let teacher: Registered;
let colleague: Registered;
let student: Registered;
let classroomId: string;
let joinCode: string;
let assignmentId: string;
let attemptId: string;
let written: string;

beforeEach(async () => {
	app = testApp();
	({ teacher, student, classroomId, joinCode } = await classroomOf(app));
	colleague = await person(app, 'colleague');
	await app.store.write((transaction) =>
		insertMembership(transaction, {
			classroomId,
			personId: colleague.personId,
			role: 'assistant',
			joinedAt: app.now(),
		}),
	);
	assignmentId = await assignmentIn(app, teacher, classroomId, 'hand-in');
	written = app.editions.current('borrowed-authority').exercises.find(({ kind }) => kind === 'short-answer')?.id ?? '';
	attemptId = await handedInBy(student);
});

async function handedInBy(who: Registered): Promise<string> {
	const { attemptId: id } = await openAssignedWork(app, who, assignmentId);
	await handIn(app, who, id ?? '', true);
	return id ?? '';
}

async function another(name: string): Promise<Registered> {
	const newcomer = await person(app, name);
	await joinClassroom(app, newcomer, joinCode, HERE);
	return newcomer;
}

const typed = (points: string, comment = '', levels?: (number | null)[]) => ({
	exerciseId: written,
	points,
	comment,
	...(levels && { levels }),
});
const deciding = async (who: Registered = teacher) =>
	(await viewSubmission(app, who, attemptId)).deciding[written] ?? expect.fail('no such exercise');
const seenBy = async (who: Registered) =>
	(await openAssignedWork(app, who, assignmentId)).exercises.find(({ exercise }) => exercise.id === written)?.work
		.grade;

describe('a draft', () => {
	test('is shared by everybody who grades the class, and is in nothing that the student gets', async () => {
		await saveGradeDraft(app, teacher, attemptId, typed('3', 'draft-canary'), FRESH);
		await saveDraftComment(app, teacher, attemptId, { comment: 'whole-canary', before: '' });

		expect((await deciding(colleague)).draft).toMatchObject({ points: 300, comment: 'draft-canary', by: 'Teacher' });
		const seen = [await openAssignedWork(app, student, assignmentId), await downloadOwnData(app, student)];
		expect(JSON.stringify(seen)).not.toMatch(/canary/u);
		expect(await seenBy(student)).toBeNull();
	});

	test('becomes the grade, with who made it, when the work is returned', async () => {
		await saveGradeDraft(app, colleague, attemptId, typed('3', 'Nearly.'), FRESH);
		await returnWork(app, teacher, attemptId, 'Good.');
		expect(await seenBy(student)).toEqual({ points: 300, comment: 'Nearly.' });
		const { draft, history } = await deciding();
		expect(draft).toBeNull();
		expect(history).toMatchObject([{ points: 300, by: 'Colleague' }]);
	});

	test('can be thrown away, and the grade stands as it was', async () => {
		await gradeExercise(app, teacher, attemptId, typed('2'), FRESH);
		const { gradeId } = await deciding();
		const { revision } = await saveGradeDraft(app, teacher, attemptId, typed('4'), { gradeId, draftRevision: 0 });
		await dropDraft(app, teacher, attemptId, written, { gradeId, draftRevision: revision });
		expect((await deciding()).draft).toBeNull();
		expect(await seenBy(student)).toMatchObject({ points: 200 });
	});

	test('whose rubric is half done is neither returned alone nor with all the others', async () => {
		await saveGradeDraft(app, teacher, attemptId, typed('', '', [1, null, null]), FRESH);
		await expect(returnWork(app, teacher, attemptId, '')).rejects.toThrow(Invalid);
		expect(await returnAll(app, teacher, assignmentId, true)).toEqual({ returned: 0, published: 0, unfinished: 1 });
	});
});

describe('a rubric with levels', () => {
	test('gives the sum of its levels, and the student reads which level was chosen', async () => {
		await gradeExercise(app, teacher, attemptId, typed('', 'See the second.', [1, 1, 0]), FRESH);
		const grade = await seenBy(student);
		expect(grade).toMatchObject({ points: 200 });
		expect(grade?.levels).toMatchObject([
			{ criterion: 'Who says so', points: 1, text: 'It is clear that the party makes the claim.' },
			{ points: 1 },
			{ points: 0 },
		]);
	});

	test('can be adjusted: points that were typed count', async () => {
		await gradeExercise(app, teacher, attemptId, typed('3.5', 'For the last sentence.', [1, 1, 0]), FRESH);
		expect(await seenBy(student)).toMatchObject({ points: 350 });
	});

	test('asks for a level for each criterion, or for points', async () => {
		await expect(gradeExercise(app, teacher, attemptId, typed('', '', [1]), FRESH)).rejects.toThrow(/each criterion/u);
	});

	test('takes no level that it does not have', async () => {
		await gradeExercise(app, teacher, attemptId, typed('1', '', [9, 9, 9]), FRESH);
		expect((await seenBy(student))?.levels).toBeUndefined();
	});
});

describe('two teachers at once', () => {
	test('the second is told who graded meanwhile and how, and nothing is overwritten', async () => {
		await gradeExercise(app, colleague, attemptId, typed('3', 'Mine first.'), FRESH);
		for (const deed of [gradeExercise, saveGradeDraft]) {
			const second = deed(app, teacher, attemptId, typed('1', 'Mine second.'), FRESH);
			await expect(second).rejects.toThrow(Conflict);
			await expect(second).rejects.toMatchObject({
				current: { is: 'grade', by: 'Colleague', points: 300, comment: 'Mine first.' },
			});
		}
		expect((await deciding()).history).toHaveLength(1);
	});

	test('the second may choose: both decisions stay in the history', async () => {
		await gradeExercise(app, colleague, attemptId, typed('3', 'Mine first.'), FRESH);
		const { gradeId } = await deciding();
		await gradeExercise(app, teacher, attemptId, typed('1', 'Mine second.'), { gradeId, draftRevision: 0 });
		expect((await deciding()).history).toMatchObject([
			{ points: 100, by: 'Teacher' },
			{ points: 300, by: 'Colleague' },
		]);
		expect(await seenBy(student)).toMatchObject({ points: 100 });
	});

	test('a draft is not written over, either', async () => {
		await saveGradeDraft(app, colleague, attemptId, typed('3'), FRESH);
		await expect(saveGradeDraft(app, teacher, attemptId, typed('1'), FRESH)).rejects.toMatchObject({
			current: { is: 'draft', by: 'Colleague', points: 300, draftRevision: 1 },
		});
		await expect(gradeExercise(app, teacher, attemptId, typed('1'), FRESH)).rejects.toThrow(Conflict);
		expect((await deciding()).draft).toMatchObject({ points: 300 });
	});

	test('one’s own draft is no conflict: its answer may not have arrived', async () => {
		await saveGradeDraft(app, teacher, attemptId, typed('3'), FRESH);
		expect(await saveGradeDraft(app, teacher, attemptId, typed('2'), FRESH)).toMatchObject({ revision: 2 });
		await gradeExercise(app, teacher, attemptId, typed('1'), FRESH);
		expect(await deciding()).toMatchObject({ draft: null, history: [{ points: 100, by: 'Teacher' }] });
	});

	test('nor words on the whole work', async () => {
		await saveDraftComment(app, colleague, attemptId, { comment: 'Hers.', before: '' });
		await expect(saveDraftComment(app, teacher, attemptId, { comment: 'His.', before: '' })).rejects.toMatchObject({
			current: { comment: 'Hers.' },
		});
		await expect(returnWork(app, teacher, attemptId, 'His.', '')).rejects.toThrow(Conflict);
		expect((await viewSubmission(app, teacher, attemptId)).returnedAt).toBeNull();
	});
});

describe('the queue', () => {
	test('counts what needs grading, drafts apart, for everybody who grades there and for nobody else', async () => {
		await handedInBy(await another('zara'));
		expect(await viewQueue(app, teacher, null)).toMatchObject([{ id: assignmentId, toGrade: 2, drafts: 0, late: 0 }]);
		await saveGradeDraft(app, teacher, attemptId, typed('3'), FRESH);
		expect(await viewQueue(app, colleague, classroomId)).toMatchObject([{ toGrade: 1, drafts: 1 }]);
		expect(await countWorkToGrade(app, colleague)).toBe(1);
		expect(await countWorkToGrade(app, student)).toBeNull();
		expect(await viewQueue(app, student, null)).toEqual([]);

		await returnAll(app, teacher, assignmentId, true);
		expect(await viewQueue(app, teacher, null)).toMatchObject([{ toGrade: 1, drafts: 0, toReturn: 0 }]);
	});

	test('goes by what waits longest, and tells what is late', async () => {
		const first = assignmentId;
		app.clock.now += 10_000;
		assignmentId = await assignmentIn(app, teacher, classroomId, 'returned', app.now() + 1_000);
		app.clock.now += 2_000;
		await handedInBy(student);
		expect(await viewQueue(app, teacher, null)).toMatchObject([
			{ id: first, late: 0, toReturn: 0 },
			{ id: assignmentId, toGrade: 1, late: 1, toReturn: 1 },
		]);
	});

	test('asks before work without points is returned', async () => {
		await expect(returnAll(app, teacher, assignmentId, false)).rejects.toMatchObject({
			current: { stillToGrade: 1, toReturn: 1 },
		});
		await saveGradeDraft(app, teacher, attemptId, typed('3'), FRESH);
		expect(await returnAll(app, teacher, assignmentId, false)).toEqual({ returned: 1, published: 1, unfinished: 0 });
		expect(await viewQueue(app, teacher, null)).toEqual([]);
	});
});

describe('hidden names', () => {
	const NAMES = /Student(?! \d)|Zara|student"|zara/u;
	let zara: Registered;

	beforeEach(async () => {
		zara = await another('zara');
		await handedInBy(zara);
		await hideNames(app, teacher, assignmentId, true);
	});

	test('are in no data of the pages that grade', async () => {
		const pile = await viewPile(app, colleague, assignmentId);
		expect(pile.entries.map(({ name }) => name)).toEqual([
			expect.stringMatching(/^Student \d+$/u),
			expect.stringMatching(/^Student \d+$/u),
		]);
		const { editionId: _, ...submission } = await viewSubmission(app, colleague, attemptId);
		for (const shown of [pile.entries, submission.student, submission.deciding, await viewQueue(app, teacher, null)]) {
			expect(JSON.stringify(shown)).not.toMatch(NAMES);
		}
		expect(JSON.stringify([pile, submission])).not.toContain(student.personId);
	});

	test('are the same for everybody who grades, and change for nobody when another student joins', async () => {
		const names = async (who: Registered) => (await viewPile(app, who, assignmentId)).entries.map(({ name }) => name);
		const before = await names(teacher);
		await handedInBy(await another('late.comer'));
		expect(await names(colleague)).toEqual(expect.arrayContaining(before));
	});

	test('lead from no name to its work, neither in the table nor in the spreadsheet', async () => {
		const { students } = await viewAssignment(app, teacher, assignmentId);
		expect(students.map(({ attemptId: id, results }) => [id, results])).toEqual([
			[null, null],
			[null, null],
		]);
		expect(await findWork(app, teacher, { classroomId, assignmentId, personId: student.personId })).toEqual({
			attemptId: null,
		});
		const { text } = await gradesCsv(app, teacher, assignmentId);
		expect(text.split('\r\n').slice(1).join('\n')).not.toMatch(/zara|Zara|,student,/u);
		expect(text.match(/Student \d+,,handed in/gu)).toHaveLength(2);
	});

	test('come back when the work is returned, or the switch is turned', async () => {
		await returnWork(app, teacher, attemptId, '');
		expect((await viewSubmission(app, teacher, attemptId)).student.name).toBe('Student');
		await hideNames(app, teacher, assignmentId, false);
		expect((await viewPile(app, teacher, assignmentId)).entries.map(({ name }) => name)).toContain('Zara');
	});
});
