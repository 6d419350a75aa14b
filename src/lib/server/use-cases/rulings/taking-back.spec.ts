import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	app,
	assignmentId,
	begin,
	classroomId,
	coreOf,
	edition,
	extraMark,
	handInMarks,
	markOf,
	marking,
	newStudent,
	object,
	onMark,
	open,
	rule,
	scoresOf,
	student,
	teacher,
	workOf,
} from '../../../../../tests/support/argued-class.ts';
import { Conflict, Invalid } from '../../../domain/errors.ts';
import type { Mark } from '../../../domain/marking/mark.ts';
import { listNotices } from '../notices/view-notices.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { previewRuling, previewTakingBack, spreadOut } from './preview-ruling.ts';
import { takeBackRuling } from './take-back-ruling.ts';
import { viewChallenges } from './view-challenges.ts';

beforeEach(() => begin());

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
