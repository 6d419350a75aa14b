import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict } from '../../../domain/errors.ts';
import type { App } from '../../app.ts';
import { insertNotice } from '../../repositories/notices.ts';
import { answerChallenges, findChallenge, findLastRulingNumber, insertRuling } from '../../repositories/rulings.ts';
import { findToRuleOn, readCounts, readDecision, readWords, type TypedRuling } from './read-ruling.ts';
import { noticeOfRuling, regrade, type Regraded } from './regrade.ts';

/**
 * Answers a challenge, and all others that ask the same, with a ruling; then scores again what it affects, at once.
 * What a stop of the server leaves undone goes on when it starts again.
 */
export async function ruleOnChallenge(
	app: App,
	actor: Actor,
	challengeId: string,
	typed: TypedRuling,
): Promise<Regraded & { answered: number }> {
	const { challenge, group, editionId, target } = await findToRuleOn(app, actor, challengeId);
	const { decision, envelope } = await readDecision(app, { challenge, editionId, target }, typed);
	const answer = readWords(typed.answer, `answer-${challengeId}`, 'Say why, in a sentence: the students read it.');
	const { counts, countsReason } = readCounts(typed, `countsReason-${challengeId}`, decision !== 'keep');

	const rulingId = app.newId();
	const now = app.now();
	await app.store.write(async (transaction) => {
		const open = await findChallenge(transaction, challengeId);
		if (!open || open.rulingId !== null) {
			throw new Conflict('This was ruled on a moment ago. Your words are kept here; nothing was changed.');
		}
		await insertRuling(transaction, {
			id: rulingId,
			classroomId: challenge.classroomId,
			editionId,
			number: (await findLastRulingNumber(transaction, challenge.classroomId, editionId)) + 1,
			exerciseId: challenge.exerciseId,
			target: JSON.stringify(target),
			decision,
			envelopeStart: envelope?.start ?? null,
			envelopeEnd: envelope?.end ?? null,
			answer,
			counts,
			countsReason,
			ruledBy: actor.kind === 'registered' ? actor.personId : null,
			createdAt: now,
			regradedAt: decision === 'keep' ? now : null,
		});
		await answerChallenges(
			transaction,
			group.map((row) => row.challenge.id),
			rulingId,
		);
		for (const { challenge: answered, personId, assignmentId } of group) {
			const id = noticeOfRuling(rulingId, answered.attemptId);
			const kind = 'challenge answered' as const;
			await insertNotice(transaction, { id, personId, kind, assignmentId, rulingId, createdAt: now });
		}
	});
	const done = (await regrade(app)).get(rulingId) ?? { scored: 0, rose: 0, fell: 0 };
	return { ...done, answered: group.length };
}
