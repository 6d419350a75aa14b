import { describe, expect, test } from 'vitest';
import {
	keepsPracticeClosed,
	mayHaveFeedback,
	PRACTICE_OPENS_AGAIN_MS,
	whyNoFeedbackYet,
	type AssignedWork,
} from './feedback-rule.ts';

const work = (change: Partial<AssignedWork>): AssignedWork => ({
	rule: 'hand-in',
	dueAt: 1000,
	feedbackAt: null,
	handedInAt: null,
	late: false,
	returnedAt: null,
	...change,
});

describe('feedback on assigned work', () => {
	test.each(['hand-in', 'due', 'returned'] as const)('never comes before hand-in (%s)', (rule) => {
		expect(mayHaveFeedback(work({ rule }), 5000)).toBe(false);
		expect(whyNoFeedbackYet(work({ rule }))).toContain('after you hand in');
	});

	test('comes at hand-in where the teacher chose so', () => {
		expect(mayHaveFeedback(work({ rule: 'hand-in', handedInAt: 500 }), 500)).toBe(true);
	});

	test('waits for the due date where the teacher chose so, for everyone alike', () => {
		expect(mayHaveFeedback(work({ rule: 'due', handedInAt: 500 }), 999)).toBe(false);
		expect(mayHaveFeedback(work({ rule: 'due', handedInAt: 500 }), 1000)).toBe(true);
	});

	test('comes at once to a late hand-in under the due-date rule', () => {
		expect(mayHaveFeedback(work({ rule: 'due', handedInAt: 1500, late: true }), 1500)).toBe(true);
	});

	test('waits until the work is returned where the teacher chose so, however late', () => {
		expect(mayHaveFeedback(work({ rule: 'returned', handedInAt: 1500, late: true }), 9000)).toBe(false);
		expect(mayHaveFeedback(work({ rule: 'returned', handedInAt: 500, returnedAt: 700 }), 700)).toBe(true);
	});

	test('comes with returned work under every rule', () => {
		expect(mayHaveFeedback(work({ rule: 'due', handedInAt: 500, returnedAt: 600 }), 600)).toBe(true);
	});
});

describe('a lesson closed to practice', () => {
	const closing = {
		rule: 'due',
		dueAt: 1000,
		feedbackAt: null,
		assignedAt: 0,
		practiceClosed: true,
		workStillOut: true,
	} as const;

	test('opens again at the due date', () => {
		expect(keepsPracticeClosed(closing, 999)).toBe(true);
		expect(keepsPracticeClosed(closing, 1000)).toBe(false);
	});

	test('stays closed while work waits to be returned, where feedback waits for that', () => {
		expect(keepsPracticeClosed({ ...closing, rule: 'returned' }, 2000)).toBe(true);
		expect(keepsPracticeClosed({ ...closing, rule: 'returned', workStillOut: false }, 2000)).toBe(false);
	});

	test('without a due date opens when everyone has handed in', () => {
		const open = { ...closing, rule: 'hand-in', dueAt: null } as const;
		expect(keepsPracticeClosed(open, 0)).toBe(true);
		expect(keepsPracticeClosed({ ...open, workStillOut: false }, 0)).toBe(false);
	});

	test('opens at the latest a fortnight after the due date, whoever is absent', () => {
		const returned = { ...closing, rule: 'returned' } as const;
		expect(keepsPracticeClosed(returned, 1000 + PRACTICE_OPENS_AGAIN_MS - 1)).toBe(true);
		expect(keepsPracticeClosed(returned, 1000 + PRACTICE_OPENS_AGAIN_MS)).toBe(false);
		const undated = { ...returned, dueAt: null, assignedAt: 500 } as const;
		expect(keepsPracticeClosed(undated, 500 + PRACTICE_OPENS_AGAIN_MS)).toBe(false);
	});

	test('is not closed at all unless the teacher said so', () => {
		expect(keepsPracticeClosed({ ...closing, practiceClosed: false }, 0)).toBe(false);
	});
});
