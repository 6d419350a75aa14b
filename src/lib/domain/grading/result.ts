/** The result of one attempt: what was earned, of how much, and what still waits for a teacher. */
import { pointsInWords } from './points.ts';

export type ExerciseResult = {
	/** Hundredths. Zero for practice items and worked examples, which never count. */
	possible: number;
	/** The machine's score, or null before it was checked. */
	earned: number | null;
	needsTeacher: boolean;
	/** The teacher's decision; it replaces the score. */
	grade: number | null;
};

export type LessonResult = { earned: number; possible: number; waiting: number };

/** In an assignment every graded exercise counts; those that a teacher has yet to grade are in `waiting`. */
export function assignedResult(exercises: ExerciseResult[]): LessonResult {
	const counted = exercises.filter((exercise) => exercise.possible > 0);
	return {
		earned: sum(counted.map((exercise) => exercise.grade ?? (exercise.needsTeacher ? 0 : (exercise.earned ?? 0)))),
		possible: sum(counted.map((exercise) => exercise.possible)),
		waiting: sum(counted.filter(awaitsTeacher).map((exercise) => exercise.possible)),
	};
}

/** In practice nobody grades: exercises that need a teacher are left out. */
export function practiceResult(exercises: ExerciseResult[]): LessonResult {
	const counted = exercises.filter((exercise) => exercise.possible > 0 && !exercise.needsTeacher);
	return {
		earned: sum(counted.map((exercise) => exercise.earned ?? 0)),
		possible: sum(counted.map((exercise) => exercise.possible)),
		waiting: 0,
	};
}

/** "16.50 of 22", or "12.00 of 20 so far, 5 wait for your teacher" (`for you`, to the teacher). */
export function resultInWords(result: LessonResult, grader = 'your teacher'): string {
	const total = totalInWords(result);
	if (result.waiting === 0) return total;
	const verb = result.waiting === 100 ? 'waits' : 'wait';
	return `${total} so far, ${wholePoints(result.waiting)} ${verb} for ${grader}`;
}

/** "12.00 of 20", whatever still waits. */
export function totalInWords({ earned, possible }: LessonResult): string {
	return `${pointsInWords(earned)} of ${wholePoints(possible)}`;
}

const awaitsTeacher = (exercise: ExerciseResult) => exercise.needsTeacher && exercise.grade === null;
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const wholePoints = (hundredths: number) => String(hundredths / 100);
