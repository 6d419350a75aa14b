/** Numbers of what a reader knows, always with how many they were counted from. */
import type { Interval } from '../../domain/study/interval.ts';

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** "78 %, likely 45 to 94 %"; nothing of nothing. */
export function shareInWords(count: number, of: number, interval: Interval | null): string {
	if (of === 0 || interval === null) return 'none yet';
	return `${percent(count / of)}, likely ${Math.round(interval.low * 100)} to ${percent(interval.high)}`;
}

/** What d' and criterion mean, in two sentences. */
export function sensitivityInWords(dPrime: number, criterion: number): string {
	const tells =
		dPrime < 0.3
			? 'So far you tell the two kinds apart no better than chance.'
			: dPrime < 1
				? 'You tell the two kinds apart better than chance, with many mistakes.'
				: dPrime < 2
					? 'You tell the two kinds apart well.'
					: 'You tell the two kinds apart very well.';
	const leans =
		criterion < -0.3
			? 'When in doubt you mark: you find more, and mark more that is sound.'
			: criterion > 0.3
				? 'When in doubt you leave alone: you mark little that is sound, and miss more.'
				: 'When in doubt you lean neither way.';
	return `${tells} ${leans}`;
}

/** What the gap between said and so means. The interval decides whether there is one. */
export function gapInWords(gap: number, { low, high }: Interval, answers: number): string {
	const points = Math.round(Math.abs(gap) * 100);
	if (low > 0) return `Over ${answers} answers you were surer than you were right, by about ${points} points of 100.`;
	if (high < 0)
		return `Over ${answers} answers you were right more often than you thought, by about ${points} points of 100.`;
	return `Over ${answers} answers, how sure you were and how often you were right fit each other as far as can be told.`;
}
