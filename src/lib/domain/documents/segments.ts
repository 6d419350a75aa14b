import type { Span } from '../spans/span.ts';

/** A run of text over which the same spans lie; no ids where none does. */
export type Segment = Span & { ids: string[] };

/** Cuts a stretch of text into flat runs to draw, in reading order and without gaps; ids keep the order of `spans`. */
export function segments(within: Span, spans: readonly (Span & { id: string })[]): Segment[] {
	const here = spans.filter((span) => span.start < within.end && within.start < span.end);
	const cuts = new Set([within.start, within.end]);
	for (const span of here) {
		cuts.add(Math.max(span.start, within.start));
		cuts.add(Math.min(span.end, within.end));
	}
	const ordered = [...cuts].sort((a, b) => a - b);
	return ordered.slice(1).map((end, index) => {
		const start = ordered[index] ?? within.start;
		return { start, end, ids: here.filter((span) => span.start <= start && end <= span.end).map(({ id }) => id) };
	});
}
