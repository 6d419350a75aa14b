/** What one student has otherwise than the class on one assignment: more time, or nothing to do at all. */

export type Exception = {
	/** Null: the date of the class. */
	dueAt: number | null;
	excused: boolean;
};

/**
 * A student's own due date. It is never before that of the class, whatever the class's was moved to since: feedback at
 * the due date would otherwise tell the key to somebody whose classmates are still at work.
 */
export function ownDueAt(classDueAt: number | null, exception: Exception | null | undefined): number | null {
	const own = exception?.dueAt ?? null;
	if (own === null || classDueAt === null) return own ?? classDueAt;
	return Math.max(own, classDueAt);
}

export function isLate(handedInAt: number, dueAt: number | null): boolean {
	return dueAt !== null && handedInAt > dueAt;
}
