import { describe, expect, it } from 'vitest';
import { analyseItem, chanceOfDiscrimination, correlation } from './item-analysis.ts';

describe('correlation', () => {
	it('is that of Anscombe’s first set, 0.816', () => {
		const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
		const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
		expect(correlation(x.map((value, index) => [value, y[index] ?? 0]))).toBeCloseTo(0.81642, 5);
	});

	it('of a found-or-missed item is the point-biserial: (M1 − M0) / s · √(pq)', () => {
		const found = [9, 8, 7, 6, 9];
		const missed = [5, 4, 6, 3];
		const all = [...found, ...missed];
		const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
		const deviation = Math.sqrt(mean(all.map((value) => (value - mean(all)) ** 2)));
		const p = found.length / all.length;
		const pointBiserial = ((mean(found) - mean(missed)) / deviation) * Math.sqrt(p * (1 - p));
		const pairs = [...found.map((rest) => [1, rest] as const), ...missed.map((rest) => [0, rest] as const)];
		expect(correlation(pairs)).toBeCloseTo(pointBiserial, 12);
	});

	it('is not there where one side does not vary', () => {
		expect(correlation([[1, 3], [1, 5]])).toBeNull(); // prettier-ignore
		expect(correlation([[0.1 + 0.2, 1], [0.3, 2]])).toBeNull(); // prettier-ignore
	});
});

describe('an item', () => {
	const people = (items: number[], rests: number[]) => items.map((item, index) => ({ item, rest: rests[index] ?? 0 }));
	const rests = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

	it('that the better half found tells apart', () => {
		const analysis = analyseItem(people([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], rests));
		expect(analysis).toMatchObject({ people: 10, facility: 0.5, verdict: 'tells apart' });
		// Two halves of 1 … 10: (8 − 3) / √8.25 · 0.5
		expect(analysis.discrimination).toBeCloseTo(2.5 / Math.sqrt(8.25), 12);
	});

	it('that the weaker half found has perhaps a wrong key', () => {
		expect(analyseItem(people([1, 1, 1, 1, 1, 0, 0, 0, 0, 0], rests)).verdict).toBe('reversed');
	});

	it('that both halves found alike tells little', () => {
		expect(analyseItem(people([1, 0, 1, 0, 1, 0, 1, 0, 1, 1], rests)).verdict).toBe('tells little');
	});

	it('that everybody found tells nothing, and says so', () => {
		expect(analyseItem(people(rests.map(() => 1), rests))).toMatchObject({ facility: 1, discrimination: null, verdict: 'all alike' }); // prettier-ignore
	});

	it('is not judged from fewer than ten people', () => {
		expect(analyseItem(people([1, 0, 0], [1, 5, 9])).verdict).toBe('too few');
		expect(analyseItem([])).toEqual({ people: 0, facility: null, discrimination: null, verdict: 'too few' });
	});

	it('says what chance alone would do', () => {
		expect(chanceOfDiscrimination(26)).toBeCloseTo(0.2);
		expect(chanceOfDiscrimination(1)).toBeNull();
	});
});
