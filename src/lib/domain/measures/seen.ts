/** What one reader did with one text, in the four numbers that discrimination is reported from. */
import * as v from 'valibot';
import type { KeyLure, KeySpan } from '../lessons/document-key.ts';
import { boundaryScore, type ScoredMark } from '../marking/rule.ts';

/** Core passages found, of how many; sound passages that tempt and were marked, of how many. */
export type Seen = { found: number; core: number; luresMarked: number; lures: number };

export const NOTHING_SEEN: Seen = { found: 0, core: 0, luresMarked: 0, lures: 0 };

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** As it is stored with a score. */
export const seenSchema: v.GenericSchema<unknown, Seen> = v.object({
	found: count,
	core: count,
	luresMarked: count,
	lures: count,
});

/** @param pairs which span of the key each matched mark met, and whether it has the span's name */
export function seenIn(
	{ spans, lures }: { spans: readonly KeySpan[]; lures: readonly KeyLure[] },
	pairs: readonly { item: number; isSameCategory: boolean }[],
	marks: readonly ScoredMark[],
	lureFrom: number,
): Seen {
	const found = new Set(pairs.filter(({ isSameCategory }) => isSameCategory).map(({ item }) => item));
	const core = spans.flatMap(({ tier }, place) => (tier === 'core' ? [place] : []));
	return {
		found: core.filter((place) => found.has(place)).length,
		core: core.length,
		luresMarked: lures.filter((lure) => isLureMarked(lure, marks, lureFrom)).length,
		lures: lures.length,
	};
}

export const isLureMarked = (lure: KeyLure, marks: readonly ScoredMark[], lureFrom: number): boolean =>
	marks.some((mark) => mark.category === lure.looksLike && boundaryScore(mark, lure) >= lureFrom);

export const addSeen = (a: Seen, b: Seen): Seen => ({
	found: a.found + b.found,
	core: a.core + b.core,
	luresMarked: a.luresMarked + b.luresMarked,
	lures: a.lures + b.lures,
});
