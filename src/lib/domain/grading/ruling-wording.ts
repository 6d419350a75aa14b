/** What a ruling is called, for those who rule and those who are ruled on. */
import type { ChallengeTarget, Decision } from './rulings.ts';

/**
 * To a student: what became of it.
 *
 * @param wasRight the key called the option right when it was ruled on
 */
export function rulingInWords(decision: Decision, target: ChallengeTarget, wasRight = false): string {
	if (decision === 'keep') return 'The key stands.';
	if (decision === 'take back') return 'What was ruled on this before does not hold any more.';
	if (decision === 'widen') return 'More words may be covered.';
	if (target.is === 'option') {
		if (wasRight) return 'It need not be chosen any more; choosing it costs nothing.';
		return decision === 'accept' ? 'This answer is right too.' : 'Open to either view: choosing it costs nothing.';
	}
	if (decision === 'contested') return 'A question for the class: marking it earns and costs nothing.';
	return target.is === 'span'
		? 'Marking it is free now; leaving it alone costs nothing.'
		: 'It may be marked: it costs nothing any more.';
}

/** In a list: one word for each decision. */
export const decisionWords: Record<Decision, string> = {
	accept: 'Accepted',
	widen: 'Widened',
	contested: 'Contested',
	keep: 'Kept',
	'take back': 'Taken back',
};
