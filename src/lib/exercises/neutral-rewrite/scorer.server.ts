import { addedLoadedWords } from '../../domain/rewrite/added-words.ts';
import { changesBetween } from '../../domain/rewrite/changes.ts';
import { checkRewrite, type CheckedRewrite } from '../../domain/rewrite/check-rewrite.ts';
import type { Scorer } from '../contract.ts';
import { showWritten } from '../written.server.ts';
import { ONE_GOOD_ANSWER } from '../written.ts';
import { checkedTerm, checkedThing, headlineOf, keyTerm, keyThing, sentencesOf } from './explain.server.ts';
import { keySchema, type NeutralRewriteInput, type NeutralRewriteKey } from './key.server.ts';
import type { NeutralRewriteAnswer, NeutralRewriteTask } from './kind.ts';
import { lintRewrite } from './lint.server.ts';
import { passageOf } from './passage.ts';
import type { NeutralRewriteReview } from './review.ts';

export const scorer: Scorer<
	NeutralRewriteTask,
	NeutralRewriteKey,
	NeutralRewriteAnswer,
	NeutralRewriteReview,
	NeutralRewriteKey
> = {
	keySchema,

	buildKey: (_, keyFile) => keyFile ?? { loaded: [], keep: [], model: '', checklist: [] },

	/** The checker vouches for words and no more, so it gives no points (docs/decisions: what a machine can say of a rewrite). */
	score(input) {
		const checked = check(input);
		return { earned: 0, possible: input.points * 100, needsTeacher: true, detail: checked && detailOf(checked) };
	},

	review(input) {
		const checked = check(input);
		if (!checked) return { ...keyOnly(input), headline: 'Nothing was written here.' };
		const { task, key, answer } = input;
		const passage = passageOf(task);
		const rewrite = answer.text ?? '';
		return {
			kind: 'neutral-rewrite',
			headline: headlineOf(checked),
			sentences: sentencesOf(passage, rewrite, checked),
			terms: checked.terms.map(checkedTerm),
			kept: checked.kept.map((found) => checkedThing(passage, found)),
			changes: changesBetween(passage, rewrite),
			added: checked.isUnchanged ? [] : addedLoadedWords(passage, rewrite, key),
			...written(key),
		};
	},

	keyReview: (input) => ({ ...keyOnly(input), headline: 'What must go, what must stay, and one good answer.' }),

	rubricOf: ({ rubric }) => rubric ?? [],

	lint: lintRewrite,
};

/** Null where nothing was written: of no words there is nothing to say. */
function check({ task, key, answer }: Pick<NeutralRewriteInput, 'task' | 'key' | 'answer'>): CheckedRewrite | null {
	if (answer.text === null || answer.text.trim() === '') return null;
	return checkRewrite(passageOf(task), answer.text, key);
}

/** Stored with the score: how much was found, without the words. */
const detailOf = ({ terms, kept, isUnchanged }: CheckedRewrite) => ({
	gone: terms.filter(({ state }) => state === 'gone').length,
	quoted: terms.filter(({ state }) => state === 'quoted').length,
	loaded: terms.length,
	there: kept.filter(({ state }) => state === 'there').length,
	keep: kept.length,
	isUnchanged,
});

function keyOnly({ task, key }: Pick<NeutralRewriteInput, 'task' | 'key'>): Omit<NeutralRewriteReview, 'headline'> {
	return {
		kind: 'neutral-rewrite',
		sentences: [],
		terms: key.loaded.map(keyTerm),
		kept: key.keep.map((thing) => keyThing(passageOf(task), thing)),
		changes: [],
		added: [],
		...written(key),
	};
}

const written = ({ model, checklist, rubric }: NeutralRewriteKey) =>
	showWritten({ models: [{ title: ONE_GOOD_ANSWER, text: model }], checklist, rubric });
