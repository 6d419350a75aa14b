import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, pool, sentenceOf } from '../../../../tests/study/readers.ts';
import { techniques } from '../marking/categories.ts';
import { isSound, trains } from './pool.ts';
import { lintPool } from './pool-lint.ts';
import { categoryOf, everyTechnique } from './readings.ts';
import { seeded, shuffled } from './seeded.ts';

describe('the pool', () => {
	test('cuts off three sentences for each glossary page, one or two with the technique, and asks none of them', () => {
		for (const technique of everyTechnique) {
			const tries = cut.tries.get(technique) ?? [];
			expect(tries).toHaveLength(3);
			const hits = tries.filter((each) => !isSound(each));
			expect(hits.length === 1 || hits.length === 2).toBe(true);
			expect(hits.every((each) => trains(each) === technique)).toBe(true);
			expect(cut.asked.some(({ id }) => tries.some((each) => each.id === id))).toBe(false);
		}
	});

	test('meets its own needs, and says what is missing', () => {
		expect(lintPool(pool)).toEqual([]);
		const without = new Map([...pool].filter(([id]) => !id.startsWith('sound-quantity')));
		expect(lintPool(without).map(({ message }) => message)).toEqual([expect.stringMatching(/153 of 315 .* half/)]);
		const half = new Map(pool);
		half.delete('quantity-0');
		expect(lintPool(half).some(({ message }) => /“hit-quantity-0” needs two/.test(message))).toBe(true);
		const few = new Map([...pool].slice(0, 20));
		expect(lintPool(few).some(({ message }) => /has 20 sentences; 300/.test(message))).toBe(true);
		const other = new Map(pool);
		other.set('quantity-0', { ...sentenceOf('quantity-0'), techniques: ['event'] });
		expect(lintPool(other).some(({ message }) => /not the same technique/.test(message))).toBe(true);
	});

	test('knows a technique’s category', () => {
		for (const [category, own] of Object.entries(techniques))
			for (const technique of own) expect(categoryOf(technique)).toBe(category);
	});
});

test('the same seed shuffles alike, and nothing is lost', () => {
	fc.assert(
		fc.property(fc.array(fc.integer()), fc.string(), (all, seed) => {
			const once = shuffled(all, seeded(seed));
			expect(shuffled(all, seeded(seed))).toEqual(once);
			expect(once.toSorted((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b));
		}),
	);
});
