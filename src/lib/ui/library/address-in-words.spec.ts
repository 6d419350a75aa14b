import { expect, it } from 'vitest';
import { addressInWords } from './address-in-words.ts';

it.each([
	['un-charter#article-55.c', 'Article 55(c), UN Charter'],
	['uncip-1948#part-2-b-1', 'Part 2 B 1, UNCIP 1948'],
	['un-map-note#note.2', 'Note(2), UN Map Note'],
	['unsc-47#a-1.a', 'A 1(a), UNSC 47'],
	['simla-agreement#follow-up-1972', 'Follow up 1972, Simla Agreement'],
])('names the passage %s as %s', (address, words) => {
	expect(addressInWords(address)).toBe(words);
});
