import { describe, expect, test } from 'vitest';
import { usualRules, whatIsOver, whatIsWrong, type AssignmentRules } from './assignment-rules.ts';

const problemOf = (change: Partial<AssignmentRules>) => whatIsWrong({ ...usualRules, ...change })?.field ?? null;

test('the usual rules go together', () => {
	expect(whatIsWrong(usualRules)).toBeNull();
	expect(problemOf({ openAt: 10, dueAt: 20, closeAt: 30 })).toBeNull();
	expect(problemOf({ dueAt: 20, closeAt: 20 })).toBeNull();
});

describe('dates out of order are said at the field that comes too early', () => {
	test.each([
		[{ openAt: 20, dueAt: 20 }, 'dueAt'],
		[{ openAt: 20, closeAt: 10 }, 'closeAt'],
		[{ dueAt: 20, closeAt: 10 }, 'closeAt'],
		[{ dueAt: 20, feedbackRule: 'date', feedbackAt: 10 }, 'feedbackAt'],
		[{ openAt: 20, feedbackRule: 'date', feedbackAt: 20 }, 'feedbackAt'],
	] as const)('%o', (change, field) => {
		expect(problemOf(change)).toBe(field);
	});
});

describe('what a rule needs is asked for', () => {
	test.each([
		[{ feedbackRule: 'due' }, 'dueAt'],
		[{ lateRule: 'per-day' }, 'dueAt'],
		[{ lateRule: 'closed' }, 'dueAt'],
		[{ feedbackRule: 'date' }, 'feedbackAt'],
		[{ dueAt: 10, closeAt: 20, lateRule: 'closed' }, 'closeAt'],
		[{ attemptsAllowed: 0 }, 'attemptsAllowed'],
		[{ attemptsAllowed: 1.5 }, 'attemptsAllowed'],
		[{ attemptsAllowed: Number.NaN }, 'attemptsAllowed'],
		[{ dueAt: 10, lateRule: 'per-day', latePercentPerDay: 0 }, 'latePercentPerDay'],
		[{ dueAt: 10, lateRule: 'per-day', latePercentPerDay: 101 }, 'latePercentPerDay'],
	] as const)('%o', (change, field) => {
		expect(problemOf(change)).toBe(field);
	});

	test('any number of attempts is a number', () => {
		expect(problemOf({ attemptsAllowed: null })).toBeNull();
	});
});

test('new work has no date that is over, but may be open already', () => {
	expect(whatIsOver({ ...usualRules, openAt: 5 }, 10)).toBeNull();
	expect(whatIsOver({ ...usualRules, dueAt: 5 }, 10)?.field).toBe('dueAt');
	expect(whatIsOver({ ...usualRules, closeAt: 5 }, 10)?.field).toBe('closeAt');
});
