/** Part of a lesson: the exercises that an assignment asks for, out of an edition that keeps its name. */
import type { Edition, EditionExercise } from './edition.ts';

/**
 * The edition as if it had these exercises alone; `null` is all of them. Everything that is shown, needed, scored and
 * counted for assigned work comes from this value, so that nothing else has to know of parts.
 */
export function partOf(edition: Edition, exerciseIds: readonly string[] | null): Edition {
	if (exerciseIds === null) return edition;
	const exercises = edition.exercises.filter(({ id }) => exerciseIds.includes(id));
	return { ...edition, exercises, minutes: minutesOf(edition, exercises) };
}

/** A share of the lesson's minutes by points, to the nearest five: a guess, and said to be about so long. */
function minutesOf(edition: Edition, exercises: readonly EditionExercise[]): number {
	const share = pointsOf(exercises) / Math.max(1, pointsOf(edition.exercises));
	return Math.min(edition.minutes, Math.max(5, Math.round((edition.minutes * share) / 5) * 5));
}

const pointsOf = (exercises: readonly EditionExercise[]): number =>
	exercises.reduce((sum, { points }) => sum + points, 0);

/** The chosen exercises in the order of the lesson, or null where that is all of them. Unknown ids are dropped. */
export function chosenPart(edition: Edition, exerciseIds: readonly string[]): string[] | null {
	const chosen = edition.exercises.map(({ id }) => id).filter((id) => exerciseIds.includes(id));
	return chosen.length === edition.exercises.length ? null : chosen;
}

/** Whether it has something that counts. */
export const isGraded = (edition: Edition): boolean => edition.exercises.some(({ points }) => points > 0);
