import { beforeEach, describe, expect, test } from 'vitest';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import type { FeedbackRule } from '../../../domain/grading/feedback-rule.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import {
	assignmentIn,
	classroomOf,
	DAY,
	LESSON,
	NOBODY,
	person,
	START,
	testApp,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { person as personTable } from '../../database/schema/people.ts';
import { createEditionShelf } from '../../lessons/edition-shelf.ts';
import { insertAnswer } from '../../repositories/answers.ts';
import { findScores } from '../../repositories/scores.ts';
import { checkExercise, tryAgain } from './check-exercise.ts';
import { handIn, Incomplete } from './hand-in.ts';
import { openAssignedWork } from './open-assigned-work.ts';
import { saveAnswer, type Save } from './save-answer.ts';
import { viewPractice } from './view-practice.ts';

let app: TestApp;
let choiceId: string;
let rightOption: string;
let options: string[];

beforeEach(() => {
	app = testApp();
	const choice = app.editions.current(LESSON).exercises.find(({ kind }) => kind === 'choice');
	choiceId = choice?.id ?? '';
	rightOption = (choice?.key as { correct: string[] }).correct[0] ?? '';
	options = (choice?.task as { options: { id: string }[] }).options.map(({ id }) => id);
});

const save = (change: Partial<Save> = {}): Save => ({
	attemptId: 'new',
	lesson: LESSON,
	exerciseId: choiceId,
	editionId: app.editions.current(LESSON).id,
	tryNumber: 1,
	revision: 0,
	answer: { chosen: [rightOption] },
	...change,
});

/** The guest who came to be by a save. */
async function asGuest(saved: { cookie: { value: string } | null }): Promise<Actor> {
	return (await app.sessions.whoIs(saved.cookie?.value)).actor;
}

const workOn = async (actor: Actor, exerciseId = choiceId) =>
	(await viewPractice(app, actor, LESSON)).exercises.find(({ exercise }) => exercise.id === exerciseId)?.work;

describe('practice as a guest', () => {
	test('opening a lesson makes nobody; the first saved answer makes a guest', async () => {
		expect((await viewPractice(app, NOBODY, LESSON)).attemptId).toBeNull();
		const saved = await saveAnswer(app, NOBODY, save());
		expect(await asGuest(saved)).toMatchObject({ kind: 'guest' });
	});

	test('a bad first answer leaves no empty person behind', async () => {
		await expect(saveAnswer(app, NOBODY, save({ answer: { chosen: ['no-such-option'] } }))).rejects.toThrow(Invalid);
		expect(app.store.read.select().from(personTable).all()).toEqual([]);
	});

	test('an answer is explained when it is checked, not before', async () => {
		const saved = await saveAnswer(app, NOBODY, save());
		const guest = await asGuest(saved);
		expect((await workOn(guest))?.review).toBeNull();

		await checkExercise(app, guest, { attemptId: saved.attemptId, exerciseId: choiceId, lesson: LESSON });
		const work = await workOn(guest);
		expect(work?.review).not.toBeNull();
		expect(work?.score?.earned).toBe(work?.score?.possible);
	});

	test('an empty answer is not checked: what is missing is said, and nothing of the key', async () => {
		const saved = await saveAnswer(app, NOBODY, save({ answer: { chosen: [] } }));
		const guest = await asGuest(saved);
		const check = checkExercise(app, guest, { attemptId: saved.attemptId, exerciseId: choiceId, lesson: LESSON });
		await expect(check).rejects.toThrow(Invalid);
		expect((await workOn(guest))?.closed).toBe(false);
	});

	test('a checked answer cannot be changed, but tried again from empty; all tries are kept', async () => {
		const saved = await saveAnswer(app, NOBODY, save());
		const guest = await asGuest(saved);
		const { attemptId } = saved;
		await checkExercise(app, guest, { attemptId, exerciseId: choiceId, lesson: LESSON });
		await expect(saveAnswer(app, guest, save({ attemptId, revision: 1 }))).rejects.toThrow(Conflict);

		await tryAgain(app, guest, attemptId, choiceId);
		expect(await workOn(guest)).toMatchObject({ tryNumber: 2, closed: false, answer: { chosen: [] }, review: null });
		await saveAnswer(app, guest, save({ attemptId, tryNumber: 2, revision: 1 }));
		await checkExercise(app, guest, { attemptId, exerciseId: choiceId, lesson: LESSON });
		expect(await findScores(app.store.read, attemptId)).toHaveLength(2);
	});

	test('two tabs that check, or begin again, at one moment do it once', async () => {
		const saved = await saveAnswer(app, NOBODY, save());
		const guest = await asGuest(saved);
		const { attemptId } = saved;
		const check = () => checkExercise(app, guest, { attemptId, exerciseId: choiceId, lesson: LESSON });
		await Promise.all([check(), check()]);
		expect(await findScores(app.store.read, attemptId)).toHaveLength(1);

		await Promise.all([tryAgain(app, guest, attemptId, choiceId), tryAgain(app, guest, attemptId, choiceId)]);
		expect(await workOn(guest)).toMatchObject({ tryNumber: 2, closed: false });
	});

	test('what is scored is what was saved last, even while a save is on its way', async () => {
		const saved = await saveAnswer(app, NOBODY, save());
		const guest = await asGuest(saved);
		const { attemptId } = saved;
		const wrong = options.find((id) => id !== rightOption) ?? '';
		await Promise.all([
			saveAnswer(app, guest, save({ attemptId, revision: 1, answer: { chosen: [wrong] } })),
			checkExercise(app, guest, { attemptId, exerciseId: choiceId, lesson: LESSON }),
		]);
		const work = await workOn(guest);
		expect(work).toMatchObject({ closed: true, answer: { chosen: [wrong] }, score: { earned: 0 } });
	});
});

describe('a lesson that changed', () => {
	/** The same server after an update: what was the newest edition is an older one. */
	function updated(): TestApp {
		const lesson = app.course.lessons.get(LESSON);
		if (!lesson) throw new Error('There is no such lesson.');
		const edition = { ...lesson.edition, id: 'the-next-edition', title: 'As it is now' };
		const course = { ...app.course, lessons: new Map(app.course.lessons).set(LESSON, { ...lesson, edition }) };
		return { ...app, course, editions: createEditionShelf(app.store, course, app.kinds) };
	}

	test('finished work is still explained; the newest edition is begun when the person says so', async () => {
		const saved = await saveAnswer(app, NOBODY, save());
		const guest = await asGuest(saved);
		const { attemptId } = saved;
		await checkExercise(app, guest, { attemptId, exerciseId: choiceId, lesson: LESSON });
		const others = app.editions.current(LESSON).exercises.filter(({ id, points }) => points > 0 && id !== choiceId);
		const rest = { attemptId, tryNumber: 1, revision: 1, savedAt: START, checkedAt: START };
		await app.store.write(async (transaction) => {
			for (const { id, kind } of others) {
				const content = JSON.stringify(app.kinds.get(kind)?.emptyAnswer());
				await insertAnswer(transaction, { ...rest, exerciseId: id, content });
			}
		});

		app = updated();
		expect(await viewPractice(app, guest, LESSON)).toMatchObject({ attemptId, hasNewer: true });
		expect((await workOn(guest))?.review).not.toBeNull();

		const fresh = await viewPractice(app, guest, LESSON, 'newest');
		expect(fresh).toMatchObject({ attemptId: null, editionId: 'the-next-edition', hasNewer: false });
		const begun = await saveAnswer(app, guest, save());
		expect(await viewPractice(app, guest, LESSON)).toMatchObject({ attemptId: begun.attemptId, hasNewer: false });
	});

	test('unfinished work goes on where it was, whatever is asked for', async () => {
		const { attemptId, ...saved } = await saveAnswer(app, NOBODY, save());
		const guest = await asGuest(saved);
		app = updated();
		expect(await viewPractice(app, guest, LESSON, 'newest')).toMatchObject({ attemptId, hasNewer: false });
	});
});

describe('saving', () => {
	test('a save over an older revision is refused and brings the newer answer along', async () => {
		const saved = await saveAnswer(app, NOBODY, save());
		const guest = await asGuest(saved);
		const { attemptId } = saved;
		await saveAnswer(app, guest, save({ attemptId, revision: 1, answer: { chosen: [] } }));

		const stale = saveAnswer(app, guest, save({ attemptId, revision: 1 }));
		await expect(stale).rejects.toMatchObject({ name: 'Conflict', current: { revision: 2, answer: { chosen: [] } } });
	});

	test('two first saves of one exercise do not overwrite one another', async () => {
		const saved = await saveAnswer(app, NOBODY, save());
		const guest = await asGuest(saved);
		await expect(saveAnswer(app, guest, save({ attemptId: saved.attemptId }))).rejects.toThrow(Conflict);
	});

	test('a page of another edition is told to reload', async () => {
		await expect(saveAnswer(app, NOBODY, save({ editionId: 'another' }))).rejects.toThrow(/reload/i);
	});

	test('somebody else’s work looks like no work at all', async () => {
		const saved = await saveAnswer(app, NOBODY, save());
		const stranger = await person(app, 'stranger');
		await expect(saveAnswer(app, stranger, save({ attemptId: saved.attemptId, revision: 1 }))).rejects.toThrow(
			NotFound,
		);
	});

	test('a mark outside the document is refused in one sentence', async () => {
		const marks = app.editions.current(LESSON).exercises.find(({ kind }) => kind === 'mark-spans');
		const answer = {
			marks: [{ start: 900_000, end: 900_005, category: 'claim', quote: 'words' }],
			nothingToMark: false,
		};
		const outside = saveAnswer(app, NOBODY, save({ exerciseId: marks?.id ?? '', answer }));
		await expect(outside).rejects.toThrow(/outside the text/);
	});

	test('a try that was never begun is refused', async () => {
		const saved = await saveAnswer(app, NOBODY, save());
		const guest = await asGuest(saved);
		await expect(saveAnswer(app, guest, save({ attemptId: saved.attemptId, tryNumber: 7 }))).rejects.toThrow(Invalid);
	});
});

describe('assigned work', () => {
	async function assigned(rule: FeedbackRule, dueAt: number | null = START + DAY) {
		const { teacher, student, classroomId } = await classroomOf(app);
		const assignmentId = await assignmentIn(app, teacher, classroomId, rule, dueAt);
		const { attemptId } = await openAssignedWork(app, student, assignmentId);
		return { teacher, student, assignmentId, attemptId: attemptId ?? '' };
	}

	test('shows no review and no score before hand-in', async () => {
		const { student, assignmentId, attemptId } = await assigned('hand-in');
		await saveAnswer(app, student, save({ attemptId }));
		const { exercises, result } = await openAssignedWork(app, student, assignmentId);
		expect(exercises.every(({ work }) => work.review === null && work.score === null)).toBe(true);
		expect(result).toBeNull();
	});

	test('unfinished work is named exercise by exercise and handed in only if the student says so', async () => {
		const { student, assignmentId, attemptId } = await assigned('hand-in');
		await saveAnswer(app, student, save({ attemptId }));
		const refusal = await handIn(app, student, attemptId, false).catch((problem: unknown) => problem);
		expect(refusal).toBeInstanceOf(Incomplete);
		expect((refusal as Incomplete).missing.map(({ exerciseId }) => exerciseId)).not.toContain(choiceId);
		await handIn(app, student, attemptId, true);
		expect((await openAssignedWork(app, student, assignmentId)).handedInAt).toBe(START);
	});

	test('a second hand-in is refused, and nothing changes', async () => {
		const { student, attemptId } = await assigned('hand-in');
		await handIn(app, student, attemptId, true);
		const scores = await findScores(app.store.read, attemptId);
		await expect(handIn(app, student, attemptId, true)).rejects.toThrow(Conflict);
		expect(await findScores(app.store.read, attemptId)).toEqual(scores);
	});

	test('after hand-in an answer can no longer be saved', async () => {
		const { student, attemptId } = await assigned('hand-in');
		await handIn(app, student, attemptId, true);
		await expect(saveAnswer(app, student, save({ attemptId, revision: 1 }))).rejects.toMatchObject({
			current: { closed: true },
		});
	});

	test('a late hand-in is accepted, marked late, and explained at once', async () => {
		const { student, assignmentId, attemptId } = await assigned('due');
		app.clock.now = START + 2 * DAY;
		await handIn(app, student, attemptId, true);
		const work = await openAssignedWork(app, student, assignmentId);
		expect(work).toMatchObject({ late: true, waitingFor: null });
		expect(work.exercises.every(({ work: done }) => done.review !== null)).toBe(true);
	});

	test('under the due-date rule nothing of the key comes before the date', async () => {
		const { student, assignmentId, attemptId } = await assigned('due');
		await handIn(app, student, attemptId, true);
		const before = await openAssignedWork(app, student, assignmentId);
		expect(before.exercises.every(({ work }) => work.review === null)).toBe(true);
		expect(before.waitingFor).toContain('due date');
		app.clock.now = START + DAY;
		expect((await openAssignedWork(app, student, assignmentId)).waitingFor).toBeNull();
	});
});

describe('a lesson closed to practice', () => {
	test('cannot be begun or checked until feedback appears, and earlier practice is kept', async () => {
		const saved = await saveAnswer(app, NOBODY, save());
		const guest = await asGuest(saved);
		const { teacher, classroomId } = await classroomOf(app);
		await assignmentIn(app, teacher, classroomId, 'due', START + DAY, true);

		await expect(saveAnswer(app, await person(app, 'late.comer'), save())).rejects.toThrow(/closed to practice/);
		const check = () => checkExercise(app, guest, { attemptId: saved.attemptId, exerciseId: choiceId, lesson: LESSON });
		await expect(check()).rejects.toThrow(/closed to practice/);

		app.clock.now = START + DAY;
		await check();
		expect((await workOn(guest))?.review).not.toBeNull();
	});
});
