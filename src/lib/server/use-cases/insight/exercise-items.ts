/** The exercises of an assignment as items: how hard each was, and how well it goes with the rest of the work. */
import type { Edition, EditionExercise } from '../../../domain/lessons/edition.ts';
import { analyseItem, type ItemAnalysis } from '../../../domain/measures/item-analysis.ts';
import type { App } from '../../app.ts';
import { findHandedInGrades, findHandedInScores } from '../../repositories/insight.ts';
import { resultsOf } from '../assignments/results-of.ts';
import { kindOf } from '../work/parse-answer.ts';

export type ExerciseItem = { id: string; label: string; prompt: string; points: number; analysis: ItemAnalysis };

type Results = ReturnType<typeof resultsOf>;

/** Of everything that was handed in, first attempts alone. */
export async function readResults(app: App, assignmentId: string, edition: Edition): Promise<Results[]> {
	const scores = await findHandedInScores(app.store.read, assignmentId);
	const grades = Map.groupBy(await findHandedInGrades(app.store.read, assignmentId), ({ attemptId }) => attemptId);
	const byAttempt = Map.groupBy(scores, ({ attemptId }) => attemptId);
	return [...byAttempt].map(([attemptId, rows]) => resultsOf(edition, rows, grades.get(attemptId) ?? []));
}

/** Each exercise as an item: its share of points, against the share of everything else that is graded. */
export function analyseExercises(
	app: App,
	exercises: readonly EditionExercise[],
	work: readonly Results[],
): ExerciseItem[] {
	const graded = exercises.filter(({ points }) => points > 0);
	return graded.map((exercise) => {
		const { id, prompt, points } = exercise;
		const people = work.flatMap((results) => {
			const item = pointsOf(results, id);
			const others = graded.filter((other) => other.id !== id && pointsOf(results, other.id) !== null);
			const possible = others.reduce((sum, other) => sum + other.points * 100, 0);
			if (item === null || possible === 0) return [];
			const earned = others.reduce((sum, other) => sum + (pointsOf(results, other.id) ?? 0), 0);
			return [{ item: item / (points * 100), rest: earned / possible }];
		});
		return { id, label: kindOf(app, exercise).label, prompt, points, analysis: analyseItem(people) };
	});
}

/** Null while it waits for a teacher. */
function pointsOf(results: Results, id: string): number | null {
	const result = results[id];
	return result?.grade ?? (result?.needsTeacher ? null : (result?.earned ?? null));
}
