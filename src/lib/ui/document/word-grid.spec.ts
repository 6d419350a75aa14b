import { describe, expect, it } from 'vitest';
import type { ShownDocument } from '../../domain/documents/document.ts';
import { snapToWords } from '../../domain/documents/words.ts';
import { WordGrid } from './word-grid.ts';

const text = 'The Declaration (UDHR) says so. It is “so-called” law.\nNavigation\nNobody’s rights end here.';
const second = text.indexOf('Nobody');
const grid = new WordGrid(shown([0, text.indexOf('\n')], [second, text.length]));

describe('the words of a document', () => {
	it('are numbered across paragraphs and keep their place in the whole text', () => {
		expect(grid.words.map((word) => text.slice(word.start, word.end))).toEqual(
			'The Declaration UDHR says so It is so-called law Nobody’s rights end here'.split(' '),
		);
		expect(grid.words[9]).toEqual({ start: second, end: second + 'Nobody’s'.length, paragraph: 1 });
	});

	it('are found by an offset, the nearest one between two', () => {
		expect(grid.wordAt(text.indexOf('claration'))).toBe(1);
		expect(grid.wordAt(text.indexOf(' says'))).toBe(2);
		expect(grid.wordAt(text.indexOf('\n') - 1)).toBe(8);
		expect(grid.wordAt(second - 1)).toBe(8);
		expect(grid.wordAt(text.length)).toBe(grid.last);
	});

	it('that a drag touches are taken whole, inside the paragraph where it began', () => {
		const drag = { start: text.indexOf('ays so'), end: text.indexOf('s rights') };
		expect(grid.wordsIn(drag)).toEqual({ first: 3, last: 8 });
		expect(grid.wordsIn({ start: 31, end: 32 })).toBeNull();
	});
});

describe('a passage of whole words', () => {
	it('takes in the bracket or quotation mark that closes what it opens', () => {
		expect(quote(1, 2)).toBe('Declaration (UDHR)');
		expect(quote(2, 2)).toBe('UDHR');
		expect(quote(6, 7)).toBe('is “so-called”');
		expect(quote(7, 8)).toBe('“so-called” law');
	});

	it('is already snapped', () => {
		for (let first = 0; first <= 8; first += 1) {
			for (let last = first; last <= 8; last += 1) {
				const span = grid.spanOf({ first, last });
				expect(snapToWords(text, span)).toEqual(span);
			}
		}
	});

	it('lets no edge pass the other or leave the paragraph', () => {
		expect(grid.stretch({ first: 2, last: 4 }, 'start', 7)).toEqual({ first: 4, last: 4 });
		expect(grid.stretch({ first: 2, last: 4 }, 'end', 0)).toEqual({ first: 2, last: 2 });
		expect(grid.stretch({ first: 2, last: 4 }, 'end', 11)).toEqual({ first: 2, last: 8 });
	});
});

describe('a step by sentence', () => {
	it('goes to the beginning of this one, then of its neighbours', () => {
		expect(grid.sentenceStep(3, -1, false)).toBe(0);
		expect(grid.sentenceStep(5, -1, false)).toBe(0);
		expect(grid.sentenceStep(3, 1, false)).toBe(5);
		expect(grid.sentenceStep(12, 1, false)).toBe(9);
	});

	it('selects to the end of the sentence', () => {
		expect(grid.sentenceStep(5, 1, true)).toBe(8);
		expect(grid.sentenceStep(4, 1, true)).toBe(8);
	});
});

function quote(first: number, last: number): string {
	return grid.textOf(grid.spanOf({ first, last }));
}

function shown(...lines: [number, number][]): ShownDocument {
	return {
		name: 'a-text',
		about: {
			label: 'A text',
			publisher: 'us',
			date: '2026',
			genre: 'own text',
			rights: 'ours',
			language: 'en',
			contentNote: '',
		},
		paragraphs: lines.map(([start, end], index) => ({ number: index + 1, start, text: text.slice(start, end) })),
	};
}
