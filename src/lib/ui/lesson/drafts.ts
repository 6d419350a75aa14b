import { findDraft, forgetDraft, keepDraft } from './kept-drafts.ts';
import { saveDraft } from './save-draft.ts';

/** Where answers go as they are made: to the server, and into this browser until the server has them. */
export type Drafts = {
	save: typeof saveDraft;
	keep: typeof keepDraft;
	find: typeof findDraft;
	forget: typeof forgetDraft;
};

export const ownDrafts: Drafts = { save: saveDraft, keep: keepDraft, find: findDraft, forget: forgetDraft };
