import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenNumbers } from './hidden-names.ts';
import { goesOnTo, neighbours, nextToGrade, type ExerciseProgress, type PileEntry } from './pile.ts';
import { fitLevels, levelsInWords, pointsOfLevels, readLevels } from './rubric.ts';

const work = (attemptId: string, first: ExerciseProgress, second: ExerciseProgress): PileEntry => ({
	attemptId,
	name: attemptId,
	attempt: null,
	late: false,
	progress: [first, second].includes('to grade') ? 'to grade' : 'graded',
	exercises: { first, second },
});
const exercise = (id: string, number: number) => ({ id, points: 2, number, label: 'Write' });

describe('walking a pile', () => {
	const entries = [work('a', 'to grade', 'graded'), work('b', 'graded', 'graded'), work('c', 'to grade', 'to grade')];
	const pile = { entries, exercises: [exercise('first', 1), exercise('second', 2)] };

	test('goes from work to work, and stops at both ends', () => {
		expect(neighbours(entries, 'a')).toEqual({ previous: null, next: 'b', place: 1, of: 3 });
		expect(neighbours(entries, 'c')).toMatchObject({ previous: 'b', next: null });
	});

	test('goes on to what needs grading, from the top again, and says when nothing is left', () => {
		expect(nextToGrade(entries, 'a', 'first')).toBe('c');
		expect(nextToGrade(entries, 'c', 'first')).toBe('a');
		expect(nextToGrade(entries, 'c', 'second')).toBeNull();
	});

	test('stays with the exercise, or with the work until that is done', () => {
		expect(goesOnTo(pile, 'a', 'first', true)).toBe('c?exercise=first');
		expect(goesOnTo(pile, 'c', 'first', false)).toBe('c#exercise-second');
		expect(goesOnTo(pile, 'c', 'second', false)).toBe('a');
		expect(goesOnTo(pile, 'c', 'second', true)).toBe('');
	});
});

test('numbers for hidden names are all different, and nobody’s changes when others join', () => {
	fc.assert(
		fc.property(fc.uuid(), fc.uniqueArray(fc.uuid(), { maxLength: 60 }), fc.nat(60), (assignment, students, first) => {
			const all = hiddenNumbers(assignment, students);
			expect(new Set(all.values()).size).toBe(students.length);
			for (const [student, number] of hiddenNumbers(assignment, students.slice(0, first))) {
				expect(all.get(student)).toBe(number);
			}
		}),
	);
});

describe('a rubric', () => {
	const levels = [0, 1, 2].map((points) => ({ points, text: `${points}` }));
	const rubric = ['one', 'two'].map((criterion) => ({ criterion, levels }));

	test('sums its levels, never above what the exercise has', () => {
		fc.assert(
			fc.property(fc.nat(2), fc.nat(2), fc.nat(500), (one, two, possible) => {
				expect(pointsOfLevels(rubric, [one, two], possible)).toBe(Math.min((one + two) * 100, possible));
			}),
		);
		expect(pointsOfLevels(rubric, [1, null], 400)).toBeNull();
		expect(pointsOfLevels([], [], 400)).toBeNull();
	});

	test('keeps only levels that it has', () => {
		expect(fitLevels(rubric, [2, 7])).toEqual([2, null]);
		expect(fitLevels(rubric, [7])).toBeNull();
		expect(levelsInWords(rubric, [2, null])).toEqual([{ criterion: 'one', points: 2, text: '2' }]);
		expect(readLevels('[1,null,"x",-1]')).toEqual([1, null, null, null]);
		expect(readLevels('{')).toBeNull();
	});
});
