/** What one student has otherwise than the class on one assignment: more time, or nothing to do at all. */
import { lateTerms, type LateRule, type LateTerms } from './late-rule.ts';

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

/**
 * From when on nothing is taken in from this student, or null. A later date of one’s own also moves the closing where
 * that would come first; where late work is not taken, it is the due date.
 */
export function ownCloseAt(
	rules: { dueAt: number | null; closeAt: number | null; lateRule: LateRule },
	exception: Exception | null | undefined,
): number | null {
	const dueAt = ownDueAt(rules.dueAt, exception);
	if (rules.lateRule === 'closed' && dueAt !== null) return dueAt;
	if (rules.closeAt === null) return null;
	return Math.max(rules.closeAt, exception?.dueAt ?? rules.closeAt);
}

/** Work that comes at the very moment is still in time, as with the due date. */
export function isClosed(now: number, closeAt: number | null): boolean {
	return closeAt !== null && now > closeAt;
}

/** What lateness takes off one piece of work, by the student’s own date; null where it takes nothing. */
export function lateTermsFor(
	rules: { dueAt: number | null; lateRule: LateRule; latePercentPerDay: number },
	handedInAt: number | null,
	exception: Exception | null | undefined,
): LateTerms | null {
	return lateTerms(rules, handedInAt, ownDueAt(rules.dueAt, exception));
}

export function isLate(handedInAt: number, dueAt: number | null): boolean {
	return dueAt !== null && handedInAt > dueAt;
}
