import fc from 'fast-check';
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
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import type { FeedbackRule } from '../../../domain/grading/feedback-rule.ts';
import type { ChallengeTarget } from '../../../domain/grading/rulings.ts';
import type { Mark } from '../../../domain/marking/mark.ts';
import { overlap } from '../../../domain/spans/algebra.ts';
import { words } from '../../../domain/documents/words.ts';
import type { ChoiceKey } from '../../../exercises/choice/scorer.server.ts';
import type { MarkSpansKey } from '../../../exercises/mark-spans/key.server.ts';
import type { MarkSpansTask } from '../../../exercises/mark-spans/kind.ts';
import type { MarkSpansReview } from '../../../exercises/mark-spans/review.ts';
import { countingScore } from '../../../domain/grading/rulings.ts';
import { findScores } from '../../repositories/scores.ts';
import { findUnfinishedRulings } from '../../repositories/rulings.ts';
import { viewAssignment } from '../assignments/view-assignment.ts';
import { joinClassroom } from '../classrooms/join-classroom.ts';
import { removeStudent } from '../classrooms/run-classroom.ts';
import { viewClassroom } from '../classrooms/view-classroom.ts';
import { returnAll } from '../grading/return-work.ts';
import { viewSubmission } from '../grading/view-submission.ts';
import { countNewNotices, listNotices, seeNotices } from '../notices/view-notices.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { saveAnswer } from '../work/save-answer.ts';
import { previewRuling, previewTakingBack, spreadOut } from './preview-ruling.ts';
import { raiseChallenge } from './raise-challenge.ts';
import { regrade } from './regrade.ts';
import type { TypedRuling } from './read-ruling.ts';
import { ruleOnChallenge } from './rule-on-challenge.ts';
import { takeBackRuling } from './take-back-ruling.ts';
import { viewChallenges } from './view-challenges.ts';

let app: TestApp;
let teacher: Registered;
let student: Registered;
let classroomId: string;
let joinCode: string;
let assignmentId: string;

const edition = () => app.editions.current('borrowed-authority');
/** A marked text with something to find, and the first of what there is. */
const marking = () => {
	const exercise = edition().exercises.find(
		({ kind, points, key }) => kind === 'mark-spans' && points > 0 && coreOf(key).length > 1,
	)!;
	const task = exercise.task as MarkSpansTask;
	return { exercise, task, key: exercise.key as MarkSpansKey, text: edition().documents[task.document]!.text };
};
const coreOf = (key: unknown) => (key as MarkSpansKey).spans.filter(({ tier }) => tier === 'core');
const choice = () => edition().exercises.find(({ kind, points }) => kind === 'choice' && points > 0)!;

/** A word or two of the shown text that lie in no span of the key. */
function extraMark(): Mark {
	const { key, task, text, exercise } = marking();
	const category = task.categories[0]!;
	const shown = app.kinds.get('mark-spans')!.showDocuments(exercise.task, edition().documents)[task.document]!;
	for (const paragraph of shown.paragraphs) {
		const all = words(text, { start: paragraph.start, end: paragraph.start + paragraph.text.length });
		for (const word of all) {
			const isFree = key.spans.every((span) => overlap(span.envelope ?? span, word) === 0);
			if (isFree) return { ...word, category, quote: text.slice(word.start, word.end) };
		}
	}
	throw new Error('Every word of the text is in the key.');
}

const markOf = ({ start, end, category, quote }: Mark): Mark => ({ start, end, category, quote });
const onMark = (mark: Mark): ChallengeTarget => ({ is: 'mark', document: marking().task.document, ...markOf(mark) });
const onSpan = (id: string): ChallengeTarget => ({ is: 'span', document: marking().task.document, id });

async function save(who: Registered, exerciseId: string, answer: unknown) {
	const { attemptId } = await openAssignedWork(app, who, assignmentId);
	const place = { attemptId: attemptId ?? '', exerciseId, editionId: edition().id, tryNumber: 1, revision: 0 };
	await saveAnswer(app, who, { ...place, answer });
	return attemptId ?? '';
}

/** Hands in these marks, and nothing else. */
async function handInMarks(who: Registered, marks: Mark[]): Promise<string> {
	const attemptId = await save(who, marking().exercise.id, {
		marks: marks.toSorted((a, b) => a.start - b.start),
		nothingToMark: false,
	});
	await handIn(app, who, attemptId, true);
	return attemptId;
}

const newStudent = async (name: string) => {
	const who = await person(app, name);
	await joinClassroom(app, who, joinCode, HERE);
	return who;
};

const object = (who: Registered, target: ChallengeTarget, reason = 'It is a plain word here.', exerciseId?: string) =>
	raiseChallenge(app, who, assignmentId, {
		exerciseId: exerciseId ?? marking().exercise.id,
		target: JSON.stringify(target),
		reason,
	});
const open = async () => (await viewChallenges(app, teacher, classroomId)).open;
async function rule(typed: Partial<TypedRuling> = {}) {
	const [first] = await open();
	const full = {
		decision: 'accept',
		width: '',
		answer: 'You are right.',
		counts: 'better',
		countsReason: '',
		...typed,
	};
	return ruleOnChallenge(app, teacher, first!.id, full);
}
const scoresOf = async (attemptId: string, exerciseId = marking().exercise.id) =>
	(await findScores(app.store.read, attemptId)).filter((row) => row.exerciseId === exerciseId);
const workOf = async (who: Registered, exerciseId = marking().exercise.id) =>
	(await openAssignedWork(app, who, assignmentId)).exercises.find(({ exercise }) => exercise.id === exerciseId)!.work;

async function begin(rule: FeedbackRule = 'hand-in') {
	app = testApp();
	({ teacher, student, classroomId, joinCode } = await classroomOf(app));
	assignmentId = await assignmentIn(app, teacher, classroomId, rule);
}
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
		assignmentId = await assignmentIn(app, elsewhere.teacher, elsewhere.classroomId);
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

describe('what a ruling would do', () => {
	const look = async (typed: { decision?: string; counts?: string } = {}, looksForMs?: number) => {
		const [first] = await open();
		const full = { decision: 'accept', width: '', counts: 'better', ...typed };
		return previewRuling(app, teacher, first!.id, full, looksForMs);
	};

	test('is what it then does, and nothing is stored by looking', async () => {
		const mark = extraMark();
		const hit = markOf(coreOf(marking().key)[0] as unknown as Mark);
		const attemptId = await handInMarks(student, [hit, mark]);
		await handInMarks(await newStudent('without'), [hit]);
		await object(student, onMark(mark));
		expect(await look()).toEqual({ attempts: 2, looked: 2, up: 1, down: 0, same: 1 });
		expect(await look({ decision: 'keep' })).toEqual({ attempts: 0, looked: 0, up: 0, down: 0, same: 0 });
		expect(await scoresOf(attemptId)).toHaveLength(1);
		expect(await open()).toHaveLength(1);
		expect(await rule()).toMatchObject({ scored: 2, rose: 1, fell: 0 });
	});

	test('says of how many it is, when the time is over', async () => {
		const mark = extraMark();
		for (let index = 0; index < 25; index += 1) await handInMarks(await newStudent(`student${index}`), [mark]);
		await handInMarks(student, [mark]);
		await object(student, onMark(mark));
		const effect = await look({}, -1);
		expect(effect).toMatchObject({ attempts: 26, looked: 20 });
		expect(effect.up + effect.down + effect.same).toBe(20);
	});

	test('a sample is spread over all, and all of them are in it once', () => {
		fc.assert(
			fc.property(fc.nat(300), (count) => {
				const all = Array.from({ length: count }, (_, index) => index);
				expect(spreadOut(all).toSorted((a, b) => a - b)).toEqual(all);
			}),
		);
		const beginning = spreadOut(Array.from({ length: 1000 }, (_, index) => index)).slice(0, 50);
		const gaps = beginning.toSorted((a, b) => a - b).map((at, index, sorted) => at - (sorted[index - 1] ?? 0));
		expect(Math.max(...gaps)).toBeLessThan(60);
	});
});

describe('a ruling that is taken back', () => {
	const ruled = async () => (await viewChallenges(app, teacher, classroomId)).ruled;
	const takeBack = async (typed: Partial<Parameters<typeof takeBackRuling>[3]> = {}) => {
		const id = (await ruled()).find(({ mayTakeBack }) => mayTakeBack)?.id ?? '';
		const full = { answer: 'I had read it too fast.', counts: 'better', countsReason: '', ...typed };
		return takeBackRuling(app, teacher, id, full);
	};

	test('stays, is shown as taken back, and everybody is scored again and told; nobody loses points', async () => {
		const mark = extraMark();
		const hit = markOf(coreOf(marking().key)[0] as unknown as Mark);
		const attemptId = await handInMarks(student, [hit, mark]);
		await object(student, onMark(mark));
		await rule();
		const earned = (await workOf(student)).score!.earned;
		const [accepted] = await ruled();
		const preview = await previewTakingBack(app, teacher, accepted!.id, { counts: 'newest' });
		expect(preview).toEqual({ attempts: 1, looked: 1, up: 0, down: 1, same: 0 });

		expect(await takeBack()).toEqual({ scored: 1, rose: 0, fell: 0 });
		expect((await workOf(student)).score?.earned).toBe(earned);
		expect((await workOf(student)).review).toMatchObject({ extras: [{ start: mark.start, end: mark.end }] });
		expect((await scoresOf(attemptId)).map(({ keyVersion }) => keyVersion)).toEqual([
			edition().id,
			`${edition().id}+1`,
			`${edition().id}+1.2`,
		]);
		expect((await ruled()).map(({ decision, isTakenBack }) => [decision, isTakenBack])).toEqual([
			['take back', false],
			['accept', true],
		]);
		const { disputes } = await openAssignedWork(app, student, assignmentId);
		expect(disputes?.rulings).toMatchObject([
			{ decision: 'accept', isTakenBack: true },
			{ decision: 'take back', takesBack: 1, answer: 'I had read it too fast.', isTakenBack: false },
		]);
		const told = (await listNotices(app, student)).filter(({ kind }) => kind === 'challenge answered');
		expect(told).toHaveLength(2);
	});

	test('may lower scores where the teacher says why, and can be ruled on anew', async () => {
		const mark = extraMark();
		const hit = markOf(coreOf(marking().key)[0] as unknown as Mark);
		const attemptId = await handInMarks(student, [hit, mark]);
		await object(student, onMark(mark));
		await rule();
		await expect(takeBack({ counts: 'newest' })).rejects.toThrow(Invalid);
		expect(await takeBack({ counts: 'newest', countsReason: 'It was a slip.' })).toMatchObject({ scored: 1, fell: 1 });
		expect((await workOf(student)).score?.earned).toBe((await scoresOf(attemptId))[0]!.earned);
		await object(student, onMark(mark), 'I still think so.');
		expect(await rule()).toMatchObject({ scored: 1, rose: 1 });
	});

	test('needs a reason, happens once, and never to one that kept the key or that a later one stands on', async () => {
		const mark = extraMark();
		await handInMarks(student, [mark]);
		await object(student, onMark(mark));
		await rule();
		const [first] = await ruled();
		await expect(takeBack({ answer: ' ' })).rejects.toMatchObject({ field: `answer-${first!.id}` });
		await takeBack();
		const again = { answer: 'Again.', counts: 'better', countsReason: '' };
		await expect(takeBackRuling(app, teacher, first!.id, again)).rejects.toThrow(Conflict);
		await object(student, onMark(mark), 'Once more.');
		await rule({ decision: 'keep' });
		expect((await ruled()).filter(({ mayTakeBack }) => mayTakeBack)).toEqual([]);
	});
});

describe('a regrade that is cut short', () => {
	const STUDENTS = 50;

	test('goes on where it was, and ends with every score once', async () => {
		const mark = extraMark();
		const attempts: string[] = [await handInMarks(student, [mark])];
		for (let count = 1; count < STUDENTS; count += 1) {
			attempts.push(await handInMarks(await newStudent(`student${count}`), [mark]));
		}
		await object(student, onMark(mark));
		const killed = cutAfter(2);
		await expect(ruleOnChallengeIn(killed)).rejects.toThrow('killed');
		const scored = async () => (await Promise.all(attempts.map((id) => scoresOf(id)))).map((rows) => rows.length);
		const half = (await scored()).filter((count) => count === 2).length;
		expect(half).toBeGreaterThan(0);
		expect(half).toBeLessThan(STUDENTS);
		expect(await findUnfinishedRulings(app.store.read)).toHaveLength(1);

		// Two at once, as when a second ruling comes while the first one is under way.
		await Promise.all([regrade(app), regrade(app)]);
		expect(new Set(await scored())).toEqual(new Set([2]));
		expect(await findUnfinishedRulings(app.store.read)).toEqual([]);
		expect([...(await regrade(app)).keys()]).toEqual([]);
		for (const id of attempts) {
			const rows = await scoresOf(id);
			expect(new Set(rows.map(({ keyVersion }) => keyVersion)).size).toBe(2);
			expect(countingScore(rows)).toBe(rows.at(-1));
		}
	});

	test('stops between batches when it is asked to', async () => {
		const mark = extraMark();
		await handInMarks(student, [mark]);
		await object(student, onMark(mark));
		await expect(ruleOnChallengeIn(cutAfter(1))).rejects.toThrow('killed');
		const stop = new AbortController();
		stop.abort();
		await regrade(app, stop.signal);
		expect(await findUnfinishedRulings(app.store.read)).toHaveLength(1);
		await regrade(app);
		expect(await findUnfinishedRulings(app.store.read)).toEqual([]);
	});

	/** The app whose database is gone after so many writes. */
	function cutAfter(writes: number): TestApp {
		let left = writes;
		const write: TestApp['store']['write'] = (work) => {
			left -= 1;
			return left < 0 ? Promise.reject(new Error('killed')) : app.store.write(work);
		};
		return { ...app, store: { ...app.store, write } };
	}

	async function ruleOnChallengeIn(killed: TestApp) {
		const [first] = await open();
		const typed = { decision: 'accept', width: '', answer: 'You are right.', counts: 'better', countsReason: '' };
		return ruleOnChallenge(killed, teacher, first!.id, typed);
	}
});

describe('notices', () => {
	const kinds = async (who: Registered) => (await listNotices(app, who)).map(({ kind }) => kind);

	test('tell what was assigned, and are new until they are opened', async () => {
		const later = await assignmentIn(app, teacher, classroomId, 'returned');
		const [newest] = (await listNotices(app, student)).filter(({ href }) => href.includes(later));
		expect(newest).toMatchObject({ kind: 'assigned', isNew: true, classroom: 'Period 2' });
		const count = await countNewNotices(app, student);
		expect(count).toBeGreaterThan(0);
		const ids = (await listNotices(app, student)).map(({ id }) => id);
		await seeNotices(app, teacher, ids);
		expect(await countNewNotices(app, student)).toBe(count);
		await seeNotices(app, student, ids);
		expect(await countNewNotices(app, student)).toBe(0);
		expect((await listNotices(app, student)).every(({ isNew }) => !isNew)).toBe(true);
	});

	test('tell that work came back, once for each time', async () => {
		await begin('returned');
		await handInMarks(student, [extraMark()]);
		await returnAll(app, teacher, assignmentId, true);
		expect((await kinds(student)).filter((kind) => kind === 'returned')).toHaveLength(1);
	});

	test('tell whoever objected that there is an answer, and everybody concerned of the ruling', async () => {
		const mark = extraMark();
		const classmate = await newStudent('classmate');
		for (const who of [student, classmate]) await handInMarks(who, [mark]);
		await object(student, onMark(mark));
		await rule();
		expect(await kinds(student)).toContain('challenge answered');
		expect(await kinds(student)).not.toContain('ruling');
		expect(await kinds(classmate)).toContain('ruling');
		await removeStudent(app, teacher, classroomId, classmate.personId);
		expect(await kinds(classmate)).toEqual([]);
		expect(await countNewNotices(app, classmate)).toBe(0);
	});
});
