import { describe, expect, it } from 'vitest';
import { findByAddress, findPassage, parsePassageAddress, type LibrarySource } from './library.ts';

const charter: LibrarySource = {
	slug: 'un-charter',
	title: 'Charter',
	date: '1945-06-26',
	legalCharacter: 'A treaty.',
	status: { india: 'Party.', pakistan: 'Party.' },
	address: 'https://example.org',
	citation: '1 UNTS XVI',
	compared: 'compared in 2026',
	notice: 'None.',
	languages: ['en'],
	passages: [
		{
			id: 'article-55',
			label: 'Article 55',
			text: 'The United Nations shall promote:',
			paragraphs: [
				{ id: 'a', text: 'standards;' },
				{ id: 'c', text: 'respect.' },
			],
			closing: '[...]',
		},
	],
};

describe('a passage of the library', () => {
	it('is found by article, with all of its words', () => {
		expect(findPassage(charter, 'article-55')).toMatchObject({
			label: 'Article 55',
			text: 'The United Nations shall promote:\nstandards;\nrespect.\n[...]',
		});
	});

	it('is found by paragraph', () => {
		expect(findPassage(charter, 'article-55.c')).toMatchObject({ label: 'Article 55(c)', text: 'respect.' });
	});

	it('is not found when there is none', () => {
		expect(findPassage(charter, 'article-55.b')).toBe(null);
		expect(findPassage(charter, 'article-56')).toBe(null);
		expect(findByAddress(new Map([['un-charter', charter]]), 'udhr#article-1')).toBe(null);
		expect(findByAddress(new Map([['un-charter', charter]]), 'un-charter#article-55.a')?.source).toBe(charter);
	});

	it('has an address of source and place', () => {
		expect(parsePassageAddress('un-charter#article-55.c')).toEqual({ source: 'un-charter', passage: 'article-55.c' });
		for (const wrong of ['un-charter', '#article-55', 'un-charter#', 'UN#a', 'a#b.c.d', 'a#b c']) {
			expect(parsePassageAddress(wrong)).toBe(null);
		}
	});
});
