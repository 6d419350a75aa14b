import { describe, expect, it } from 'vitest';
import { kind } from './kind.ts';
import { scorer } from './scorer.server.ts';

const key = { model: 'The council met.', checklist: ['Is it short?'] };
const input = { task: { words: 40 }, key, answer: { text: 'Mine' }, points: 4, documents: {} };

describe('a short answer', () => {
	it('is graded by a teacher: the machine gives no points', () => {
		expect(scorer.score(input)).toEqual({ earned: 0, possible: 400, needsTeacher: true, detail: null });
	});

	it('never waits for a person: model and checklist come with the feedback', () => {
		expect(scorer.review(input, scorer.score(input))).toMatchObject({
			models: [{ title: 'One good answer', text: 'The council met.' }],
			checklist: ['Is it short?'],
			rubric: [],
		});
	});

	it('is missing when it is empty, and is not cut at the number of words shown', () => {
		expect(kind.missing(input.task, { text: ' \n' })).toEqual(['Write an answer.']);
		expect(kind.missing(input.task, { text: 'word '.repeat(60) })).toEqual([]);
	});

	it('warns an author whose rubric does not add up to the points', () => {
		const levels = [0, 2].map((points) => ({ points, text: 'x' }));
		const rubric = [{ criterion: 'c', levels }];
		const lint = (points: number) =>
			scorer.lint({ task: {}, key: { ...key, rubric }, points, documents: {}, library: new Map() });
		expect(lint(2)).toEqual([]);
		expect(lint(4)[0]).toMatchObject({ level: 'warning' });
	});
});
