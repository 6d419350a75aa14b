import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories } from '../marking/categories.ts';
import type { ScoredMark } from '../marking/rule.ts';
import { classText, countsInWords, FEWEST_CLASSMATES } from './class-layer.ts';

const loaded = (start: number, end: number): ScoredMark => ({ start, end, category: 'loaded' });
const nobody = (count: number): ScoredMark[][] => Array.from({ length: count }, () => []);

describe('the marks of a class', () => {
	it('are not shown while fewer than five classmates have handed in', () => {
		expect(classText(nobody(FEWEST_CLASSMATES - 1).map(() => [loaded(0, 5)]))).toBeNull();
		expect(classText(nobody(FEWEST_CLASSMATES).map(() => [loaded(0, 5)]))?.people).toBe(5);
	});

	it('are counted for each stretch, and said in words', () => {
		const text = classText([
			[loaded(0, 10)],
			[loaded(5, 15)],
			[loaded(5, 10), { start: 5, end: 10, category: 'claim' }],
			[{ start: 5, end: 10, category: 'claim' }],
			[],
		]);
		expect(text?.stretches).toEqual([
			{
				start: 5,
				end: 10,
				counts: [
					{ category: 'loaded', count: 3 },
					{ category: 'claim', count: 2 },
				],
			},
		]);
		const said = countsInWords({ counts: text?.stretches[0]?.counts ?? [] }, 5);
		expect(said).toBe('3 of 5 marked this as loaded, 2 as a claim');
	});

	it('join what touches into one passage, as strong as its strongest part', () => {
		const marks = [[loaded(0, 20)], [loaded(0, 20)], [loaded(8, 12)], [loaded(30, 40)], [loaded(30, 40)]];
		expect(classText(marks)?.passages).toEqual([
			{ start: 0, end: 20, count: 3, category: 'loaded' },
			{ start: 30, end: 40, count: 2, category: 'loaded' },
		]);
	});

	const mark = fc
		.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.constantFrom(...categories))
		.map(([start, length, category]): ScoredMark => ({ start, end: start + length, category }));

	it('never show what one person alone marked, and never count a person twice', () => {
		fc.assert(
			fc.property(fc.array(fc.array(mark, { maxLength: 6 }), { minLength: 5, maxLength: 9 }), (people) => {
				for (const { start, end, counts } of classText(people)?.stretches ?? []) {
					for (const { category, count } of counts) {
						const who = people.filter((marks) =>
							marks.some((each) => each.category === category && each.start <= start && end <= each.end),
						);
						expect(count).toBeGreaterThanOrEqual(2);
						expect(count).toBeLessThanOrEqual(people.length);
						expect(count).toBeGreaterThanOrEqual(who.length);
					}
				}
			}),
		);
	});
});
