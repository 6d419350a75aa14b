import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import { kind, type MatchTask } from './kind.ts';
import { scorer, type MatchKeyFile } from './scorer.server.ts';

const task: MatchTask = {
	left: [
		{ id: 'dignity', text: '“human dignity”' },
		{ id: 'living', text: '“higher standards of living”' },
		{ id: 'life', text: '“the right to life”' },
	],
	right: [
		{ id: 'preamble', text: 'Preamble' },
		{ id: 'article-55', text: 'Article 55' },
		{ id: 'article-6', text: 'Article 6' },
		{ id: 'article-3', text: 'Article 3' },
	],
};
const keyFile: MatchKeyFile = {
	pairs: { dignity: 'preamble', living: 'article-55', life: ['article-6', 'article-3'] },
	why: { dignity: 'It stands there.', living: 'It is 55(a).', life: 'Two instruments have it.' },
};
const key = scorer.buildKey(task, keyFile, { documentKeys: {}, documents: {} });
const right = { dignity: 'preamble', living: 'article-55', life: 'article-6' };

const score = (pairs: Record<string, string>, points = 2) => {
	const input = { task, key, answer: { pairs }, points, documents: {} };
	const scored = scorer.score(input);
	return { ...scored, review: scorer.review(input, scored) };
};
const lint = (given: MatchTask, file: MatchKeyFile) =>
	scorer
		.lint({
			task: given,
			key: scorer.buildKey(given, file, { documentKeys: {}, documents: {} }),
			points: 2,
			documents: {},
			library: new Map(),
		})
		.map(({ message }) => message);

describe('matching', () => {
	it('counts every pair the same, and takes any partner that the key allows', () => {
		expect(score(right)).toMatchObject({ earned: 200, possible: 200, needsTeacher: false });
		expect(score({ ...right, life: 'article-3' }).earned).toBe(200);
		expect(score({ ...right, living: 'preamble' }).earned).toBe(133);
		expect(score({}).earned).toBe(0);
	});

	it('names what has no partner yet, and never what is right', () => {
		expect(kind.missing(task, { pairs: {} })).toEqual(['Nothing is matched yet. Choose a letter for every number.']);
		expect(kind.missing(task, { pairs: { living: 'preamble' } })).toEqual(['Numbers 1 and 3 have no letter yet.']);
		expect(kind.missing(task, { pairs: right })).toEqual([]);
	});

	it('refuses what the exercise does not have, and an answer of another shape', () => {
		expect(kind.faults(task, { pairs: right }, {})).toEqual([]);
		expect(kind.faults(task, { pairs: { dignity: 'living' } }, {})).toHaveLength(1);
		expect(kind.faults(task, { pairs: { preamble: 'preamble' } }, {})).toHaveLength(1);
		expect(safeParse(kind.answerSchema, { pairs: { dignity: ['preamble'] } }).success).toBe(false);
	});

	it('tells in words how the points came about, with a reason for every pair', () => {
		const { review } = score({ ...right, living: 'preamble' });
		expect(review.headline).toBe('Two of the three pairs are right.');
		expect(review.sentences[0]).toContain('Each pair counts the same, so two of three counts.');
		expect(review.pairs[1]).toEqual({
			id: 'living',
			text: '“higher standards of living”',
			chosen: { letter: 'A', text: 'Preamble' },
			right: [{ letter: 'B', text: 'Article 55' }],
			isRight: false,
			why: 'It is 55(a).',
		});
		expect(review.spare).toEqual([]);
	});

	it('explains what matches nothing', () => {
		const spareTask = { ...task, right: [...task.right, { id: 'article-9', text: 'Article 9' }] };
		expect(lint(spareTask, keyFile)).toEqual(['its key does not say why “article-9” matches nothing']);
		const file = { ...keyFile, spare: { 'article-9': 'It is about arrest.' } };
		expect(lint(spareTask, file)).toEqual([]);
		const built = scorer.buildKey(spareTask, file, { documentKeys: {}, documents: {} });
		expect(scorer.keyReview({ task: spareTask, key: built, points: 2, documents: {} }).spare).toEqual([
			{ letter: 'E', text: 'Article 9', why: 'It is about arrest.' },
		]);
	});

	it('names a faulty key', () => {
		expect(lint(task, keyFile)).toEqual([]);
		expect(lint(task, { ...keyFile, pairs: { ...keyFile.pairs, dignity: 'article-1' } })).toEqual([
			'its key matches “dignity” with “article-1”, which is not there',
			'its key does not say why “preamble” matches nothing',
		]);
		expect(lint(task, { ...keyFile, spare: { preamble: 'It matches nothing.' } })).toEqual([
			'its key calls “preamble” spare, but it is not there or it matches something',
		]);
		const { life: _, ...why } = keyFile.why;
		expect(lint(task, { ...keyFile, why })).toEqual(['its key gives no reason for “life”']);
	});

	it('has no field that it does not know, and letters enough', () => {
		expect(safeParse(kind.taskSchema, task).success).toBe(true);
		expect(safeParse(kind.taskSchema, { ...task, hint: 'A' }).success).toBe(false);
		const many = Array.from({ length: 27 }, (_, index) => ({ id: `right-${index}`, text: 'More' }));
		expect(safeParse(kind.taskSchema, { ...task, right: many }).success).toBe(false);
	});
});
