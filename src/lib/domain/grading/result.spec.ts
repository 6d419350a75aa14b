import { expect, test } from 'vitest';
import { assignedResult, practiceResult, resultInWords, type ExerciseResult } from './result.ts';

const scored = (earned: number, possible: number): ExerciseResult => ({
	possible,
	earned,
	needsTeacher: false,
	grade: null,
});
const waiting = (possible: number): ExerciseResult => ({ possible, earned: 0, needsTeacher: true, grade: null });

test('work that waits for the teacher counts in what is possible and is said to wait', () => {
	const result = assignedResult([scored(1000, 1000), scored(200, 500), waiting(500)]);
	expect(resultInWords(result)).toBe('12.00 of 20 so far, 5 wait for your teacher');
});

test('a grade replaces the score, and ends the waiting', () => {
	const result = assignedResult([
		{ ...scored(1000, 1000), grade: 850 },
		{ ...waiting(500), grade: 400 },
	]);
	expect(resultInWords(result)).toBe('12.50 of 15');
});

test('exercises without points never count', () => {
	expect(assignedResult([scored(0, 0), scored(300, 400)])).toEqual({ earned: 300, possible: 400, waiting: 0 });
});

test('in practice what a teacher would grade is left out', () => {
	expect(resultInWords(practiceResult([scored(300, 400), waiting(400)]))).toBe('3.00 of 4');
});

test('one point waits, two points wait', () => {
	expect(resultInWords(assignedResult([waiting(100)]))).toBe('0.00 of 1 so far, 1 waits for your teacher');
});
