import { expect, test } from 'vitest';
import { MIN_PASSWORD_LENGTH } from './passwords.ts';
import { makeWordPassword, WORDS_TO_CHOOSE_FROM } from './word-passwords.ts';

test('a password of a card is three plain words, each time others', () => {
	const passwords = Array.from({ length: 500 }, makeWordPassword);
	for (const password of passwords) {
		expect(password).toMatch(/^[a-z]{3,7} [a-z]{3,7} [a-z]{3,7}$/u);
		expect(password.length).toBeGreaterThanOrEqual(MIN_PASSWORD_LENGTH);
	}
	expect(new Set(passwords).size).toBe(passwords.length);
});

test('there are enough words: thousands of millions of passwords', () => {
	expect(WORDS_TO_CHOOSE_FROM ** 3).toBeGreaterThan(4e9);
});

test('no card carries a word of violence or contempt', () => {
	const words = new Set(Array.from({ length: 20_000 }, makeWordPassword).flatMap((password) => password.split(' ')));
	for (const word of ['weapon', 'kill', 'war', 'bomb', 'army', 'ugly', 'stupid', 'slave', 'death', 'enemy', 'border']) {
		expect(words).not.toContain(word);
	}
});
