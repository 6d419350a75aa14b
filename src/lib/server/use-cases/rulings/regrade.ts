import { setImmediate as nextTurn } from 'node:timers/promises';
import { countingScore } from '../../../domain/grading/rulings.ts';
import type { Edition, EditionExercise } from '../../../domain/lessons/edition.ts';
import type { App } from '../../app.ts';
import { findAnswer } from '../../repositories/answers.ts';
import { insertNotice } from '../../repositories/notices.ts';
import {
	findAttemptsToRegrade,
	findRulings,
	findUnfinishedRulings,
	finishRuling,
	type RulingRow,
} from '../../repositories/rulings.ts';
import { findScores, insertScore } from '../../repositories/scores.ts';
import { storedAnswer } from '../work/parse-answer.ts';
import { settleAttempts } from '../work/settle-attempts.ts';
import { scoreAnswer } from '../work/score-answer.ts';
import { toRuling, withRulings } from './ruled-edition.ts';

/** Small enough that a save of somebody else waits a few milliseconds at most. */
const ATTEMPTS_IN_A_BATCH = 20;

/** What came of one ruling: attempts scored again, and how many of their results rose or fell. */
export type Regraded = { scored: number; rose: number; fell: number };

/**
 * Scores again what the rulings since the last time affect, in small batches. Whatever ends it, the next call goes on
 * where it was: what is left is asked of the scores themselves, and a batch is committed whole or not at all. Rulings
 * come one after another, so that every attempt gets the same scores in the same order.
 */
export async function regrade(app: App, signal?: AbortSignal): Promise<Map<string, Regraded>> {
	const done = new Map<string, Regraded>();
	for (const ruling of await findUnfinishedRulings(app.store.read)) {
		done.set(ruling.id, await regradeFor(app, ruling, signal));
		if (signal?.aborted) break;
	}
	return done;
}

async function regradeFor(app: App, ruling: RulingRow, signal: AbortSignal | undefined): Promise<Regraded> {
	const { classroomId, editionId } = ruling;
	const result: Regraded = { scored: 0, rose: 0, fell: 0 };
	const edition = await app.editions.byId(editionId);
	const rulings = (await findRulings(app.store.read, classroomId, editionId))
		.map(toRuling)
		.filter(({ number }) => number <= ruling.number);
	const after = withRulings(app, edition, rulings);
	const before = withRulings(app, edition, rulings.slice(0, -1));

	for (const [index, exercise] of after.exercises.entries()) {
		const from = before.exercises[index]?.keyVersion ?? editionId;
		const to = exercise.keyVersion ?? editionId;
		if (from === to) continue;
		const work = { edition: after, exercise, from, to };
		const place = { classroomId, editionId, exerciseId: exercise.id, from, to };
		const waiting = await findAttemptsToRegrade(app.store.read, place);
		for (let start = 0; start < waiting.length; start += ATTEMPTS_IN_A_BATCH) {
			if (signal?.aborted) return result;
			const regraded = await regradeBatch(app, ruling, work, waiting.slice(start, start + ATTEMPTS_IN_A_BATCH));
			result.scored += regraded.scored;
			result.rose += regraded.rose;
			result.fell += regraded.fell;
			// Other requests have their turn.
			await nextTurn();
		}
	}
	await app.store.write((transaction) => finishRuling(transaction, ruling.id, app.now()));
	return result;
}

type Work = { edition: Edition; exercise: EditionExercise; from: string; to: string };
type Waiting = Awaited<ReturnType<typeof findAttemptsToRegrade>>;

function regradeBatch(
	app: App,
	{ id: rulingId, counts }: RulingRow,
	{ edition, exercise, from, to }: Work,
	waiting: Waiting,
): Promise<Regraded> {
	const now = app.now();
	return app.store.write(async (transaction) => {
		const regraded: Regraded = { scored: 0, rose: 0, fell: 0 };
		for (const { attemptId, personId, assignmentId } of waiting) {
			const earlier = (await findScores(transaction, attemptId)).filter(({ exerciseId }) => exerciseId === exercise.id);
			const has = (version: string) => earlier.some(({ keyVersion }) => keyVersion === version);
			// Since they were listed, the work may have been deleted, or scored by a second regrade at the same time.
			if (!has(from) || has(to)) continue;

			const place = { attemptId, exerciseId: exercise.id, tryNumber: 1 };
			const answer = storedAnswer(app, exercise, await findAnswer(transaction, place));
			const row = { ...scoreAnswer(app, edition, exercise, { ...place, answer }, now), counts };
			// Scores are told apart by time: a clock that was set back must not turn their order round.
			row.createdAt = Math.max(now, (earlier.at(-1)?.createdAt ?? 0) + 1);
			await insertScore(transaction, row);
			await settleAttempts(app, transaction, { assignmentId, personId });
			await insertNotice(transaction, {
				id: noticeOfRuling(rulingId, attemptId),
				personId,
				kind: 'ruling',
				assignmentId,
				rulingId,
				createdAt: now,
			});
			const change = (countingScore([...earlier, row])?.earned ?? 0) - (countingScore(earlier)?.earned ?? 0);
			regraded.scored += 1;
			if (change > 0) regraded.rose += 1;
			if (change < 0) regraded.fell += 1;
		}
		return regraded;
	});
}

/** One notice for each piece of work that a ruling concerns, whoever tells of it first. */
export const noticeOfRuling = (rulingId: string, attemptId: string): string => `${rulingId}/${attemptId}`;
