import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import { loadKinds } from './load-kinds.ts';
import { kinds, parseAnswer } from './kinds.ts';
import { scorers } from './scorers.server.ts';

const loaded = await loadKinds();

describe('the kinds of exercise', () => {
	it('are the same for the app, which globs, and for the command line, which lists the folder', () => {
		expect([...loaded.kinds.keys()].sort()).toEqual([...kinds.keys()].sort());
		expect([...loaded.scorers.keys()].sort()).toEqual([...scorers.keys()].sort());
		expect([...scorers.keys()].sort()).toEqual([...kinds.keys()].sort());
		expect(kinds.size).toBeGreaterThanOrEqual(4);
	});

	it.each([...kinds.values()])('$id: an empty answer has the right shape', (kind) => {
		expect(safeParse(kind.answerSchema, kind.emptyAnswer()).success).toBe(true);
	});

	it.each([...kinds.values()])('$id: an answer with a field of its own is refused', (kind) => {
		const given = { ...(kind.emptyAnswer() as object), score: 10 };
		expect(safeParse(kind.answerSchema, given).success).toBe(false);
	});

	it('say in words why an answer is none', () => {
		expect(parseAnswer('short-answer', { text: 'a'.repeat(5001) })).toEqual({
			problem: 'The answer is longer than 5,000 characters. Please shorten it.',
		});
		expect(parseAnswer('short-answer', { text: 'a' })).toEqual({ answer: { text: 'a' }, problem: null });
		expect(() => parseAnswer('dance', {})).toThrow('There is no kind of exercise called dance.');
	});
});
