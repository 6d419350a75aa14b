import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dice, inReadingOrder, merge } from '../spans/algebra.ts';
import { agreement, heatOf, heatParagraphs, heatStep } from './heat-map.ts';

const span = (start: number, end: number) => ({ start, end });

describe('a heat map', () => {
	it('counts people, stretch by stretch', () => {
		expect(heatOf([[span(0, 10)], [span(5, 15)], [span(5, 10), span(20, 24)]])).toEqual([
			{ start: 0, end: 5, count: 1 },
			{ start: 5, end: 10, count: 3 },
			{ start: 10, end: 15, count: 1 },
			{ start: 20, end: 24, count: 1 },
		]);
	});

	it('does not cut where one mark ends and another begins', () => {
		expect(heatOf([[span(0, 5)], [span(5, 9)]])).toEqual([{ start: 0, end: 9, count: 1 }]);
	});

	it('is drawn in five steps of a fifth each', () => {
		expect([0, 1, 4, 5, 8, 9, 16, 17, 20].map((count) => heatStep(count, 20))).toEqual([0, 1, 1, 2, 2, 3, 4, 5, 5]);
		expect(heatStep(0, 0)).toBe(0);
	});

	it('gives the text again, whatever was marked', () => {
		const text = 'It is claimed that nobody knows.';
		const people = fc.array(fc.array(fc.tuple(fc.nat(32), fc.nat(32)), { maxLength: 4 }), { maxLength: 6 });
		fc.assert(
			fc.property(people, fc.array(fc.nat(40)), (given, ends) => {
				const segments = heatOf(
					given.map((marks) => merge(marks.map(([a, b]) => span(Math.min(a, b), Math.max(a, b))))),
				);
				const references = ends.map((at, index) => ({ at: 100 + at, label: String(index) }));
				const shifted = segments.map((each) => ({ ...each, start: each.start + 100, end: each.end + 100 }));
				const [paragraph] = heatParagraphs([{ number: 1, start: 100, text }], shifted, references, given.length);
				expect(paragraph?.runs.map((run) => run.text).join('')).toBe(text);
				expect(segments).toEqual(segments.toSorted(inReadingOrder));
			}),
		);
	});

	it('sets a number behind its passage', () => {
		const [paragraph] = heatParagraphs(
			[{ number: 3, start: 10, text: 'plain loaded plain' }],
			[{ start: 16, end: 22, count: 4 }],
			[{ at: 22, label: '1' }],
			5,
		);
		expect(paragraph?.runs).toEqual([
			{ text: 'plain ', count: 0, step: 0, references: [] },
			{ text: 'loaded', count: 4, step: 4, references: ['1'] },
			{ text: ' plain', count: 0, step: 0, references: [] },
		]);
	});
});

describe('agreement', () => {
	it('of two people is Dice', () => {
		expect(agreement(heatOf([[span(0, 10)], [span(4, 16)]]), 2)).toBeCloseTo(dice(span(0, 10), span(4, 16)));
	});

	it('is 1 where all marked the same, 0 where no two did', () => {
		expect(agreement(heatOf([[span(0, 9)], [span(0, 9)], [span(0, 9)]]), 3)).toBe(1);
		expect(agreement(heatOf([[span(0, 5)], [span(5, 9)], []]), 3)).toBe(0);
	});

	it('of many is what all pairs share by all that they marked', () => {
		const length = (marks: { start: number; end: number }[]) =>
			marks.reduce((all, { start, end }) => all + end - start, 0);
		const people = [[span(0, 10)], [span(5, 12), span(20, 25)], [span(8, 22)], []];
		let shared = 0;
		let marked = 0;
		for (const [index, one] of people.entries()) {
			for (const other of people.slice(index + 1)) {
				for (const a of one)
					for (const b of other) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
				marked += length(one) + length(other);
			}
		}
		expect(agreement(heatOf(people), 4)).toBeCloseTo((2 * shared) / marked);
	});

	it('is not there without a pair or a mark', () => {
		expect(agreement(heatOf([[span(0, 4)]]), 1)).toBeNull();
		expect(agreement([], 5)).toBeNull();
	});
});
