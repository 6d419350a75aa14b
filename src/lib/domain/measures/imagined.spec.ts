import { describe, expect, it } from 'vitest';
import type { Category } from '../marking/categories.ts';
import { imaginedPassages } from './imagined.ts';

const mark = (start: number, end: number, category: Category = 'loaded') => ({ start, end, category });

describe('what a class imagined', () => {
	it('is one passage where the marks are nearly the same', () => {
		// Dice of [10,20) and [10,22) is 20/22; of [10,20) and [10,26) it is 20/26, below 0.8.
		expect(imaginedPassages([[mark(10, 20)], [mark(10, 20)], [mark(10, 22)], [mark(10, 26)]])).toEqual([
			{ ...mark(10, 20), count: 3 },
			{ ...mark(10, 26), count: 1 },
		]);
	});

	it('is told apart by category', () => {
		expect(imaginedPassages([[mark(0, 9)], [mark(0, 9, 'claim')]])).toHaveLength(2);
	});

	it('counts a person once', () => {
		expect(imaginedPassages([[mark(0, 10), mark(0, 11)]])).toEqual([{ ...mark(0, 10), count: 1 }]);
	});

	it('shows the most frequent first, and where they are as frequent the earlier', () => {
		const places = imaginedPassages([[mark(50, 60), mark(0, 5)], [mark(50, 60)], [mark(20, 30)]]).map(
			({ start }) => start,
		);
		expect(places).toEqual([50, 0, 20]);
	});

	it('is nothing where nobody marked too much', () => {
		expect(imaginedPassages([[], []])).toEqual([]);
	});
});
