import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dice, distance, merge, overlap } from './algebra.ts';

const span = fc
	.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
	.map(([start, length]) => ({ start, end: start + length }));

describe('spans', () => {
	it('that only touch neither overlap nor merge', () => {
		const touching = [
			{ start: 0, end: 5 },
			{ start: 5, end: 9 },
		] as const;
		expect(overlap(...touching)).toBe(0);
		expect(distance(...touching)).toBe(0);
		expect(merge(touching)).toEqual(touching);
	});

	it('merge into the same spans when merged again, in any order', () => {
		fc.assert(
			fc.property(fc.array(span), (spans) => {
				const once = merge(spans);
				expect(merge(once)).toEqual(once);
				expect(merge(spans.toReversed())).toEqual(once);
			}),
		);
	});

	it('that share a character are covered by one merged span, and merged spans share none', () => {
		fc.assert(
			fc.property(fc.array(span), (spans) => {
				const merged = merge(spans);
				for (const one of spans) expect(merged.some((m) => m.start <= one.start && one.end <= m.end)).toBe(true);
				merged.slice(1).forEach((m, index) => expect(merged[index]?.end).toBeLessThanOrEqual(m.start));
			}),
		);
	});

	it('are as alike as Dice says', () => {
		expect(dice({ start: 0, end: 10 }, { start: 5, end: 15 })).toBe(0.5);
		expect(dice({ start: 0, end: 10 }, { start: 0, end: 10 })).toBe(1);
		expect(dice({ start: 0, end: 10 }, { start: 10, end: 20 })).toBe(0);
	});
});
