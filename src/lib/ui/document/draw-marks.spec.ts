import { describe, expect, it } from 'vitest';
import type { Mark } from '../../domain/marking/mark.ts';
import { drawMark, paragraphDrawer } from './draw-marks.ts';

const paragraphs = [
	{ number: 1, start: 0, text: 'The reckless plan is illegal.' },
	{ number: 2, start: 40, text: 'Experts agree.' },
];
const mark = (start: number, end: number, category: Mark['category']): Mark => ({ start, end, category, quote: '' });

describe('drawing marks', () => {
	it('keeps every character of the text, in order', () => {
		const drawn = paragraphDrawer()(paragraphs, [mark(4, 12, 'loaded'), mark(0, 28, 'claim')].map(drawMark));
		expect(drawn.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual(paragraphs.map(({ text }) => text));
	});

	it('puts the line of the shorter mark next to the text and keeps each on one level', () => {
		const [first] = paragraphDrawer()(paragraphs, [mark(0, 28, 'claim'), mark(4, 12, 'loaded')].map(drawMark));
		expect(first?.runs.map(({ lines }) => lines.map(({ category, level }) => `${category} ${level}`))).toEqual([
			['claim 1'],
			['loaded 0', 'claim 1'],
			['claim 1'],
			[],
		]);
	});

	it('puts the letter once, where the mark ends', () => {
		const [first] = paragraphDrawer()(paragraphs, [mark(0, 28, 'claim'), mark(4, 12, 'loaded')].map(drawMark));
		expect(first?.runs.map(({ ended }) => ended.map(({ letter }) => letter))).toEqual([[], ['L'], ['C'], []]);
	});

	it('leaves a paragraph alone whose marks stayed the same', () => {
		const draw = paragraphDrawer();
		const before = draw(paragraphs, [mark(4, 12, 'loaded')].map(drawMark));
		const after = draw(paragraphs, [mark(4, 12, 'loaded'), mark(40, 53, 'authority')].map(drawMark));
		expect(after[0]).toBe(before[0]);
		expect(after[1]).not.toBe(before[1]);
	});
});
