import { parse } from 'valibot';
import { challengeTargetSchema } from '../../../domain/grading/challenge-target-schema.ts';
import {
	applyRulings,
	isCalledRight,
	keyVersionOf,
	rulingsInForce,
	type ChallengeTarget,
	type OptionKey,
	type Ruling,
} from '../../../domain/grading/rulings.ts';
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

/** All rulings of a classroom on an edition, each with what became of it and what it found. */
export async function rulingsWithStanding(app: App, editionId: string, rows: readonly RulingRow[]) {
	const rulings = rows.map(toRuling);
	const inForce = new Set(rulingsInForce(rulings).map(({ number }) => number));
	const options = rulings.some(({ target }) => target.is === 'option');
	const edition = options ? await app.editions.byId(editionId) : null;
	return rulings.map((ruling, index) => ({
		...ruling,
		row: rows[index] as RulingRow,
		isTakenBack: ruling.takesBack === undefined && !inForce.has(ruling.number),
		wasRight: edition !== null && calledRight(withRulings(app, edition, rulings.slice(0, index)), ruling.target),
	}));
}

/** Whether the key of an edition, as a classroom has it, calls an option right. */
export function calledRight(edition: Edition, target: ChallengeTarget): boolean {
	if (target.is !== 'option') return false;
	const key = edition.exercises.find(({ id }) => id === target.exerciseId)?.key as OptionKey | undefined;
	return key !== undefined && isCalledRight(key, target.id);
}
