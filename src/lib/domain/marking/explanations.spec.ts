import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dice } from '../spans/algebra.ts';
import { categories } from './categories.ts';
import { explanationOf, type Explanation } from './explanations.ts';
import type { PlacedMark } from './same-mark.ts';

const TEXT = 'x'.repeat(400);

const place = fc
	.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 }))
	.map(([start, length]) => ({ start, end: start + length }));
const mark: fc.Arbitrary<PlacedMark> = fc
	.tuple(place, fc.constantFrom(...categories))
	.map(([span, category]) => ({ ...span, category }));
const explanations = fc
	.array(fc.tuple(mark, fc.nat(3)), { maxLength: 12 })
	.map((all) => all.map(([placed, createdAt], index) => explain(placed, `e${index}`, createdAt)));

const explain = (placed: PlacedMark, id = 'e', createdAt = 1): Explanation => ({
	...placed,
	id,
	createdAt,
	quote: TEXT.slice(placed.start, placed.end),
});
const loaded = (start: number, end: number): PlacedMark => ({ start, end, category: 'loaded' });

describe('the explanation of a mark', () => {
	it('is one that was written to the same category and shares at least 0.8 with it', () => {
		fc.assert(
			fc.property(mark, explanations, (own, all) => {
				const found = explanationOf(own, all, TEXT);
				const equal = all.filter((one) => one.category === own.category && dice(one, own) >= 0.8);
				expect(found === null).toBe(equal.length === 0);
				if (found) expect(equal).toContain(found);
			}),
		);
	});

	it('is the nearest, and of equally near ones the newest, whatever order they are in', () => {
		fc.assert(
			fc.property(mark, explanations, (own, all) => {
				const found = explanationOf(own, all, TEXT);
				expect(explanationOf(own, all.toReversed(), TEXT)).toBe(found);
				for (const other of found ? all.filter(({ category }) => category === own.category) : []) {
					expect(dice(other, own)).toBeLessThanOrEqual(dice(found!, own));
					if (dice(other, own) === dice(found!, own)) expect(other.createdAt).toBeLessThanOrEqual(found!.createdAt);
				}
			}),
		);
	});

	it('reaches exactly as far as 0.8', () => {
		// 20 and 30 letters, 20 shared: 2 * 20 / 50.
		expect(explanationOf(loaded(0, 30), [explain(loaded(0, 20))], TEXT)).not.toBeNull();
		// 32 and 49 letters, 32 shared: 64 / 81.
		expect(explanationOf(loaded(0, 49), [explain(loaded(0, 32))], TEXT)).toBeNull();
		expect(dice(loaded(0, 49), loaded(0, 32))).toBeCloseTo(0.79, 2);
	});

	it('is not shown where the text has other words at its place', () => {
		const own = loaded(10, 20);
		expect(explanationOf(own, [explain(own)], TEXT)).not.toBeNull();
		expect(explanationOf(own, [{ ...explain(own), quote: 'another txt' }], TEXT)).toBeNull();
		fc.assert(
			fc.property(mark, explanations, (placed, all) => {
				expect(explanationOf(placed, all, 'y'.repeat(TEXT.length))).toBeNull();
			}),
		);
	});
});
