import { parse } from 'valibot';
import { challengeTargetSchema } from '../../../domain/grading/challenge-target-schema.ts';
import { applyRulings, keyVersionOf, type Ruling } from '../../../domain/grading/rulings.ts';
import type { Edition, EditionExercise } from '../../../domain/lessons/edition.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import { findRulings, type RulingRow } from '../../repositories/rulings.ts';
import { scorerOf } from '../work/parse-answer.ts';

/** The edition as a classroom has it: with its rulings on the keys, and the version of each key that they change. */
export async function ruledEdition(
	app: App,
	connection: Connection,
	classroomId: string,
	editionId: string,
): Promise<Edition> {
	const edition = await app.editions.byId(editionId);
	const rulings = await findRulings(connection, classroomId, editionId);
	return withRulings(app, edition, rulings.map(toRuling));
}

export function withRulings(app: App, edition: Edition, rulings: readonly Ruling[]): Edition {
	if (rulings.length === 0) return edition;
	return { ...edition, exercises: edition.exercises.map((exercise) => ruledExercise(app, edition, exercise, rulings)) };
}

function ruledExercise(app: App, edition: Edition, exercise: EditionExercise, rulings: readonly Ruling[]) {
	const scorer = scorerOf(app, exercise);
	const { id: exerciseId, task, points } = exercise;
	const { documents } = edition;
	const { key, applied } = applyRulings(
		exercise.key,
		rulings,
		(amended, ruling) => scorer.amendKey?.({ task, key: amended, points, documents, exerciseId }, ruling) ?? amended,
	);
	if (applied.length === 0) return exercise;
	return { ...exercise, key, keyVersion: keyVersionOf(edition.id, applied) };
}

export function toRuling(row: RulingRow): Ruling {
	const { number, target, decision, envelopeStart, envelopeEnd, takesBack, answer } = row;
	return {
		number,
		target: parse(challengeTargetSchema, JSON.parse(target)),
		decision,
		...(envelopeStart === null || envelopeEnd === null ? {} : { envelope: { start: envelopeStart, end: envelopeEnd } }),
		...(takesBack === null ? {} : { takesBack }),
		answer,
	};
}
