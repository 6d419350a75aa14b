import { describe, expect, test } from 'vitest';
import { loadKinds } from '../../src/lib/exercises/load-kinds.ts';
import { readCourse } from '../../src/lib/server/lessons/lesson-catalog.ts';
import { inFigures } from './figures.ts';
import { simulate } from './simulate.ts';

const { kinds, scorers } = await loadKinds();
const { practice } = readCourse('lessons', kinds, scorers);

describe('ninety days of simulated readers on the real pool', () => {
	const readers = simulate(practice, 45, 'a fixed seed');

	test.each(inFigures(readers).filter(({ isMet }) => isMet !== null))('$what: $aim', ({ value, isMet, aim }) => {
		expect(isMet, `${value} is not ${aim}`).toBe(true);
	});

	test('are the same with the same seed', () => {
		expect(simulate(practice, 3, 'a fixed seed')).toEqual(readers.slice(0, 3));
	});
});
