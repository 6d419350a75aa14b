import type { AddedWord } from '../../domain/rewrite/added-words.ts';
import type { Change } from '../../domain/rewrite/changes.ts';
import type { KeptThing } from '../../domain/rewrite/check-rewrite.ts';
import type { WrittenReview } from '../written.ts';

/** How a checked thing stands: as it should, worth a look, or not yet. Null in a key review. */
export type Standing = 'well' | 'look' | 'not yet' | null;

/** What the checker found, in words. `said` is '' in a key review. */
type Checked = { standing: Standing; said: string; note: string };

export type CheckedTerm = Checked & { term: string; carried: string };
export type CheckedThing = Checked & { what: string; is: KeptThing['is'] };

/** What a person sees of a rewrite once feedback is allowed. A teacher gives the points. */
export type NeutralRewriteReview = WrittenReview & {
	kind: 'neutral-rewrite';
	headline: string;
	sentences: string[];
	terms: CheckedTerm[];
	kept: CheckedThing[];
	/** From the passage to the rewrite; empty where nothing was written. */
	changes: Change[];
	/** Words that came in and may be loaded: a hint, no fault. */
	added: AddedWord[];
};
