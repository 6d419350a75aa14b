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
	const result = assignedResult([scored(1000, 1000), scored(200, 500), waiting(500)], null);
	expect(resultInWords(result)).toBe('12.00 of 20 so far, 5 wait for your teacher');
});

test('a grade replaces the score, and ends the waiting', () => {
	const result = assignedResult(
		[
			{ ...scored(1000, 1000), grade: 850 },
			{ ...waiting(500), grade: 400 },
		],
		null,
	);
	expect(resultInWords(result)).toBe('12.50 of 15');
});

test('exercises without points never count', () => {
	expect(assignedResult([scored(0, 0), scored(300, 400)], null)).toMatchObject({
		earned: 300,
		possible: 400,
		waiting: 0,
	});
});

test('in practice what a teacher would grade is left out', () => {
	expect(resultInWords(practiceResult([scored(300, 400), waiting(400)]))).toBe('3.00 of 4');
});

test('one point waits, two points wait', () => {
	expect(resultInWords(assignedResult([waiting(100)], null))).toBe('0.00 of 1 so far, 1 waits for your teacher');
});

test('lateness takes its share off the whole, once, and says what it took', () => {
	const result = assignedResult([scored(900, 1000), scored(800, 1000)], { days: 2, percentPerDay: 10 });
	expect(result).toMatchObject({ earned: 1360, lateLoss: { before: 1700 } });
	expect(resultInWords(result)).toBe('17.00 of 20; 2 days late, 10% a day: 13.60');
});

test('late work that is not all graded says both', () => {
	const result = assignedResult([scored(1000, 1000), waiting(500)], { days: 1, percentPerDay: 50 });
	expect(resultInWords(result, 'you')).toBe('10.00 of 15 so far, 5 wait for you; 1 day late, 50% a day: 5.00');
});
