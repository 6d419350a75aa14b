import { expect, test } from 'vitest';
import { numberedLines } from './numbered-lines.ts';

const paragraphs = [
	{ number: 1, start: 0, text: 'one two three four' },
	{ number: 2, start: 30, text: 'five' },
];

test('lines break at spaces and are counted through the whole text', () => {
	expect(numberedLines(paragraphs, 8)).toEqual([
		{ number: 1, start: 0, text: 'one two', opensParagraph: 1 },
		{ number: 2, start: 8, text: 'three', opensParagraph: null },
		{ number: 3, start: 14, text: 'four', opensParagraph: null },
		{ number: 4, start: 30, text: 'five', opensParagraph: 2 },
	]);
});

test('no word is lost or cut, however narrow the page', () => {
	const words = numberedLines(paragraphs, 2).map(({ text }) => text);
	expect(words.join(' ')).toBe('one two three four five');
});
