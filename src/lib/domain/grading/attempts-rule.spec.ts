import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptThatCounts, countsAttemptRules, mayStartAnother, type HandedInAttempt } from './attempts-rule.ts';

const attempt = (number: number, earned: number, handedInAt: number | null = number): HandedInAttempt => ({
	number,
	earned,
	handedInAt,
});

const attempts = fc
	.array(fc.record({ earned: fc.integer({ min: 0, max: 20 }), isIn: fc.boolean() }), { minLength: 1, maxLength: 6 })
	.map((all) => all.map(({ earned, isIn }, index) => attempt(index + 1, isIn ? earned : 0, isIn ? index : null)));
const rule = fc.constantFrom(...countsAttemptRules);

describe('of several attempts counts', () => {
	const three = [attempt(1, 12), attempt(2, 17), attempt(3, 15)];

	test('the best, the latest or the first, as the teacher chose', () => {
		expect(attemptThatCounts(three, 'best')).toBe(2);
		expect(attemptThatCounts(three, 'latest')).toBe(3);
		expect(attemptThatCounts(three, 'first')).toBe(1);
	});

	test('of two equally good ones the earlier', () => {
		expect(attemptThatCounts([attempt(1, 17), attempt(2, 17)], 'best')).toBe(1);
	});

	test('none that is still open, while another is in', () => {
		expect(attemptThatCounts([attempt(1, 5), attempt(2, 0, null)], 'latest')).toBe(1);
	});

	test('always exactly one of those that there are, handed in where one is, whatever their order', () => {
		fc.assert(
			fc.property(attempts, rule, (all, each) => {
				const counting = attemptThatCounts(all, each);
				const found = all.find(({ number }) => number === counting);
				expect(found).toBeDefined();
				if (all.some(({ handedInAt }) => handedInAt !== null)) expect(found?.handedInAt).not.toBeNull();
				expect(attemptThatCounts(all.toReversed(), each)).toBe(counting);
			}),
		);
	});

	test('with the best one, never less than any other has', () => {
		fc.assert(
			fc.property(attempts, (all) => {
				const best = all.find(({ number }) => number === attemptThatCounts(all, 'best'));
				for (const { earned } of all) expect(best?.earned).toBeGreaterThanOrEqual(earned);
			}),
		);
	});
});

describe('another attempt', () => {
	const isOpen = { closed: false, allowed: 2 };

	test('may begin when the last one is in and the number allows it', () => {
		expect(mayStartAnother([attempt(1, 0)], isOpen)).toBe(true);
		expect(mayStartAnother([attempt(1, 0), attempt(2, 0)], isOpen)).toBe(false);
		expect(mayStartAnother([attempt(1, 0), attempt(2, 0)], { closed: false, allowed: null })).toBe(true);
	});

	test('may not begin while one is open, before the first, or when nothing is taken in any more', () => {
		expect(mayStartAnother([attempt(1, 0, null)], isOpen)).toBe(false);
		expect(mayStartAnother([], isOpen)).toBe(false);
		expect(mayStartAnother([attempt(1, 0)], { closed: true, allowed: null })).toBe(false);
	});
});
