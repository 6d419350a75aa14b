/**
 * What a student's results in a classroom come to. Each work is a share of its own points; a category is the mean of its
 * works by their weights, the lowest dropped; the total is the mean of the categories by theirs.
 */
import { ownDueAt, type Exception } from './exceptions.ts';

/**
 * excused, not due yet, to grade, not out yet and not given count nothing; missing counts as nothing earned. `not out
 * yet` is for the student's own view: graded, and its feedback is not theirs to see. `not given` is work that came along
 * with another student.
 */
export type Standing = 'counts' | 'missing' | 'excused' | 'to grade' | 'not due yet' | 'not out yet' | 'not given';

export type WorkState = {
	/** Or, where work has no due date, when it closes: work that did not come by then is missing. */
	classDueAt: number | null;
	exception: Exception | null;
	handedInAt: number | null;
	/** Hundredths that wait for a teacher. */
	waiting: number;
};

export function standingOf(work: WorkState, now: number): Standing {
	if (work.exception?.excused) return 'excused';
	if (work.handedInAt !== null) return work.waiting > 0 ? 'to grade' : 'counts';
	const dueAt = ownDueAt(work.classDueAt, work.exception);
	return dueAt !== null && now > dueAt ? 'missing' : 'not due yet';
}

/** Weights are hundredths, and mean something only beside each other. */
export type Category = {
	/** Null: the work that has no category. */
	id: string | null;
	name: string;
	weight: number;
	dropLowest: number;
};

export type Entry = {
	assignmentId: string;
	categoryId: string | null;
	weight: number;
	/** Hundredths. */
	possible: number;
	earned: number;
	standing: Standing;
};

/** One work that counts, or would: `share` is from 0 to 1. */
export type Part = { assignmentId: string; weight: number; share: number; dropped: boolean };
export type GroupTotal = Category & { share: number; parts: Part[] };
export type Total = {
	/** From 0 to 1; null as long as nothing counts. */
	share: number | null;
	/** Those in which something counts. */
	groups: GroupTotal[];
};

export function totalOf(entries: readonly Entry[], categories: readonly Category[]): Total {
	const groups = categories.flatMap((category) => {
		const parts = entries.filter((entry) => entry.categoryId === category.id).flatMap(toPart);
		const dropped = lowest(parts, category.dropLowest);
		const kept = parts.filter((part) => !dropped.has(part));
		const share = weightedMean(kept);
		if (share === null) return [];
		return [{ ...category, share, parts: parts.map((part) => ({ ...part, dropped: dropped.has(part) })) }];
	});
	return { share: weightedMean(groups), groups };
}

/** Nothing that weighs nothing is ever dropped: that would spend the drop on work that does not count. */
function toPart({ assignmentId, weight, possible, earned, standing }: Entry): Part[] {
	if ((standing !== 'counts' && standing !== 'missing') || weight === 0 || possible === 0) return [];
	return [{ assignmentId, weight, share: standing === 'missing' ? 0 : earned / possible, dropped: false }];
}

/** One work always stays, however many may be dropped. */
function lowest(parts: readonly Part[], count: number): Set<Part> {
	const spare = Math.max(0, Math.min(count, parts.length - 1));
	return new Set(parts.toSorted((a, b) => a.share - b.share).slice(0, spare));
}

/** Null where nothing weighs anything. */
function weightedMean(all: readonly { weight: number; share: number }[]): number | null {
	const weights = all.reduce((sum, { weight }) => sum + weight, 0);
	if (weights === 0) return null;
	return all.reduce((sum, { weight, share }) => sum + weight * share, 0) / weights;
}
