import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { articleParagraphs, showDocument } from './article.ts';
import { locateQuote, QuoteProblem } from './locate-quote.ts';
import { segments } from './segments.ts';

describe('a quote', () => {
	const text = 'so it is, so be it';

	it('is found once', () => expect(locateQuote(text, 'be it')).toEqual({ start: 13, end: 18 }));
	it('may say which occurrence it means', () => expect(locateQuote(text, 'so', 2)).toEqual({ start: 10, end: 12 }));
	it('can be looked for in a part of the text', () =>
		expect(locateQuote(text, 'so', undefined, { start: 5, end: 18 })).toEqual({ start: 10, end: 12 }));

	it('is refused when it is not there', () => expect(() => locateQuote(text, 'So')).toThrow(QuoteProblem));
	it('is refused when it could mean two places, and says how often it stands there', () => {
		expect(() => locateQuote(text, 'so')).toThrow(
			'“so” is in the text 2 times; say which occurrence, or quote more words.',
		);
	});
	it('is refused when there is no such occurrence', () =>
		expect(() => locateQuote(text, 'so', 3)).toThrow('“so” is in the text 2 times; there is no occurrence 3.'));
});

describe('the paragraphs of an article', () => {
	const lines = ['date 2025-02-07 First.', '', 'Also read: more', '  Second. Share', '   ', 'Third.'];
	const text = lines.join('\n');
	const furniture = ['date 2025-02-07', 'Also read: more', 'Share'].map((quote) => locateQuote(text, quote));

	it('are its lines that are not furniture, trimmed and numbered from 1', () => {
		expect(articleParagraphs({ text, furniture })).toEqual([
			{ number: 1, start: 16, text: 'First.' },
			{ number: 2, start: text.indexOf('Second.'), text: 'Second.' },
			{ number: 3, start: text.indexOf('Third.'), text: 'Third.' },
		]);
	});

	it('keep their numbers when only some are shown', () => {
		expect(articleParagraphs({ text, furniture }, [2, 2])).toEqual([
			{ number: 2, start: text.indexOf('Second.'), text: 'Second.' },
		]);
	});

	it('are all that a page gets, with the provenance field by field', () => {
		const about = {
			label: 'A text',
			publisher: 'P',
			date: '2025',
			genre: 'report' as const,
			rights: 'r',
			language: 'en',
			contentNote: 'n',
		};
		const shown = showDocument({ name: 'a', text, furniture, about: { ...about, secret: 'key' } as typeof about });
		expect(shown.about).toEqual(about);
		expect(shown.paragraphs).toHaveLength(3);
	});
});

describe('segments', () => {
	it('cut a text into flat runs that can be drawn', () => {
		const spans = [
			{ id: 'a', start: 2, end: 6 },
			{ id: 'b', start: 4, end: 12 },
			{ id: 'elsewhere', start: 40, end: 50 },
		];
		expect(segments({ start: 0, end: 10 }, spans)).toEqual([
			{ start: 0, end: 2, ids: [] },
			{ start: 2, end: 4, ids: ['a'] },
			{ start: 4, end: 6, ids: ['a', 'b'] },
			{ start: 6, end: 10, ids: ['b'] },
		]);
	});

	it('leave no gap and lose no character', () => {
		const span = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }));
		fc.assert(
			fc.property(fc.array(span), (pairs) => {
				const spans = pairs.map(([start, length], index) => ({ id: `${index}`, start, end: start + length }));
				const runs = segments({ start: 0, end: 40 }, spans);
				expect(runs[0]?.start).toBe(0);
				expect(runs.at(-1)?.end).toBe(40);
				runs.slice(1).forEach((run, index) => expect(run.start).toBe(runs[index]?.end));
			}),
		);
	});
});
