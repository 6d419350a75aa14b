import type { Span } from './span.ts';

export const lengthOf = (span: Span): number => span.end - span.start;

/** How many code units two spans share; 0 where they only touch. */
export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether no gap lies between them: they overlap, or one begins where the other ends. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** Length of the gap between two spans; 0 where they touch. */
export const distance = (a: Span, b: Span): number => Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));

export const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

export const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Reading order: the earlier first, the shorter first where both begin together. */
export const inReadingOrder = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** Share of two spans that they have in common, 0 to 1 (Dice 1945: twice the overlap by the sum of lengths). */
export function dice(a: Span, b: Span): number {
	const total = lengthOf(a) + lengthOf(b);
	return total === 0 ? 0 : (2 * overlap(a, b)) / total;
}

/** The union in reading order: spans that share a character become one, those that merely touch stay two. */
export function merge(spans: readonly Span[]): Span[] {
	const merged: Span[] = [];
	for (const span of spans.toSorted(inReadingOrder)) {
		const last = merged.at(-1);
		if (last && overlap(last, span) > 0) merged[merged.length - 1] = cover(last, span);
		else merged.push({ start: span.start, end: span.end });
	}
	return merged;
}

/** The span without the characters at both ends that the test accepts; null when nothing is left. */
export function trim(text: string, span: Span, isTrimmed: (character: string) => boolean): Span | null {
	let { start, end } = span;
	while (start < end && isTrimmed(text.charAt(start))) start += 1;
	while (end > start && isTrimmed(text.charAt(end - 1))) end -= 1;
	return start < end ? { start, end } : null;
}
