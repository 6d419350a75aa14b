import { expect, test } from 'vitest';
import { numberedLines, numberedWords, placeOnPaper } from './numbered-lines.ts';

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

test('words are counted anew in each line, at their places in the document', () => {
	const line = numberedLines(paragraphs, 8)[1]!;
	expect(numberedWords(line)).toEqual([{ start: 8, end: 13, number: 1 }]);
	expect(numberedWords({ number: 7, start: 100, text: 'a well-known “fact”, they say', opensParagraph: null })).toEqual(
		[
			{ start: 100, end: 101, number: 1 },
			{ start: 102, end: 112, number: 2 },
			{ start: 114, end: 118, number: 3 },
			{ start: 121, end: 125, number: 4 },
			{ start: 126, end: 129, number: 5 },
		],
	);
});

test('a passage is found by its line and words, also over the end of a line', () => {
	const lines = numberedLines(paragraphs, 8);
	const placed = (start: number, end: number) => placeOnPaper(lines, { start, end }).replaceAll('\u00a0', ' ');
	expect(placed(0, 3)).toBe('1, word 1');
	expect(placed(0, 7)).toBe('1, words 1–2');
	expect(placed(4, 34)).toBe('1, word 2 to 4, word 1');
	expect(placed(200, 210)).toBe('');
});
