/** How many people marked each stretch of a text, as flat runs to draw. */
import type { ShownParagraph } from '../documents/document.ts';
import { lengthOf } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';

/** A stretch that the same number of people marked; stretches that nobody marked are left out. */
export type HeatSegment = Span & { count: number };

/**
 * @param people each one's marks; no two marks of one person may overlap
 * @returns stretches in reading order; neighbours differ in their count
 */
export function heatOf(people: readonly (readonly Span[])[]): HeatSegment[] {
	const changes = new Map<number, number>();
	const change = (at: number, by: number) => changes.set(at, (changes.get(at) ?? 0) + by);
	for (const { start, end } of people.flat()) {
		change(start, 1);
		change(end, -1);
	}
	const segments: HeatSegment[] = [];
	let count = 0;
	let start = 0;
	for (const [at, by] of [...changes].filter(([, by]) => by !== 0).sort(([a], [b]) => a - b)) {
		if (count > 0) segments.push({ start, end: at, count });
		count += by;
		start = at;
	}
	return segments;
}

export const HEAT_STEPS = 5;

/** Which of five strengths a share of the class is drawn in: 1 is up to a fifth, 5 more than four fifths, 0 nobody. */
export const heatStep = (count: number, people: number): number =>
	count === 0 || people === 0 ? 0 : Math.min(HEAT_STEPS, Math.ceil((count * HEAT_STEPS) / people));

/** A number set behind a passage, where the text leads to its row in a table. */
export type HeatReference = { at: number; label: string };

export type HeatRun = { text: string; count: number; step: number; references: string[] };
export type HeatParagraph = { number: number; start: number; runs: HeatRun[] };

/** The paragraphs cut wherever the count changes or a reference stands; reading them in a row gives the text again. */
export function heatParagraphs(
	paragraphs: readonly ShownParagraph[],
	segments: readonly HeatSegment[],
	references: readonly HeatReference[],
	people: number,
): HeatParagraph[] {
	return paragraphs.map(({ number, start, text }) => {
		const end = start + text.length;
		const cuts = new Set([start, end]);
		for (const at of segments.flatMap((segment) => [segment.start, segment.end]))
			if (start < at && at < end) cuts.add(at);
		for (const { at } of references) if (start < at && at < end) cuts.add(at);
		const ordered = [...cuts].sort((a, b) => a - b);
		const runs = ordered.slice(1).map((to, index): HeatRun => {
			const from = ordered[index] ?? start;
			const count = segments.find((segment) => segment.start <= from && to <= segment.end)?.count ?? 0;
			return {
				text: text.slice(from - start, to - start),
				count,
				step: heatStep(count, people),
				references: references.filter(({ at }) => at === to).map(({ label }) => label),
			};
		});
		return { number, start, runs };
	});
}

/**
 * Agreement on what to mark: twice the text that two people both marked, by all that the two marked, taken together
 * over every pair of people. For one pair it is Dice (1945); for many it is the positive specific agreement of Cicchetti
 * and Feinstein (1990), which Hripcsak and Rothschild (2005) show to be the F-measure of one against another. 1 is the
 * same marks throughout; null where there is no pair or no mark.
 */
export function agreement(segments: readonly HeatSegment[], people: number): number | null {
	let shared = 0;
	let marked = 0;
	for (const segment of segments) {
		shared += lengthOf(segment) * segment.count * (segment.count - 1);
		marked += lengthOf(segment) * segment.count * (people - 1);
	}
	return marked === 0 ? null : shared / marked;
}
