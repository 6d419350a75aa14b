import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Actor } from '../../../domain/access/actor.ts';
import { countingScore, type CountsRule, type Ruling } from '../../../domain/grading/rulings.ts';
import type { Edition, EditionExercise } from '../../../domain/lessons/edition.ts';
import type { App } from '../../app.ts';
import { findAnswer } from '../../repositories/answers.ts';
import { findAttemptsToRegrade, findRulings } from '../../repositories/rulings.ts';
import { findScores } from '../../repositories/scores.ts';
import { scorerOf, storedAnswer } from '../work/parse-answer.ts';
import { findToRuleOn, readCountsRule, readDecision, type TypedRuling } from './read-ruling.ts';
import { toRuling, withRulings } from './ruled-edition.ts';
import { findToTakeBack } from './take-back-ruling.ts';

/** After so long the answer is of those that were looked at by then, and says so. */
const LOOKS_FOR_MS = 2_000;
const ATTEMPTS_IN_A_TURN = 20;

/** What a ruling would do. Where `looked` is less than `attempts`, the others are counts of a sample spread over all. */
export type Effect = { attempts: number; looked: number; up: number; down: number; same: number };

/** What a ruling on a challenge would do to the results of the class. Nothing is stored. */
export async function previewRuling(
	app: App,
	actor: Actor,
	challengeId: string,
	typed: Pick<TypedRuling, 'decision' | 'width' | 'counts'>,
	looksForMs = LOOKS_FOR_MS,
): Promise<Effect> {
	const { challenge, editionId, target } = await findToRuleOn(app, actor, challengeId);
	const { decision, envelope } = await readDecision(app, { challenge, editionId, target }, typed);
	const next = { target, decision, answer: '', ...(envelope ? { envelope } : {}) };
	const place = { classroomId: challenge.classroomId, editionId };
	return effectOf(app, place, next, readCountsRule(typed.counts), looksForMs);
}

/** What taking a ruling back would do. */
export async function previewTakingBack(
	app: App,
	actor: Actor,
	rulingId: string,
	typed: { counts: string },
	looksForMs = LOOKS_FOR_MS,
): Promise<Effect> {
	const taken = await findToTakeBack(app, actor, rulingId);
	const next = { target: toRuling(taken).target, decision: 'take back' as const, answer: '', takesBack: taken.number };
	return effectOf(app, taken, next, readCountsRule(typed.counts), looksForMs);
}

type Changed = { edition: Edition; exercise: EditionExercise; attemptIds: Set<string> };

async function effectOf(
	app: App,
	{ classroomId, editionId }: { classroomId: string; editionId: string },
	next: Omit<Ruling, 'number'>,
	counts: CountsRule,
	looksForMs: number,
): Promise<Effect> {
	const rulings = (await findRulings(app.store.read, classroomId, editionId)).map(toRuling);
	const number = (rulings.at(-1)?.number ?? 0) + 1;
	const edition = await app.editions.byId(editionId);
	const before = withRulings(app, edition, rulings);
	const after = withRulings(app, edition, [...rulings, { ...next, number }]);

	const changed: Changed[] = [];
	for (const [index, exercise] of after.exercises.entries()) {
		const from = before.exercises[index]?.keyVersion ?? editionId;
		const to = exercise.keyVersion ?? editionId;
		if (from === to) continue;
		const waiting = await findAttemptsToRegrade(app.store.read, {
			classroomId,
			editionId,
			exerciseId: exercise.id,
			from,
			to,
		});
		changed.push({ edition: after, exercise, attemptIds: new Set(waiting.map(({ attemptId }) => attemptId)) });
	}
	const attempts = [...new Set(changed.flatMap(({ attemptIds }) => [...attemptIds]))];
	const effect: Effect = { attempts: attempts.length, looked: 0, up: 0, down: 0, same: 0 };
	const until = performance.now() + looksForMs;
	for (const attemptId of spreadOut(attempts)) {
		const change = await changeOf(app, attemptId, changed, counts);
		effect.looked += 1;
		effect[change > 0 ? 'up' : change < 0 ? 'down' : 'same'] += 1;
		if (effect.looked % ATTEMPTS_IN_A_TURN !== 0) continue;
		if (performance.now() > until) break;
		// Other requests have their turn.
		await nextTurn();
	}
	return effect;
}

/** Hundredths of points that an attempt would win or lose. */
async function changeOf(app: App, attemptId: string, changed: readonly Changed[], counts: CountsRule): Promise<number> {
	const scores = await findScores(app.store.read, attemptId);
	let change = 0;
	for (const { edition, exercise, attemptIds } of changed) {
		if (!attemptIds.has(attemptId)) continue;
		const earlier = scores.filter(({ exerciseId }) => exerciseId === exercise.id);
		const place = { attemptId, exerciseId: exercise.id, tryNumber: 1 };
		const answer = storedAnswer(app, exercise, await findAnswer(app.store.read, place));
		const { task, key, points } = exercise;
		const { earned } = scorerOf(app, exercise).score({ task, key, points, documents: edition.documents, answer });
		change += (countingScore([...earlier, { earned, counts }])?.earned ?? 0) - (countingScore(earlier)?.earned ?? 0);
	}
	return change;
}

const GOLDEN = 0.618_034;

/** The same things in an order in which any beginning is spread over all of them. */
export function spreadOut<One>(things: readonly One[]): One[] {
	const count = things.length;
	let step = Math.max(1, Math.round(count * GOLDEN));
	while (greatestCommonDivisor(step, count) > 1) step += 1;
	return things.map((_, index) => things[(index * step) % count] as One);
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
