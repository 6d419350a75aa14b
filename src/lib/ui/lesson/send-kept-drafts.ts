import { findAllDrafts, forgetDraft, type KeptDraft } from './kept-drafts.ts';
import { isSameAnswer } from './same-answer.ts';
import { saveDraft, type SaveOutcome } from './save-draft.ts';

/**
 * Sends what this browser keeps for the server: before a sign-out, which forgets it.
 *
 * @returns whether nothing waits any more that could still be saved
 */
export async function sendKeptDrafts(): Promise<boolean> {
	let nothingWaits = true;
	for (const { place, draft } of findAllDrafts()) {
		const outcome = await saveDraft({ ...place, ...draft }, false);
		if (isThere(outcome, draft)) forgetDraft(place);
		// What the server will never take, or another person left here, is no reason to stay.
		else if (outcome.is === 'unreachable' || outcome.is === 'conflict') nothingWaits = false;
	}
	return nothingWaits;
}

const isThere = (outcome: SaveOutcome, draft: KeptDraft): boolean =>
	outcome.is === 'saved' || (outcome.is === 'conflict' && isSameAnswer(outcome.answer, draft.answer));
