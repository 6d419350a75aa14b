import { describe, expect, test } from 'vitest';
import { isLate, ownDueAt } from './exceptions.ts';

const NOON = 1_000;

describe('a student’s own due date', () => {
	test('is that of the class without an exception, and with one that only excuses', () => {
		expect(ownDueAt(NOON, null)).toBe(NOON);
		expect(ownDueAt(NOON, { dueAt: null, excused: true })).toBe(NOON);
		expect(ownDueAt(null, null)).toBeNull();
	});

	test('is the later one, also when the class’s was moved behind it', () => {
		expect(ownDueAt(NOON, { dueAt: NOON + 5, excused: false })).toBe(NOON + 5);
		expect(ownDueAt(NOON + 9, { dueAt: NOON + 5, excused: false })).toBe(NOON + 9);
	});

	test('stands where the class has none', () => {
		expect(ownDueAt(null, { dueAt: NOON, excused: false })).toBe(NOON);
	});
});

test('work is late after the due date, not at it, and never without one', () => {
	expect(isLate(NOON, NOON)).toBe(false);
	expect(isLate(NOON + 1, NOON)).toBe(true);
	expect(isLate(NOON, null)).toBe(false);
});
