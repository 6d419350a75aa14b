/** What a person sees of a marked text once feedback is allowed. Offsets are those of the whole document. */
import type { Category, Fit, Status, Technique, Tier, Voice } from '../../domain/marking/categories.ts';

/**
 * found: full credit for the place. boundary: the right place, too wide or too narrow. category: the right place with
 * the wrong name. accepted: an acceptable or contested item that was marked. not-marked: one that was left alone, or
 * any item in a key review, where nobody answered. missed: a core item that was left alone.
 */
export type MarkOutcome = 'found' | 'boundary' | 'category' | 'missed' | 'accepted' | 'not-marked';

/** A passage of the library (`un-charter#article-55.c`), or a source outside it. */
export type ReviewEvidence = string | { source: string; address: string; date: string; says: string };

export type ReviewItem = {
	id: string;
	start: number;
	end: number;
	quote: string;
	category: Category;
	/** Any of them is right. */
	technique: Technique[];
	tier: Tier;
	outcome: MarkOutcome;
	/** What happened, in words: "One word too wide." */
	verdict: string;
	/** Index of the matched mark in the answer (the first of several that were merged). */
	markIndex?: number;
	/** Share of the item that was earned, 0 to 1. */
	credit?: number;
	/** Where the task asks for the technique: whether the matched mark had a right one. */
	techniqueRight?: boolean;
	why: string;
	plainer?: string;
	voice?: Voice[];
	status?: Status[];
	fit?: Fit[];
	evidence: ReviewEvidence[];
	note?: string;
	/** Contested items only: the question to talk about. */
	discussion?: string;
};

export type ReviewExtra = {
	markIndex: number;
	start: number;
	end: number;
	quote: string;
	category: Category;
	why: string;
	penalty: number;
};

export type ReviewLure = {
	start: number;
	end: number;
	quote: string;
	looksLike: Category;
	why: string;
	marked: boolean;
};

/** How the points came about. Points here are points (6.94), not hundredths. */
export type ReviewAccount = {
	/** The steps in words, such as "Credit for what you found" with "6 3/4". */
	rows: { label: string; value: string }[];
	credit: number;
	penalty: number;
	K: number;
	score: number;
	earned: number;
	possible: number;
	/** What marking without reading would have earned; null where there is nothing to find. */
	baseline: { score: number; strategy: string } | null;
};

export type MarkSpansReview = {
	kind: 'mark-spans';
	/** "You found 5 of 8, and left 6 of 7 sound passages alone." */
	headline: string;
	/** The rest of the conversation, a sentence each. */
	sentences: string[];
	items: ReviewItem[];
	extras: ReviewExtra[];
	/** Every tempting passage that is not in the key, left alone or not, with its reason. */
	lures: ReviewLure[];
	/** Indexes of marks that are a part of the right thing: they neither earn nor cost. */
	fragments: number[];
	/** Null in a key review, where nobody answered. */
	account: ReviewAccount | null;
};
