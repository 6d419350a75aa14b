import { parse, safeParse } from 'valibot';
import { Invalid } from '../../../domain/errors.ts';
import type { Edition, EditionExercise } from '../../../domain/lessons/edition.ts';
import type { ExerciseKind, Scorer } from '../../../exercises/contract.ts';
import type { App } from '../../app.ts';

/** The answer as its kind wants it; Invalid, in one sentence, when it is none or belongs to another text. */
export function parseAnswer(app: App, edition: Edition, exercise: EditionExercise, given: unknown): unknown {
	const kind = kindOf(app, exercise);
	const parsed = safeParse(kind.answerSchema, given);
	if (!parsed.success) throw new Invalid(`This answer could not be saved: ${parsed.issues[0].message}`);
	const fault = kind.faults(exercise.task, parsed.output, edition.documents)[0];
	if (fault !== undefined) throw new Invalid(`This answer could not be saved: ${fault}`);
	return parsed.output;
}

/** An answer as it was stored, or the kind's empty one where nothing was saved. */
export function storedAnswer(app: App, exercise: EditionExercise, row: { content: string } | undefined): unknown {
	const kind = kindOf(app, exercise);
	if (!row) return kind.emptyAnswer();
	return parse(kind.answerSchema, JSON.parse(row.content));
}

export function kindOf(app: App, exercise: EditionExercise): ExerciseKind {
	const kind = app.kinds.get(exercise.kind);
	if (!kind) throw new Error(`The edition has an exercise of the unknown kind ${exercise.kind}`);
	return kind;
}

export function scorerOf(app: App, exercise: EditionExercise): Scorer {
	const scorer = app.scorers.get(exercise.kind);
	if (!scorer) throw new Error(`There is no scorer for the kind ${exercise.kind}`);
	return scorer;
}
