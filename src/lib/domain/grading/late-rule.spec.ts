import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterLateRule, daysLate, lateTerms, lateTermsInWords } from './late-rule.ts';

const DAY = 24 * 60 * 60 * 1000;
const DUE = Date.UTC(2026, 10, 22, 16);

const points = fc.integer({ min: 0, max: 100_000 });
const terms = fc.record({ days: fc.integer({ min: 0, max: 400 }), percentPerDay: fc.integer({ min: 1, max: 100 }) });

describe('days late', () => {
	test('are those begun: none at the due date, one a moment after it, two a moment after a whole day', () => {
		expect(daysLate(DUE - DAY, DUE)).toBe(0);
		expect(daysLate(DUE, DUE)).toBe(0);
		expect(daysLate(DUE + 1, DUE)).toBe(1);
		expect(daysLate(DUE + DAY, DUE)).toBe(1);
		expect(daysLate(DUE + DAY + 1, DUE)).toBe(2);
	});

	test('do not come where there is no due date', () => {
		expect(daysLate(DUE, null)).toBe(0);
	});
});

describe('what late work loses', () => {
	test('is nothing unless the rule takes a share for each day', () => {
		for (const lateRule of ['none', 'closed'] as const) {
			expect(lateTerms({ lateRule, latePercentPerDay: 10 }, DUE + DAY, DUE)).toBeNull();
		}
		const perDay = { lateRule: 'per-day', latePercentPerDay: 10 } as const;
		expect(lateTerms(perDay, DUE, DUE)).toBeNull();
		expect(lateTerms(perDay, null, DUE)).toBeNull();
		expect(lateTerms(perDay, DUE + 1, DUE)).toEqual({ days: 1, percentPerDay: 10 });
	});

	test('is a share of what was earned, to the hundredth, and half a hundredth stays with the student', () => {
		expect(afterLateRule(1700, { days: 2, percentPerDay: 10 })).toBe(1360);
		expect(afterLateRule(5, { days: 1, percentPerDay: 50 })).toBe(3);
		expect(afterLateRule(1001, { days: 1, percentPerDay: 25 })).toBe(751);
	});

	test('is never more than everything, and never a gain', () => {
		fc.assert(
			fc.property(points, terms, (earned, each) => {
				const remains = afterLateRule(earned, each);
				expect(remains).toBeGreaterThanOrEqual(0);
				expect(remains).toBeLessThanOrEqual(earned);
				expect(Number.isInteger(remains)).toBe(true);
				if (each.days * each.percentPerDay >= 100) expect(remains).toBe(0);
				if (each.days === 0) expect(remains).toBe(earned);
			}),
		);
	});

	test('grows with each day, and never turns the order of two results round', () => {
		fc.assert(
			fc.property(points, points, terms, (one, other, each) => {
				const nextDay = { ...each, days: each.days + 1 };
				expect(afterLateRule(one, nextDay)).toBeLessThanOrEqual(afterLateRule(one, each));
				if (one <= other) expect(afterLateRule(one, each)).toBeLessThanOrEqual(afterLateRule(other, each));
			}),
		);
	});

	test('differs from the exact share by half a hundredth at most', () => {
		fc.assert(
			fc.property(points, terms, (earned, each) => {
				const exact = (earned * Math.max(0, 100 - each.days * each.percentPerDay)) / 100;
				const difference = afterLateRule(earned, each) - exact;
				expect(difference).toBeGreaterThan(-0.5);
				expect(difference).toBeLessThanOrEqual(0.5);
			}),
		);
	});
});

test('one day, two days', () => {
	expect(lateTermsInWords({ days: 1, percentPerDay: 5 })).toBe('1 day late, 5% a day');
	expect(lateTermsInWords({ days: 3, percentPerDay: 5 })).toBe('3 days late, 5% a day');
});
