import type { Edition, EditionExercise } from '../../../domain/lessons/edition.ts';
import type { Mark } from '../../../domain/marking/mark.ts';
import { overlap } from '../../../domain/spans/algebra.ts';
import type { ExtraMark } from '../../../exercises/contract.ts';
import type { App } from '../../app.ts';
import { kindOf, scorerOf } from '../work/parse-answer.ts';

/** The marks of an answer that the classroom's key does not have. */
export function extraMarksOf(app: App, edition: Edition, exercise: EditionExercise, answer: unknown): ExtraMark[] {
	const { task, key, points } = exercise;
	return scorerOf(app, exercise).extraMarks?.({ task, key, points, documents: edition.documents, answer }) ?? [];
}

/** The exercises of an edition whose answers may have such marks, with the documents that they are on. */
export function markedExercises(app: App, edition: Edition): { exercise: EditionExercise; documents: string[] }[] {
	return edition.exercises
		.filter((exercise) => scorerOf(app, exercise).extraMarks !== undefined)
		.map((exercise) => ({ exercise, documents: kindOf(app, exercise).documentsOf(exercise.task) }));
}

/**
 * Whether an answer has a mark near any of these at all. Scoring a class's answers takes long, and most of them need not
 * be scored to know that nothing of them is equal.
 */
export function mayHaveEqual(
	answer: unknown,
	marks: readonly Pick<ExtraMark, 'start' | 'end' | 'category'>[],
): boolean {
	const own = (answer as { marks?: Mark[] } | null)?.marks ?? [];
	return own.some((mark) => marks.some((other) => other.category === mark.category && overlap(other, mark) > 0));
}
