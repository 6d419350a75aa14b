import { describe, expect, it } from 'vitest';
import type { Mark } from '../../domain/marking/mark.ts';
import type { Span } from '../../domain/spans/span.ts';
import { addMark, markBeside, marksAt, renameMark, resizeMark, setNote, setTechnique } from './edit-marks.ts';

const text = 'abcdefghijklmnopqrstuvwxyz'.repeat(4);
const quoteOf = ({ start, end }: Span) => text.slice(start, end);
const mark = (start: number, end: number, more: Partial<Mark> = {}): Mark => ({
	start,
	end,
	category: 'loaded',
	quote: quoteOf({ start, end }),
	...more,
});

describe('a new mark', () => {
	it('stands in reading order among the others', () => {
		const { marks, index, merged } = addMark([mark(20, 30)], { start: 0, end: 5 }, 'claim', quoteOf);
		expect(marks).toEqual([mark(0, 5, { category: 'claim' }), mark(20, 30)]);
		expect({ index, merged }).toEqual({ index: 0, merged: 0 });
	});

	it('across marks of its category becomes one with them', () => {
		const before = [mark(0, 10), mark(20, 30), mark(22, 25, { category: 'claim' })];
		const { marks, merged } = addMark(before, { start: 8, end: 21 }, 'loaded', quoteOf);
		expect(marks).toEqual([mark(0, 30), mark(22, 25, { category: 'claim' })]);
		expect(merged).toBe(2);
	});

	it('that only touches another stays apart from it', () => {
		expect(addMark([mark(0, 10)], { start: 10, end: 20 }, 'loaded', quoteOf).marks).toHaveLength(2);
	});

	it('loses no note and keeps the technique of the longest mark that has one', () => {
		const before = [
			mark(0, 4, { technique: 'euphemism', note: 'soft' }),
			mark(10, 30, { technique: 'name-calling', note: 'rude' }),
		];
		const { marks } = addMark(before, { start: 2, end: 12 }, 'loaded', quoteOf);
		expect(marks).toEqual([mark(0, 30, { technique: 'name-calling', note: 'rude\nsoft' })]);
	});
});

describe('a mark that is changed', () => {
	it('loses its technique with its name, and keeps its note', () => {
		const before = [mark(0, 10, { technique: 'euphemism', note: 'why?' })];
		expect(renameMark(before, 0, 'claim', quoteOf).marks).toEqual([mark(0, 10, { category: 'claim', note: 'why?' })]);
	});

	it('is joined when it is widened into its neighbour', () => {
		expect(resizeMark([mark(0, 10), mark(20, 30)], 0, { start: 0, end: 21 }, quoteOf).marks).toEqual([mark(0, 30)]);
	});

	it('takes a technique and a note, and lets go of them', () => {
		const answered = setNote(setTechnique([mark(0, 10)], 0, 'euphemism'), 0, 'soft');
		expect(answered).toEqual([mark(0, 10, { technique: 'euphemism', note: 'soft' })]);
		expect(setNote(setTechnique(answered, 0, null), 0, ' ')).toEqual([mark(0, 10)]);
	});
});

describe('finding marks', () => {
	const marks = [mark(0, 30), mark(5, 9, { category: 'claim' }), mark(40, 50)];

	it('at a place gives the shortest first', () => {
		expect(marksAt(marks, 6)).toEqual([1, 0]);
		expect(marksAt(marks, 30)).toEqual([]);
	});

	it('goes on to the next and round the end', () => {
		expect(markBeside(marks, null, 35, 1)).toBe(2);
		expect(markBeside(marks, null, 35, -1)).toBe(1);
		expect(markBeside(marks, 2, 40, 1)).toBe(0);
		expect(markBeside([], null, 0, 1)).toBeNull();
	});
});
