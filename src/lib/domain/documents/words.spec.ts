import { describe, expect, it } from 'vitest';
import { sentences, snapToWords, words, wordsIn } from './words.ts';

const shown = (text: string, spans: { start: number; end: number }[]) => spans.map((s) => text.slice(s.start, s.end));

describe('words', () => {
	it("takes words joined by - ' or ’ as one", () => {
		const text = "Indian-administered Kashmir’s well-being, don't 're-open' it";
		expect(shown(text, words(text))).toEqual([
			'Indian-administered',
			'Kashmir’s',
			'well-being',
			"don't",
			're-open',
			'it',
		]);
	});

	it('does not join across a dash with spaces', () => {
		const text = 'one - two -three';
		expect(shown(text, words(text))).toEqual(['one', 'two', 'three']);
	});

	it('gives offsets in the whole text when asked for a part', () => {
		const text = 'one two three';
		expect(words(text, { start: 4, end: 13 })).toEqual([
			{ start: 4, end: 7 },
			{ start: 8, end: 13 },
		]);
	});

	it('says which words lie inside a span', () => {
		const text = 'one two three';
		expect(shown(text, wordsIn(words(text), { start: 2, end: 13 }))).toEqual(['two', 'three']);
	});
});

describe('sentences', () => {
	it('does not end a sentence at an abbreviation before a digit or a small letter', () => {
		const text = 'See Art. 55 and No. 307. The rule, i.e. the text, counts. The U.N. 1948 text too.';
		expect(shown(text, sentences(text))).toEqual([
			'See Art. 55 and No. 307.',
			'The rule, i.e. the text, counts.',
			'The U.N. 1948 text too.',
		]);
	});

	it('ends a sentence at a plain word before a digit', () => {
		const text = 'The year was bad. 370 Indians died.';
		expect(sentences(text)).toHaveLength(2);
	});

	it('does not part a title from its name, and ends every sentence at a line end', () => {
		const text = 'Dr. Khan spoke\nThen he left';
		expect(shown(text, sentences(text))).toEqual(['Dr. Khan spoke', 'Then he left']);
	});

	it('keeps a closing quotation mark with its sentence', () => {
		const text = 'He said, “It is over.” She left.';
		expect(shown(text, sentences(text))).toEqual(['He said, “It is over.”', 'She left.']);
	});

	it('cuts Urdu at its own full stop', () => {
		const text = 'یہ پہلا جملہ ہے۔ یہ دوسرا ہے۔';
		expect(sentences(text)).toHaveLength(2);
	});
});

describe('snapping a mark', () => {
	const text = 'The well-being, of all: “people”.';
	const snap = (start: number, end: number) => {
		const snapped = snapToWords(text, { start, end });
		return snapped && text.slice(snapped.start, snapped.end);
	};

	it('grows to whole words', () => expect(snap(6, 10)).toBe('well-being'));
	it('trims white space and . , : ; at both ends', () => expect(snap(3, 16)).toBe('well-being'));
	it('keeps quotation marks that were chosen', () => expect(snap(24, 33)).toBe('“people”'));
	it('does not take a word that it only touches', () => expect(snap(3, 4)).toBe(null));
	it('is nothing when no word is left', () => expect(snap(14, 16)).toBe(null));
	it('trims the Urdu full stop', () => {
		const urdu = 'یہ جملہ ہے۔';
		expect(snapToWords(urdu, { start: 0, end: urdu.length })).toEqual({ start: 0, end: urdu.length - 1 });
	});

	it('is quick enough for every step of a drag over 3,000 words', () => {
		const long = Array.from({ length: 60 }, () => 'Some quite ordinary words. '.repeat(12)).join('\n');
		const began = performance.now();
		for (let step = 0; step < 100; step += 1) snapToWords(long, { start: 100, end: 200 + step * 100 });
		expect(performance.now() - began).toBeLessThan(500);
		const again = performance.now();
		expect(words(long).length).toBeGreaterThan(2800);
		expect(performance.now() - again).toBeLessThan(500);
	});
});
