import { expect, test } from 'vitest';
import { effectInWords } from './effect-in-words.ts';

test('what a ruling would do is said in one sentence', () => {
	expect(effectInWords({ attempts: 12, looked: 12, up: 5, down: 0, same: 7 })).toBe(
		'12 pieces of work would be scored again: 5 go up, 0 go down, 7 stay.',
	);
	expect(effectInWords({ attempts: 1, looked: 1, up: 1, down: 0, same: 0 })).toBe(
		'One piece of work would be scored again: 1 goes up, 0 go down, 0 stay.',
	);
	expect(effectInWords({ attempts: 0, looked: 0, up: 0, down: 0, same: 0 })).toMatch(/^No score would change/u);
});

test('a sample says that it is one', () => {
	expect(effectInWords({ attempts: 2_000, looked: 640, up: 40, down: 0, same: 600 })).toBe(
		'2,000 pieces of work would be scored again. Of 640 that were looked at, spread over all: 40 go up, 0 go down, 600 stay.',
	);
});
