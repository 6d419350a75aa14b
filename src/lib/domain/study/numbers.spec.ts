import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { START } from '../../../../tests/study/readers.ts';
import { calibration } from './calibration.ts';
import { binomialAtMost, exactInterval, signTest, wilson } from './interval.ts';
import { whatIsKnown } from './know.ts';
import { confidences } from './readings.ts';

describe('numbers one can believe', () => {
	test('Wilson holds the share and stays inside 0 to 1; known values', () => {
		fc.assert(
			fc.property(fc.nat(500), fc.nat(500), (a, b) => {
				const [count, of] = [Math.min(a, b), Math.max(a, b, 1)];
				const { low, high } = wilson(count, of) ?? { low: 1, high: 0 };
				return low >= 0 && high <= 1 && low <= count / of + 1e-12 && count / of <= high + 1e-12;
			}),
		);
		expect(wilson(0, 0)).toBeNull();
		expect(wilson(8, 10)?.low).toBeCloseTo(0.4902, 4);
		expect(wilson(8, 10)?.high).toBeCloseTo(0.9433, 4);
	});

	test('the exact interval and the sign test have the values of the tables', () => {
		expect(exactInterval(5, 6)?.low).toBeCloseTo(0.3588, 4);
		expect(exactInterval(5, 6)?.high).toBeCloseTo(0.9958, 4);
		expect(exactInterval(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.3085, 4) as number });
		expect(signTest(8, 1)).toBeCloseTo(0.0391, 4);
		expect(signTest(5, 1)).toBeCloseTo(0.21875, 5);
		expect(signTest(3, 3)).toBe(1);
		expect(binomialAtMost(2, 4, 0.5)).toBeCloseTo(0.6875, 6);
	});

	test('calibration says what was said, what was so, and by how much they differ', () => {
		const answers = [
			...Array.from({ length: 10 }, (_, index) => ({ confidence: 'sure' as const, isRight: index < 5 })),
			...Array.from({ length: 4 }, () => ({ confidence: null, isRight: true })),
		];
		const { levels, overall } = calibration(answers);
		expect(levels.map(({ answers: count, right }) => [count, right])).toEqual([
			[0, 0],
			[0, 0],
			[10, 5],
		]);
		expect(overall).toMatchObject({ answers: 10, gap: expect.closeTo(0.45, 6) as number });
		expect(overall?.brier).toBeCloseTo((5 * 0.05 ** 2 + 5 * 0.95 ** 2) / 10, 6);
		expect(levels.map(({ confidence }) => confidence)).toEqual([...confidences]);
		expect(calibration([]).overall).toBeNull();
	});

	test('d’ appears with twenty and twenty, and sentences and lessons are counted together', () => {
		const hit = { technique: 'event' as const, isCategoryRight: true, isRight: false, flagged: true, confidence: null };
		const left = {
			technique: 'sound' as const,
			isCategoryRight: true,
			isRight: true,
			flagged: false,
			confidence: null,
		};
		const tries = [...Array.from({ length: 15 }, () => hit), ...Array.from({ length: 19 }, () => left)];
		const passages = Array.from({ length: 6 }, (_, index) => ({ technique: 'event' as const, found: index < 3 }));
		const few = whatIsKnown(tries, { passages, lures: [] }, new Map(), START);
		expect(few.seen).toMatchObject({ found: 18, core: 21, luresLeft: 19, lures: 19, sensitivity: null });
		expect(few.techniques.find(({ technique }) => technique === 'event')).toMatchObject({
			tries: 21,
			found: 18,
			inLessons: 6,
		});
		const enough = whatIsKnown(tries, { passages, lures: [{ marked: true }] }, new Map(), START);
		expect(enough.seen.sensitivity?.dPrime).toBeGreaterThan(2);
	});
});
