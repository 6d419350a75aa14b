import type { Standing } from '$lib/domain/grading/gradebook.ts';
import { lateLossInWords, type LateLoss } from '$lib/domain/grading/late-rule.ts';
import { pointsInWords } from '$lib/domain/grading/points.ts';

type Result = { standing: Standing; earned: number; late: boolean };

/** What stands in one small cell. */
export function resultInCell({ standing, earned, late }: Result): string {
	if (standing === 'not due yet') return '–';
	if (standing === 'not given') return '';
	const words = standing === 'counts' ? pointsInWords(earned) : standing;
	return late ? `late ${words}` : words;
}

/** What lateness took off, for whoever points at the cell; the report of the student says it in words. */
export function lossInCell({ earned, lateLoss }: { earned: number; lateLoss: LateLoss | null }): string | undefined {
	if (!lateLoss) return undefined;
	return `${pointsInWords(lateLoss.before)}; ${lateLossInWords(lateLoss, earned)}`;
}

/** The same in a table with room: what it means, not what it counts. */
export const standingWords: Record<Standing, string> = {
	counts: 'graded',
	missing: 'missing: counts as 0',
	excused: 'excused: does not count',
	'to grade': 'waits for the teacher: does not count yet',
	'not due yet': 'not handed in yet: does not count',
	'not given': 'not given to this student',
	'not out yet': 'handed in: counts when its feedback is out',
};
