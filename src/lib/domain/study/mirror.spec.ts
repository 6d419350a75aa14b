import { describe, expect, test } from 'vitest';
import { pool } from '../../../../tests/study/readers.ts';
import { mirror, PAIRS_NEEDED } from './mirror.ts';

describe('the mirror', () => {
	const pairs = Map.groupBy(
		[...pool.values()].filter(({ pair }) => pair !== null),
		({ pair }) => pair?.id ?? '',
	);
	const seenOf = (count: number, flagged: (index: number, side: 'a' | 'b') => boolean) =>
		mirror(
			pool,
			[...pairs.values()].slice(0, count).flatMap((halves, index) =>
				halves.map(({ id, version, pair }) => ({
					sentence: id,
					version,
					flagged: flagged(index, pair?.side ?? 'a'),
				})),
			),
		);

	test('says nothing with fewer than 24 pairs', () => {
		expect(seenOf(PAIRS_NEEDED - 1, () => true)).toEqual({ pairs: 23, needed: 24, seen: null });
	});

	test('says the same whichever side it is, and never names one', () => {
		const one = seenOf(30, (index, side) => index > 9 || side === 'a');
		const other = seenOf(30, (index, side) => index > 9 || side === 'b');
		expect(one).toEqual(other);
		expect(one.seen).toMatchObject({ alike: 20, onlyOne: 10, onlyOther: 0, isLean: true });
		expect(JSON.stringify(one)).not.toMatch(/"side"|side a|side b|India|Pakistan/);
	});

	test('shows no lean where chance would do as much, and says how sure that is', () => {
		const { seen } = seenOf(30, (index, side) => index > 5 || (index === 0 ? side === 'b' : side === 'a'));
		expect(seen).toMatchObject({ alike: 24, onlyOne: 5, onlyOther: 1, isLean: false });
		expect(seen?.words.join(' ')).toMatch(/about 22 times in a hundred/);
	});

	test.each([
		[5, 5, 'every time: no split is more even.'],
		[5, 4, 'every time: no split is more even.'],
		[24, 0, 'less than once in a hundred times.'],
		[9, 1, 'about 2 times in a hundred.'],
	])('says in words how often chance splits as unevenly as %i to %i', (onlyOne, onlyOther, words) => {
		const of = onlyOne + onlyOther;
		const { seen } = seenOf(30, (index, side) => index >= of || (side === 'a') === index < onlyOne);
		expect(seen).toMatchObject({ onlyOne, onlyOther });
		expect(seen?.words[1]).toBe(`Somebody who reads both alike would see a split this uneven, or more so, ${words}`);
	});

	test('leaves out an answer to another version of a sentence', () => {
		const answers = [...pairs.values()].flat().map(({ id }) => ({ sentence: id, version: 'old', flagged: true }));
		expect(mirror(pool, answers).pairs).toBe(0);
	});
});
