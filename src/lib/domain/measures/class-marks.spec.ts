import { describe, expect, it } from 'vitest';
import type { KeySpan } from '../lessons/document-key.ts';
import type { Category, Tier } from '../marking/categories.ts';
import { poolSeen, readMarks, tallyPassage, type MarkedText } from './class-marks.ts';

const span = (start: number, end: number, category: Category, tier: Tier = 'core'): KeySpan => ({
	id: `${category}-${start}`,
	start,
	end,
	quote: '',
	category,
	technique: [],
	tier,
	why: '',
	evidence: [],
});
const mark = (start: number, end: number, category: Category) => ({ start, end, category });

const text: MarkedText = {
	spans: [span(0, 10, 'loaded'), span(20, 60, 'claim'), span(70, 80, 'authority', 'acceptable')],
	lures: [{ start: 100, end: 110, quote: '', looksLike: 'loaded', why: '' }],
	points: 10,
	asked: [],
};
const read = (...marks: ReturnType<typeof mark>[]) => readMarks(text, { marks, nothingToMark: false });

describe('marks held against the key', () => {
	it('find a passage, name it otherwise or miss it', () => {
		const { outcomes, credits, extras, net } = read(mark(0, 10, 'claim'), mark(20, 60, 'claim'));
		expect(outcomes).toEqual(['other name', 'found', 'missed']);
		expect(credits).toEqual([0.5, 1, 0]);
		expect(extras).toEqual([]);
		expect(net).toBe(1.5);
	});

	it('see a lure that was marked, and the extra that it is', () => {
		const { luresMarked, extras, net } = read(mark(100, 110, 'loaded'), mark(70, 80, 'authority'));
		expect(luresMarked).toEqual([true]);
		expect(extras).toMatchObject([{ start: 100, category: 'loaded' }]);
		expect(net).toBe(-0.25);
	});

	it('keep every mark for the map, those of one category that overlap as one', () => {
		const { marks } = read(
			mark(0, 10, 'loaded'),
			mark(8, 14, 'loaded'),
			mark(70, 80, 'authority'),
			mark(21, 24, 'claim'),
		);
		expect(marks).toHaveLength(3);
		expect(marks).toContainEqual(expect.objectContaining({ start: 0, end: 14 }));
	});
});

describe('a class', () => {
	const students = [
		read(mark(0, 10, 'loaded'), mark(20, 60, 'claim')),
		read(mark(0, 10, 'claim'), mark(100, 110, 'loaded')),
		read(),
	];

	it('is counted by passage', () => {
		expect(tallyPassage(0, students)).toEqual({ found: 1, missed: 1, otherName: 1 });
		expect(tallyPassage(1, students)).toEqual({ found: 1, missed: 2, otherName: 0 });
	});

	it('is pooled over students for the discrimination report; free passages do not count', () => {
		expect(poolSeen(text, students)).toEqual({ found: 2, core: 6, luresMarked: 1, lures: 3 });
	});
});
