import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import { countsRules, decisions, type CountsRule } from '../../../domain/grading/rulings.ts';
import type { Span } from '../../../domain/spans/span.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findAnswer } from '../../repositories/answers.ts';
import { insertNotice } from '../../repositories/notices.ts';
import {
	answerChallenges,
	findChallenge,
	findLastRulingNumber,
	insertRuling,
	type ChallengeRow,
} from '../../repositories/rulings.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { storedAnswer } from '../work/parse-answer.ts';
import { noticeOfRuling, regrade, type Regraded } from './regrade.ts';
import { ruledEdition } from './ruled-edition.ts';
import { groupChallenges, spansOf, widthsOf } from './view-challenges.ts';

const LONGEST = 2_000;

export type TypedRuling = { decision: string; width: string; answer: string; counts: string; countsReason: string };

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
	const challenge = await findChallenge(app.store.read, challengeId);
	authorize('run a classroom', actor, challenge ? await relationTo(app, actor, challenge.classroomId) : null);
	if (!challenge) throw new NotFound();
	const group = (await groupChallenges(app, challenge.classroomId)).find((rows) =>
		rows.some((row) => row.challenge.id === challengeId),
	);
	if (!group) throw new Conflict('This was ruled on a moment ago. Your words are kept here; nothing was changed.');

	const [{ editionId, target }] = group as [(typeof group)[number]];
	const decision = readDecision(typed.decision, challengeId);
	if (decision === 'widen' && target.is !== 'span') throw new Invalid('Only a passage of the key can be widened.');
	const envelope = decision === 'widen' ? await readWidth(app, challenge, editionId, typed.width) : null;
	const answer = readWords(typed.answer, `answer-${challengeId}`, 'Say why, in a sentence: the students read it.');
	const counts: CountsRule = countsRules.find((rule) => rule === typed.counts) ?? 'better';
	const countsReason =
		counts === 'newest' && decision !== 'keep'
			? readWords(
					typed.countsReason,
					`countsReason-${challengeId}`,
					'Say why the newest score counts, even a lower one.',
				)
			: null;

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

function readDecision(typed: string, challengeId: string): (typeof decisions)[number] {
	const decision = decisions.find((one) => one === typed);
	if (!decision) throw new Invalid('Please choose what becomes of the key.', `decision-${challengeId}`);
	return decision;
}

async function readWidth(app: App, challenge: ChallengeRow, editionId: string, typed: string): Promise<Span> {
	const edition = await ruledEdition(app, app.store.read, challenge.classroomId, editionId);
	const exercise = edition.exercises.find(({ id }) => id === challenge.exerciseId);
	const target = JSON.parse(challenge.target) as { id: string; document: string };
	const span = exercise && spansOf(exercise).find(({ id }) => id === target.id);
	const { attemptId, exerciseId } = challenge;
	const row = await findAnswer(app.store.read, { attemptId, exerciseId, tryNumber: 1 });
	const answer = exercise && storedAnswer(app, exercise, row);
	const widths = span ? widthsOf(edition.documents[target.document]?.text ?? '', span, answer) : [];
	const chosen = widths.find(({ width }) => width === typed);
	if (chosen) return chosen.to;
	throw new Invalid('Please choose how far it may reach.', `width-${challenge.id}`);
}

function readWords(typed: string, field: string, missing: string): string {
	const words = typed.trim();
	if (words === '') throw new Invalid(missing, field);
	if (words.length > LONGEST) throw new Invalid(`This has at most ${LONGEST.toLocaleString('en')} characters.`, field);
	return words;
}
