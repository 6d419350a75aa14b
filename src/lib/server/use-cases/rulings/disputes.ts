import { parse } from 'valibot';
import { challengeTargetSchema } from '../../../domain/grading/challenge-target-schema.ts';
import type { Disputes } from '../../../exercises/shown.ts';
import type { App } from '../../app.ts';
import { findChallengesOfAttempt, findRulings } from '../../repositories/rulings.ts';
import { rulingsWithStanding } from './ruled-edition.ts';

/** What a piece of work is told of the argument about its key: its own open challenges, and how the class was ruled. */
export async function disputesOf(
	app: App,
	classroomId: string,
	attempt: { id: string; editionId: string },
): Promise<Disputes> {
	const rows = await findRulings(app.store.read, classroomId, attempt.editionId);
	const challenges = await findChallengesOfAttempt(app.store.read, attempt.id);
	return {
		open: challenges
			.filter(({ rulingId }) => rulingId === null)
			.map(({ exerciseId, target, reason, createdAt }) => ({
				exerciseId,
				target: parse(challengeTargetSchema, JSON.parse(target)),
				reason,
				at: createdAt,
			})),
		rulings: (await rulingsWithStanding(app, attempt.editionId, rows)).map(({ row, ...ruling }) => ({
			...ruling,
			at: row.createdAt,
			counts: row.counts,
			countsReason: row.countsReason,
			asked: challenges.find(({ rulingId }) => rulingId === row.id)?.reason ?? null,
		})),
	};
}
