import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discrimination } from './discrimination.ts';
import { joinPairs, overTime } from './over-time.ts';
import { addSeen, NOTHING_SEEN, type Seen } from './seen.ts';

const seen = (found: number, core: number, luresMarked: number, lures: number): Seen => ({
	found,
	core,
	luresMarked,
	lures,
});

describe('reading over time', () => {
	it('says what was found and left alone at each step', () => {
		const { steps } = overTime([seen(3, 8, 2, 5), null, seen(6, 8, 1, 5)]);
		expect(steps.map(({ here }) => here)).toEqual([
			{ found: 3, core: 8, luresLeft: 3, lures: 5 },
			null,
			{ found: 6, core: 8, luresLeft: 4, lures: 5 },
		]);
	});

	it('says d′ only once 20 passages to find and 20 sound ones are pooled, over all steps so far', () => {
		const { steps } = overTime([seen(8, 12, 3, 12), seen(8, 12, 3, 7), seen(8, 12, 3, 1), null]);
		expect(steps.map(({ soFar }) => soFar !== null)).toEqual([false, false, true, false]);
		expect(steps[2]?.soFar).toEqual(discrimination(seen(24, 36, 9, 20)).sensitivity);
	});

	it('ends with the pool of everything', () => {
		const one = fc
			.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20))
			.map(([found, more, marked, left]) => seen(found, found + more, marked, marked + left));
		fc.assert(
			fc.property(fc.array(fc.option(one)), (all) => {
				const pool = all.reduce<Seen>((sum, each) => (each ? addSeen(sum, each) : sum), NOTHING_SEEN);
				const { steps, total } = overTime(all);
				expect(total).toEqual(discrimination(pool));
				expect(steps).toHaveLength(all.length);
			}),
		);
	});
});

describe('the two halves of a pair', () => {
	const partnerOf = (lesson: string) => ({ left: 'right', right: 'left' })[lesson] ?? null;
	const names = (lessons: string[]) =>
		joinPairs(
			lessons.map((lesson) => ({ lesson })),
			partnerOf,
		).map((group) => group.map(({ lesson }) => lesson));

	it('are one step, wherever in the order they stand', () => {
		expect(names(['one', 'left', 'two', 'right'])).toEqual([['one'], ['left', 'right'], ['two']]);
	});

	it('given twice are two steps', () => {
		expect(names(['left', 'right', 'right', 'left'])).toEqual([
			['left', 'right'],
			['right', 'left'],
		]);
	});

	it('stand alone while the other was not given', () => {
		expect(names(['left', 'left'])).toEqual([['left'], ['left']]);
	});
});
