import { expect, test } from 'vitest';
import { parsePoints, pointsInWords, shareOfPoints } from './points.ts';

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

test.each([
	[400, 2, 3, 267],
	[100, 1, 8, 13],
	[300, 3, 3, 300],
	[300, 0, 3, 0],
	[300, 0, 0, 0],
])('of %i hundredths, %i of %i earn %i', (possible, part, whole, earned) =>
	expect(shareOfPoints(possible, part, whole)).toBe(earned),
);
