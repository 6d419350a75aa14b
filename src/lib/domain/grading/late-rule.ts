/** What late work loses: nothing, a share of what was earned for each day begun, or it is not taken at all. */
import { pointsInWords } from './points.ts';

export const lateRules = ['none', 'per-day', 'closed'] as const;
export type LateRule = (typeof lateRules)[number];

export const lateRuleWords: Record<LateRule, string> = {
	none: 'is taken and marked late; nothing is lost',
	'per-day': 'is taken, and loses a share of what was earned for each day begun',
	closed: 'is not taken',
};

/** Days begun after the student’s own due date, and the whole percent that each of them costs. */
export type LateTerms = { days: number; percentPerDay: number };

/** What was taken off, with what it was before. Hundredths. */
export type LateLoss = LateTerms & { before: number };

/** Twenty-four hours each, so that a change of the clocks makes no day cheaper. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** How many days have begun since the due date: none at it, one a moment later. */
export function daysLate(handedInAt: number, dueAt: number | null): number {
	return dueAt === null ? 0 : Math.max(0, Math.ceil((handedInAt - dueAt) / DAY_MS));
}

/** What the rule says of one piece of work; null where it loses nothing. `dueAt` is the student’s own. */
export function lateTerms(
	rule: { lateRule: LateRule; latePercentPerDay: number },
	handedInAt: number | null,
	dueAt: number | null,
): LateTerms | null {
	if (rule.lateRule !== 'per-day' || handedInAt === null) return null;
	const days = daysLate(handedInAt, dueAt);
	return days === 0 ? null : { days, percentPerDay: rule.latePercentPerDay };
}

/** What remains of hundredths earned: never less than nothing, half a hundredth rounds up. */
export function afterLateRule(earned: number, { days, percentPerDay }: LateTerms): number {
	const kept = Math.max(0, 100 - days * percentPerDay);
	return Math.floor((earned * kept + 50) / 100);
}

/** "2 days late, 10% a day". */
export function lateTermsInWords({ days, percentPerDay }: LateTerms): string {
	return `${days} ${days === 1 ? 'day' : 'days'} late, ${percentPerDay}% a day`;
}

/** "2 days late, 10% a day: 13.60". */
export function lateLossInWords(loss: LateTerms, remains: number): string {
	return `${lateTermsInWords(loss)}: ${pointsInWords(remains)}`;
}
