import { describe, expect, test } from 'vitest';
import type { LibrarySource } from './library.ts';
import { indexLibrary, searchLibrary } from './search-library.ts';

const charter: LibrarySource = {
	slug: 'charter',
	title: 'Charter',
	date: '1945',
	legalCharacter: 'A treaty.',
	status: { india: 'Member', pakistan: 'Member' },
	address: 'https://example.org',
	citation: '1 UNTS XVI',
	compared: 'compared',
	notice: 'notice',
	languages: ['en'],
	passages: [
		{ id: 'preamble', label: 'Preamble', paragraphs: [{ id: '1', text: 'the dignity and worth of the human person' }] },
		{
			id: 'article-55',
			label: 'Article 55',
			text: 'With a view to stability:',
			paragraphs: [{ id: 'a', text: 'higher standards of living, full employment' }],
		},
	],
	translations: [
		{ language: 'ur', title: 'منشور', passages: [{ id: 'preamble', label: 'تمہید', text: 'انسانی عظمت' }] },
	],
};
const index = indexLibrary([charter]);
const addresses = (typed: string) => searchLibrary(index, typed).map(({ address }) => address);

describe('searching the library', () => {
	test('finds a paragraph by the beginnings of its words, in any order and case', () => {
		expect(addresses('WORTH dign')).toEqual(['charter#preamble.1']);
	});

	test('finds nothing when one of the words is not there', () => {
		expect(addresses('dignity living')).toEqual([]);
	});

	test('finds an article by its name', () => {
		expect(addresses('article 55')).toEqual(['charter#article-55', 'charter#article-55.a']);
	});

	test('shows the words found in their surroundings', () => {
		expect(searchLibrary(index, 'dignity')[0]?.pieces).toEqual([
			{ text: 'the ', hit: false },
			{ text: 'dignity', hit: true },
			{ text: ' and worth of the human person', hit: false },
		]);
	});

	test('searches translations too, and says their language', () => {
		expect(searchLibrary(index, 'عظمت')).toMatchObject([{ address: 'charter#preamble', language: 'ur' }]);
	});

	test.each(['', 'a', '  ', '(.*'])('%j finds nothing and breaks nothing', (typed) => {
		expect(addresses(typed)).toEqual([]);
	});
});
