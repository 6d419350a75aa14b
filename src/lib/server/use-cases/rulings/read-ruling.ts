/** What a teacher typed for a ruling, checked; for giving it and for looking at what it would do. */
import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import { countsRules, decisions, type ChallengeTarget, type CountsRule } from '../../../domain/grading/rulings.ts';
import type { Span } from '../../../domain/spans/span.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findAnswer } from '../../repositories/answers.ts';
import { findChallenge, type ChallengeRow } from '../../repositories/rulings.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { storedAnswer } from '../work/parse-answer.ts';
import { ruledEdition } from './ruled-edition.ts';
import { groupChallenges, spansOf, widthsOf } from './view-challenges.ts';

const LONGEST = 2_000;

export type TypedCounts = { counts: string; countsReason: string };
export type TypedRuling = TypedCounts & { decision: string; width: string; answer: string };

/** An open challenge with all others that one ruling answers, for who may rule on it. */
export async function findToRuleOn(app: App, actor: Actor, challengeId: string) {
	const challenge = await findChallenge(app.store.read, challengeId);
	authorize('run a classroom', actor, challenge ? await relationTo(app, actor, challenge.classroomId) : null);
	if (!challenge) throw new NotFound();
	const group = (await groupChallenges(app, challenge.classroomId)).find((rows) =>
		rows.some((row) => row.challenge.id === challengeId),
	);
	if (!group) throw new Conflict('This was ruled on a moment ago. Your words are kept here; nothing was changed.');
	const [{ editionId, target }] = group as [(typeof group)[number]];
	return { challenge, group, editionId, target };
}

/** What becomes of the key: the decision and, where it widens, how far. */
export async function readDecision(
	app: App,
	{ challenge, editionId, target }: { challenge: ChallengeRow; editionId: string; target: ChallengeTarget },
	typed: Pick<TypedRuling, 'decision' | 'width'>,
) {
	const decision = decisions.find((one) => one === typed.decision);
	if (!decision) throw new Invalid('Please choose what becomes of the key.', `decision-${challenge.id}`);
	if (decision === 'widen' && target.is !== 'span') throw new Invalid('Only a passage of the key can be widened.');
	return { decision, envelope: decision === 'widen' ? await readWidth(app, challenge, editionId, typed.width) : null };
}

/**
 * Which score counts. The newest needs a reason.
 *
 * @param changesKey only then is anything scored again
 */
export function readCounts(typed: TypedCounts, field: string, changesKey: boolean) {
	const counts = readCountsRule(typed.counts);
	if (counts !== 'newest' || !changesKey) return { counts, countsReason: null };
	const missing = 'Say why the newest score counts, even a lower one.';
	return { counts, countsReason: readWords(typed.countsReason, field, missing) };
}

export const readCountsRule = (typed: string): CountsRule => countsRules.find((rule) => rule === typed) ?? 'better';

export function readWords(typed: string, field: string, missing: string): string {
	const words = typed.trim();
	if (words === '') throw new Invalid(missing, field);
	if (words.length > LONGEST) throw new Invalid(`This has at most ${LONGEST.toLocaleString('en')} characters.`, field);
	return words;
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
