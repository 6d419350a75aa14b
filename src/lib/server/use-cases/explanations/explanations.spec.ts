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
import { words } from '../../../domain/documents/words.ts';
import { Conflict, Invalid } from '../../../domain/errors.ts';
import type { FeedbackRule } from '../../../domain/grading/feedback-rule.ts';
import type { Mark } from '../../../domain/marking/mark.ts';
import { dice, overlap } from '../../../domain/spans/algebra.ts';
import type { MarkSpansKey } from '../../../exercises/mark-spans/key.server.ts';
import type { MarkSpansTask } from '../../../exercises/mark-spans/kind.ts';
import { joinClassroom } from '../classrooms/join-classroom.ts';
import { returnWork } from '../grading/return-work.ts';
import { viewSubmission } from '../grading/view-submission.ts';
import { listNotices } from '../notices/view-notices.ts';
import { raiseChallenge } from '../rulings/raise-challenge.ts';
import { ruleOnChallenge } from '../rulings/rule-on-challenge.ts';
import { viewChallenges } from '../rulings/view-challenges.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { saveAnswer } from '../work/save-answer.ts';
import { viewPractice } from '../work/view-practice.ts';
import { changeExplanation, explainMark, withdrawExplanation } from './explain-mark.ts';
import { viewExplanations } from './view-explanations.ts';

let app: TestApp;
let teacher: Registered;
let student: Registered;
let classroomId: string;
let joinCode: string;
let assignmentId: string;

const WORDS = 'It says where the report was read, and takes no side.';
const edition = () => app.editions.current(LESSON);
const marking = () => {
	const exercise = edition().exercises.find(({ kind, points }) => kind === 'mark-spans' && points > 0)!;
	const task = exercise.task as MarkSpansTask;
	return { exercise, task, key: exercise.key as MarkSpansKey, text: edition().documents[task.document]!.text };
};

const markAt = (start: number, end: number): Mark => {
	const { task, text } = marking();
	return { start, end, category: task.categories[0]!, quote: text.slice(start, end) };
};

/** A passage of the shown text that touches nothing of the key, at least so long. */
function freePassage(length: number): Mark {
	const { key, exercise } = marking();
	const { document } = exercise.task as MarkSpansTask;
	const shown = app.kinds.get('mark-spans')!.showDocuments(exercise.task, edition().documents)[document]!;
	for (const { start, text } of shown.paragraphs) {
		for (const word of words(text)) {
			const mark = markAt(start + word.start, start + word.start + length);
			const isInside = word.start + length <= text.length;
			const touched = [...key.spans.map((span) => span.envelope ?? span), ...key.lures];
			if (isInside && touched.every((span) => overlap(span, mark) === 0)) return mark;
		}
	}
	throw new Error('No passage of the text is free of the key.');
}

const newStudent = async (name: string, code = joinCode) => {
	const who = await person(app, name);
	await joinClassroom(app, who, code, HERE);
	return who;
};

async function handInMarks(who: Registered, marks: Mark[], to = assignmentId): Promise<string> {
	const { attemptId } = await openAssignedWork(app, who, to);
	await saveAnswer(app, who, {
		attemptId: attemptId ?? '',
		exerciseId: marking().exercise.id,
		editionId: edition().id,
		tryNumber: 1,
		revision: 0,
		answer: { marks, nothingToMark: false },
	});
	await handIn(app, who, attemptId ?? '', true);
	return attemptId ?? '';
}

const explain = (mark: Mark, text = WORDS, who: Registered = teacher) => {
	const { start, end, category, quote } = mark;
	const sent = JSON.stringify({ document: marking().task.document, start, end, category, quote });
	return explainMark(app, who, assignmentId, { mark: sent, words: text });
};
const readBy = async (who: Registered, to = assignmentId) =>
	(await openAssignedWork(app, who, to)).explained?.explanations.map((each) => each.words) ?? null;

async function begin(rule: FeedbackRule = 'hand-in') {
	app = testApp();
	({ teacher, student, classroomId, joinCode } = await classroomOf(app));
	assignmentId = await assignmentIn(app, teacher, classroomId, rule);
}
beforeEach(() => begin());

describe('an explanation of a mark that the key does not have', () => {
	test('reaches whoever made an equal mark, and whoever makes one later', async () => {
		const mark = freePassage(40);
		await handInMarks(student, [mark]);
		await explain(mark);
		expect(await readBy(student)).toEqual([WORDS]);

		const later = await newStudent('later');
		const nearly = markAt(mark.start, mark.end - 10);
		expect(dice(mark, nearly)).toBeGreaterThan(0.8);
		await handInMarks(later, [nearly]);
		expect(await readBy(later)).toEqual([WORDS]);
	});

	test('does not reach a mark that shares 0.79 with it, nor one under another name', async () => {
		// 30 and 46 letters: 60 / 76 is 0.789.
		const wide = freePassage(46);
		const narrow = markAt(wide.start, wide.start + 30);
		expect(dice(wide, narrow)).toBeLessThan(0.8);
		expect(dice(wide, narrow)).toBeGreaterThan(0.78);
		await explain(wide);
		await handInMarks(student, [narrow]);
		expect(await readBy(student)).toEqual([]);

		const other = marking().task.categories[1];
		if (!other) throw new Error('The exercise asks for one category alone.');
		const renamed = await newStudent('renamed');
		await handInMarks(renamed, [{ ...wide, category: other }]);
		expect(await readBy(renamed)).toEqual([]);
	});

	test('tells nobody of a mark that they did not make', async () => {
		await explain(freePassage(40));
		await handInMarks(student, []);
		expect(await readBy(student)).toEqual([]);
	});

	test('is not shown before feedback, and comes with it', async () => {
		await begin('returned');
		const mark = freePassage(40);
		const attemptId = await handInMarks(student, [mark]);
		await explain(mark);
		expect(await readBy(student)).toBeNull();
		await returnWork(app, teacher, attemptId, '');
		expect(await readBy(student)).toEqual([WORDS]);
	});

	test('holds in a later assignment on the same text, and neither in another classroom nor in practice', async () => {
		const mark = freePassage(40);
		await explain(mark);
		const again = await assignmentIn(app, teacher, classroomId);
		await handInMarks(student, [mark], again);
		expect(await readBy(student, again)).toEqual([WORDS]);

		const elsewhere = await classroomOf(app, { teacher: 'another.teacher', student: 'another.student' });
		const theirs = await assignmentIn(app, elsewhere.teacher, elsewhere.classroomId);
		await handInMarks(elsewhere.student, [mark], theirs);
		expect(await readBy(elsewhere.student, theirs)).toEqual([]);
		expect(JSON.stringify(await viewPractice(app, student, LESSON))).not.toContain(WORDS);
	});

	test('is not shown at a mark that a ruling has made right', async () => {
		const mark = freePassage(40);
		await handInMarks(student, [mark]);
		await explain(mark);
		const { document } = marking().task;
		await raiseChallenge(app, student, assignmentId, {
			exerciseId: marking().exercise.id,
			target: JSON.stringify({ is: 'mark', document, ...mark }),
			reason: 'It is loaded.',
		});
		const [open] = (await viewChallenges(app, teacher, classroomId)).open;
		const typed = { decision: 'accept', width: '', answer: 'Yes.', counts: 'better', countsReason: '' };
		await ruleOnChallenge(app, teacher, open?.id ?? '', typed);
		expect(await readBy(student)).toEqual([]);
	});

	test('the nearest is shown where several are equal', async () => {
		const wide = freePassage(40);
		const narrow = markAt(wide.start, wide.start + 34);
		await explain(wide, 'To the wide one.');
		await explain(narrow, 'To the narrow one.');
		await handInMarks(student, [narrow]);
		expect(await readBy(student)).toEqual(['To the narrow one.']);
	});

	test('is changed for everybody, who see when; a change of words that were changed meanwhile is told', async () => {
		const mark = freePassage(40);
		await handInMarks(student, [mark]);
		const id = await explain(mark);
		const version = (await viewExplanations(app, teacher, classroomId)).explanations[0]?.version ?? '';
		app.clock.now += 1000;
		await changeExplanation(app, teacher, id, { words: 'In other words.', version });
		const { explained } = await openAssignedWork(app, student, assignmentId);
		expect(explained?.explanations).toMatchObject([{ words: 'In other words.', changedAt: app.clock.now }]);
		await expect(changeExplanation(app, teacher, id, { words: 'Mine.', version })).rejects.toThrow(Conflict);
		expect(await readBy(student)).toEqual(['In other words.']);
	});

	test('can be taken back, and then nobody sees it', async () => {
		const mark = freePassage(40);
		await handInMarks(student, [mark]);
		const id = await explain(mark);
		await withdrawExplanation(app, teacher, id);
		expect(await readBy(student)).toEqual([]);
		expect((await viewExplanations(app, teacher, classroomId)).explanations).toEqual([]);
	});

	test('sends no notice', async () => {
		const mark = freePassage(40);
		await handInMarks(student, [mark]);
		const before = await listNotices(app, student);
		await explain(mark);
		expect(await listNotices(app, student)).toEqual(before);
	});

	test('needs words, and words of the text; one mark is explained once', async () => {
		const mark = freePassage(40);
		await expect(explain(mark, '  ')).rejects.toMatchObject({ field: 'words' });
		await expect(explain(mark, 'a'.repeat(2_001))).rejects.toMatchObject({ field: 'words' });
		await expect(explain({ ...mark, quote: 'Other words.' })).rejects.toThrow(Invalid);
		await expect(explainMark(app, teacher, assignmentId, { mark: '{', words: WORDS })).rejects.toThrow(Invalid);
		await explain(mark);
		await expect(explain(mark, 'Again.')).rejects.toThrow(Conflict);
	});

	test('is offered to staff with how many made the mark, and counted in the list of the classroom', async () => {
		const mark = freePassage(40);
		const attemptId = await handInMarks(student, [mark]);
		for (const name of ['second', 'third']) await handInMarks(await newStudent(name), [mark]);
		await handInMarks(await newStudent('fourth'), []);
		const { explained } = await viewSubmission(app, teacher, attemptId);
		expect(explained.extras).toMatchObject([{ mark: { start: mark.start, end: mark.end }, made: 3 }]);
		await explain(mark);
		expect((await viewExplanations(app, teacher, classroomId)).explanations).toMatchObject([
			{ quote: mark.quote, words: WORDS, by: 'Teacher', marks: 3, students: 3 },
		]);
	});
});
