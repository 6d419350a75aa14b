import type { ExerciseResult } from '../../../domain/grading/result.ts';
import { countingScore, type CountsRule } from '../../../domain/grading/rulings.ts';
import type { Edition } from '../../../domain/lessons/edition.ts';

type ScoreLike = { exerciseId: string; earned: number; needsTeacher: boolean; counts: CountsRule };
type GradeLike = { exerciseId: string; points: number | null };

/** One result an exercise, of the score that counts and the newest grade (rows come oldest first). */
export function resultsOf(edition: Edition, scores: ScoreLike[], grades: GradeLike[]): Record<string, ExerciseResult> {
	return Object.fromEntries(
		edition.exercises.map(({ id, points }) => {
			const score = countingScore(scores.filter((row) => row.exerciseId === id));
			const grade = grades.findLast((row) => row.exerciseId === id);
			return [
				id,
				{
					possible: points * 100,
					earned: score?.earned ?? null,
					needsTeacher: score?.needsTeacher ?? false,
					grade: grade?.points ?? null,
				},
			];
		}),
	);
}
