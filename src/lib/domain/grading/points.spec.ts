import { expect, test } from 'vitest';
import { parsePoints, pointsInWords } from './points.ts';

test.each([
	[0, '0.00'],
	[813, '8.13'],
	[1000, '10.00'],
])('%i hundredths read %s', (hundredths, words) => expect(pointsInWords(hundredths)).toBe(words));

test.each([
	['7', 700],
	[' 7.5 ', 750],
	['7,25', 725],
	['0', 0],
])('a teacher may type "%s"', (typed, hundredths) => expect(parsePoints(typed)).toBe(hundredths));

test.each(['', 'seven', '-1', '7.255', '1e3', '7.5.1', '99999'])('"%s" is no number of points', (typed) =>
	expect(parsePoints(typed)).toBeNull(),
);
