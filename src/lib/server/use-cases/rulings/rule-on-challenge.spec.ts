import { beforeEach, describe, expect, test } from 'vitest';
import {
	app,
	assignmentId,
	begin,
	choice,
	coreOf,
	edition,
	extraMark,
	handInMarks,
	markOf,
	marking,
	newStudent,
	object,
	onMark,
	onSpan,
	open,
	rule,
	save,
	scoresOf,
	student,
	teacher,
	turnTo,
	workOf,
} from '../../../../../tests/support/argued-class.ts';
import { assignmentIn, classroomOf } from '../../../../../tests/support/test-app.ts';
import { Conflict } from '../../../domain/errors.ts';
import type { Mark } from '../../../domain/marking/mark.ts';
import { words } from '../../../domain/documents/words.ts';
import type { ChoiceKey } from '../../../exercises/choice/scorer.server.ts';
import type { MarkSpansKey } from '../../../exercises/mark-spans/key.server.ts';
import type { MarkSpansReview } from '../../../exercises/mark-spans/review.ts';
import { viewAssignment } from '../assignments/view-assignment.ts';
import { viewSubmission } from '../grading/view-submission.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { ruleOnChallenge } from './rule-on-challenge.ts';

beforeEach(() => begin());

describe('a ruling', () => {
	test('that accepts an extra mark scores everybody again at once; the better one counts, both are kept and shown', async () => {
		const mark = extraMark();
		const [span] = coreOf(marking().key);
		const hit = markOf(span as unknown as Mark);
		const attemptId = await handInMarks(student, [hit, mark]);
		const without = await newStudent('without');
		const otherId = await handInMarks(without, [hit]);
		const [before] = await scoresOf(attemptId);
		await object(student, onMark(mark));

		expect(await rule()).toEqual({ scored: 2, rose: 1, fell: 0, answered: 1 });
		const scores = await scoresOf(attemptId);
		expect(scores.map(({ keyVersion }) => keyVersion)).toEqual([edition().id, `${edition().id}+1`]);
		expect(scores[0]).toEqual(before);
		expect(scores[1]!.earned).toBeGreaterThan(scores[0]!.earned);
		expect(await scoresOf(otherId)).toHaveLength(2);

		const work = await workOf(student);
		expect(work.score?.earned).toBe(scores[1]!.earned);
		expect(work.rescored.map(({ earned, counts }) => [earned, counts])).toEqual([
			[scores[0]!.earned, false],
			[scores[1]!.earned, true],
		]);
		const review = work.review as MarkSpansReview;
		expect(review.extras).toEqual([]);
		expect(review.items.find(({ start, end }) => start === mark.start && end === mark.end)).toMatchObject({
			tier: 'acceptable',
			outcome: 'accepted',
		});
		const row = (await viewAssignment(app, teacher, assignmentId)).students.find(({ name }) => name === 'Student');
		expect(row?.results?.[marking().exercise.id]?.earned).toBe(scores[1]!.earned);
		expect((await viewSubmission(app, teacher, attemptId)).result?.earned).toBe(row?.result?.earned);
		expect(await open()).toEqual([]);
	});

	test('that makes a found span acceptable lowers nobody’s score, unless the teacher says why the newest counts', async () => {
		const [first, second] = coreOf(marking().key);
		const attemptId = await handInMarks(student, [markOf(first as unknown as Mark)]);
		const other = await newStudent('other');
		const otherId = await handInMarks(other, [markOf(second as unknown as Mark)]);
		const earned = (await scoresOf(attemptId))[0]!.earned;
		await object(other, onSpan(first!.id));
		expect(await rule()).toMatchObject({ scored: 2, rose: 1, fell: 0 });
		expect((await workOf(student)).score?.earned).toBe(earned);
		expect((await scoresOf(otherId)).map((row) => row.earned)[1]).toBeGreaterThan(earned);

		await object(student, onSpan(second!.id));
		await expect(rule({ counts: 'newest' })).rejects.toMatchObject({
			field: expect.stringContaining('countsReason-') as string,
		});
		const result = await rule({ counts: 'newest', countsReason: 'We read it together and start afresh.' });
		expect(result).toMatchObject({ scored: 2 });
		expect(result.fell).toBeGreaterThan(0);
		const scores = await scoresOf(attemptId);
		expect((await workOf(student)).score?.earned).toBe(scores.at(-1)!.earned);
		expect((await openAssignedWork(app, student, assignmentId)).disputes?.rulings.at(-1)).toMatchObject({
			countsReason: 'We read it together and start afresh.',
			asked: 'It is a plain word here.',
		});
	});

	test('that widens lets a mark reach further', async () => {
		const { key, text } = marking();
		const span = coreOf(key).find((one) => !(one.envelope && one.envelope.end > one.end))!;
		const [, next] = words(text, { start: span.start, end: span.end + 40 }).filter(({ start }) => start >= span.end);
		const wide = { ...markOf(span as unknown as Mark), end: next!.end, quote: text.slice(span.start, next!.end) };
		const attemptId = await handInMarks(student, [wide]);
		await object(student, onSpan(span.id));
		const about = (await open())[0]!.about;
		if (about.is === 'option') throw new Error('not an option');
		expect(about.widths[0]).toMatchObject({ width: 'mark' });
		await expect(rule({ decision: 'widen', width: 'page' })).rejects.toMatchObject({
			field: expect.stringMatching(/^width-/) as string,
		});
		await rule({ decision: 'widen', width: 'mark' });
		const [before, after] = await scoresOf(attemptId);
		expect(after!.earned).toBeGreaterThanOrEqual(before!.earned);
		const { key: bundled } = edition().exercises.find(({ id }) => id === marking().exercise.id)!;
		expect((bundled as MarkSpansKey).spans.find(({ id }) => id === span.id)?.envelope).toEqual(span.envelope);
	});

	test('that makes an option right gives its points to whoever chose it', async () => {
		const { id, task, key } = choice();
		const wrong = (task as { options: { id: string }[] }).options.find(
			(option) => !(key as ChoiceKey).correct.includes(option.id),
		)!;
		const attemptId = await save(student, id, { chosen: [wrong.id] });
		await handIn(app, student, attemptId, true);
		await object(student, { is: 'option', exerciseId: id, id: wrong.id }, 'The text says so too.', id);
		expect((await open())[0]).toMatchObject({ same: 1, about: { is: 'option' } });
		await rule();
		const [before, after] = await scoresOf(attemptId, id);
		expect(before!.earned).toBe(0);
		expect(after!.earned).toBeGreaterThan(0);
	});

	test('that keeps the key answers in words and scores nothing again', async () => {
		const mark = extraMark();
		const attemptId = await handInMarks(student, [mark]);
		await object(student, onMark(mark));
		expect(await rule({ decision: 'keep', answer: 'A plainer word carries less here.' })).toMatchObject({ scored: 0 });
		expect(await scoresOf(attemptId)).toHaveLength(1);
		const { disputes } = await openAssignedWork(app, student, assignmentId);
		expect(disputes).toMatchObject({
			open: [],
			rulings: [{ decision: 'keep', answer: 'A plainer word carries less here.' }],
		});
		await object(student, onMark(mark), 'I still see it differently.');
		expect(await open()).toHaveLength(1);
	});

	test('answers everybody who objected to the same, once', async () => {
		const mark = extraMark();
		const classmate = await newStudent('classmate');
		for (const who of [student, classmate]) {
			await handInMarks(who, [mark]);
			await object(who, onMark(mark));
		}
		const [both] = await open();
		expect(both!.objections).toHaveLength(2);
		expect(await rule()).toMatchObject({ answered: 2, scored: 2 });
		const again = { decision: 'keep', width: '', answer: 'No.', counts: 'better', countsReason: '' };
		await expect(ruleOnChallenge(app, teacher, both!.id, again)).rejects.toThrow(Conflict);
	});

	test('needs a decision and words', async () => {
		const mark = extraMark();
		await handInMarks(student, [mark]);
		await object(student, onMark(mark));
		await expect(rule({ decision: '' })).rejects.toMatchObject({
			field: expect.stringMatching(/^decision-/) as string,
		});
		await expect(rule({ answer: ' ' })).rejects.toMatchObject({ field: expect.stringMatching(/^answer-/) as string });
	});

	test('holds for work that is handed in later, and in this classroom alone', async () => {
		const mark = extraMark();
		await handInMarks(student, [mark]);
		await object(student, onMark(mark));
		await rule();
		const later = await newStudent('later');
		const laterId = await handInMarks(later, [mark]);
		expect((await scoresOf(laterId)).map(({ keyVersion }) => keyVersion)).toEqual([`${edition().id}+1`]);

		const elsewhere = await classroomOf(app, { teacher: 'colleague', student: 'zara' });
		turnTo(await assignmentIn(app, elsewhere.teacher, elsewhere.classroomId));
		const elsewhereId = await handInMarks(elsewhere.student, [mark]);
		expect((await scoresOf(elsewhereId)).map(({ keyVersion }) => keyVersion)).toEqual([edition().id]);
	});
});

describe('an objection to what the key calls right', () => {
	test('frees everybody of it; where no right answer is left, every answer has the points', async () => {
		const { id, key, task } = choice();
		const [right] = (key as ChoiceKey).correct;
		const options = (task as { options: { id: string }[] }).options.map((option) => option.id);
		const other = options.find((option) => !(key as ChoiceKey).correct.includes(option))!;
		const attemptId = await save(student, id, { chosen: [other] });
		await handIn(app, student, attemptId, true);
		expect((await workOf(student, id)).score?.earned).toBe(0);
		await object(student, { is: 'option', exerciseId: id, id: right! }, 'The text does not say so.', id);
		expect((await open())[0]).toMatchObject({ about: { is: 'option', right: true } });

		expect(await rule()).toMatchObject({ scored: 1, rose: 1, fell: 0 });
		const work = await workOf(student, id);
		expect(work.score?.earned).toBe(work.score?.possible);
		const { disputes } = await openAssignedWork(app, student, assignmentId);
		expect(disputes?.rulings).toMatchObject([{ wasRight: true, isTakenBack: false }]);
	});
});
