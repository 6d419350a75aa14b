import { beforeEach, describe, expect, test } from 'vitest';
import {
	assignmentIn,
	classroomOf,
	LESSON,
	testApp,
	type Registered,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import type { FeedbackRule } from '../../../domain/grading/feedback-rule.ts';
import type { MarkSpansTask } from '../../../exercises/mark-spans/kind.ts';
import { returnWork } from '../grading/return-work.ts';
import { viewSubmission } from '../grading/view-submission.ts';
import { downloadOwnData } from '../people/download-own-data.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { saveAnswer } from '../work/save-answer.ts';
import { changePinnedComment, pinComment, removePinnedComment } from './pin-comment.ts';

let app: TestApp;
let teacher: Registered;
let student: Registered;
let assignmentId: string;
let attemptId: string;

const TYPED = '“Nobody”, it says. Who counted? 𝔘nclear to me.';
const COMMENT = 'A good question to ask.';
const edition = () => app.editions.current(LESSON);
const written = () => edition().exercises.find(({ kind }) => kind === 'short-answer')!;
const marked = () => edition().exercises.find(({ kind }) => kind === 'mark-spans')!;
const textOfMarked = () => edition().documents[(marked().task as MarkSpansTask).document]!.text;

function placeOf(text: string, quote: string) {
	const start = text.indexOf(quote);
	return JSON.stringify({ start, end: start + quote.length, quote });
}
const pin = (place: string, exerciseId = written().id, comment = COMMENT) =>
	pinComment(app, teacher, attemptId, { exerciseId, place, comment });
const readByStudent = async () => (await openAssignedWork(app, student, assignmentId)).pinned;

async function begin(rule: FeedbackRule = 'hand-in', handsIn = true) {
	app = testApp();
	let classroomId: string;
	({ teacher, student, classroomId } = await classroomOf(app));
	assignmentId = await assignmentIn(app, teacher, classroomId, rule);
	attemptId = (await openAssignedWork(app, student, assignmentId)).attemptId ?? '';
	await saveAnswer(app, student, {
		attemptId,
		exerciseId: written().id,
		editionId: edition().id,
		tryNumber: 1,
		revision: 0,
		answer: { text: TYPED },
	});
	if (handsIn) await handIn(app, student, attemptId, true);
}
beforeEach(() => begin());

describe('a comment on words', () => {
	test('stands at the words that the student typed, in UTF-16 units, with who wrote it and when', async () => {
		await pin(placeOf(TYPED, '𝔘nclear to me'));
		await pin(placeOf(TYPED, 'Who counted?'), written().id, 'By name.');
		const start = TYPED.indexOf('Who counted?');
		expect(await readByStudent()).toMatchObject([
			{ quote: 'Who counted?', start, end: start + 12, comment: 'By name.', by: 'Teacher', at: app.clock.now },
			{ quote: '𝔘nclear to me', comment: COMMENT },
		]);
		expect((await viewSubmission(app, teacher, attemptId)).pinned).toEqual(await readByStudent());
	});

	test('stands at words of the document that was marked', async () => {
		const quote = textOfMarked().slice(10, 40);
		await pin(JSON.stringify({ start: 10, end: 40, quote }), marked().id);
		expect(await readByStudent()).toMatchObject([{ exerciseId: marked().id, quote }]);
	});

	test('is refused where the words are others, where the kind has none, and before the work is handed in', async () => {
		await expect(pin(JSON.stringify({ start: 0, end: 4, quote: 'None' }))).rejects.toThrow(Invalid);
		await expect(pin('{')).rejects.toThrow(Invalid);
		await expect(pin(placeOf(TYPED, 'Who counted?'), written().id, ' ')).rejects.toThrow(Invalid);
		await expect(pin(placeOf(TYPED, 'Who counted?'), 'no-such-exercise')).rejects.toThrow(NotFound);
		const choice = edition().exercises.find(({ kind }) => kind === 'choice')!;
		await expect(pin(placeOf(TYPED, 'Who counted?'), choice.id)).rejects.toThrow(Invalid);
		await begin('hand-in', false);
		await expect(pin(placeOf(TYPED, 'Who counted?'))).rejects.toThrow(Conflict);
	});

	test('is not for the student before feedback, in the page or in the download', async () => {
		await begin('returned');
		await pin(placeOf(TYPED, 'Who counted?'));
		expect(await readByStudent()).toEqual([]);
		expect(JSON.stringify(await downloadOwnData(app, student))).not.toContain(COMMENT);
		await returnWork(app, teacher, attemptId, '');
		expect(await readByStudent()).toMatchObject([{ comment: COMMENT }]);
		expect(JSON.stringify(await downloadOwnData(app, student))).toContain(COMMENT);
	});

	test('can be written anew and removed', async () => {
		const id = await pin(placeOf(TYPED, 'Who counted?'));
		app.clock.now += 1000;
		await changePinnedComment(app, teacher, id, 'And how?');
		expect(await readByStudent()).toMatchObject([{ comment: 'And how?', at: app.clock.now }]);
		await removePinnedComment(app, teacher, id);
		expect(await readByStudent()).toEqual([]);
		await expect(changePinnedComment(app, teacher, id, 'Too late.')).rejects.toThrow(NotFound);
	});
});
