/** The result of one attempt: what was earned, of how much, and what still waits for a teacher. */
import { afterLateRule, lateLossInWords, type LateLoss, type LateTerms } from './late-rule.ts';
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

/** Hundredths; `earned` is what remains after `lateLoss`, which is null where lateness cost nothing. */
export type LessonResult = { earned: number; possible: number; waiting: number; lateLoss: LateLoss | null };

/**
 * In an assignment every graded exercise counts; those that a teacher has yet to grade are in `waiting`. The one place
 * where lateness takes something off: once, from the sum.
 */
export function assignedResult(exercises: ExerciseResult[], terms: LateTerms | null): LessonResult {
	const counted = exercises.filter((exercise) => exercise.possible > 0);
	const before = sum(counted.map((exercise) => exercise.grade ?? (exercise.needsTeacher ? 0 : (exercise.earned ?? 0))));
	return {
		earned: terms ? afterLateRule(before, terms) : before,
		possible: sum(counted.map((exercise) => exercise.possible)),
		waiting: sum(counted.filter(awaitsTeacher).map((exercise) => exercise.possible)),
		lateLoss: terms ? { ...terms, before } : null,
	};
}

/** In practice nobody grades: exercises that need a teacher are left out. */
export function practiceResult(exercises: ExerciseResult[]): LessonResult {
	const counted = exercises.filter((exercise) => exercise.possible > 0 && !exercise.needsTeacher);
	return {
		earned: sum(counted.map((exercise) => exercise.earned ?? 0)),
		possible: sum(counted.map((exercise) => exercise.possible)),
		waiting: 0,
		lateLoss: null,
	};
}

/** Where lateness takes nothing off, it need not be named. */
type ShownResult = Omit<LessonResult, 'lateLoss'> & Partial<Pick<LessonResult, 'lateLoss'>>;

/**
 * "16.50 of 22", or "12.00 of 20 so far, 5 wait for your teacher" (`for you`, to the teacher), or, of late work,
 * "17.00 of 20; 2 days late, 10% a day: 13.60".
 */
export function resultInWords(result: ShownResult, grader = 'your teacher'): string {
	const { waiting, lateLoss = null } = result;
	const total = totalInWords({ ...result, earned: lateLoss?.before ?? result.earned });
	const verb = waiting === 100 ? 'waits' : 'wait';
	const soFar = waiting === 0 ? '' : ` so far, ${wholePoints(waiting)} ${verb} for ${grader}`;
	return `${total}${soFar}${lateLoss ? `; ${lateLossInWords(lateLoss, result.earned)}` : ''}`;
}

/** "12.00 of 20", whatever still waits. */
export function totalInWords({ earned, possible }: Pick<LessonResult, 'earned' | 'possible'>): string {
	return `${pointsInWords(earned)} of ${wholePoints(possible)}`;
}

const awaitsTeacher = (exercise: ExerciseResult) => exercise.needsTeacher && exercise.grade === null;
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const wholePoints = (hundredths: number) => String(hundredths / 100);
