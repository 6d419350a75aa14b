/**
 * What a class marked, without names and without the key: plain counts of people for each stretch of a text. Built so
 * that it tells neither what is right nor what one person did.
 */
import { categories, type Category } from '../marking/categories.ts';
import { mergeMarks } from '../marking/merge-marks.ts';
import type { ScoredMark } from '../marking/rule.ts';
import type { Span } from '../spans/span.ts';
import { heatOf, type HeatSegment } from './heat-map.ts';

/** With fewer classmates behind them, counts would point at a person. */
export const FEWEST_CLASSMATES = 5;
/** What one classmate alone marked is that person's mark, and is left out. */
const FEWEST_MARKS = 2;

export type ClassCount = { category: Category; count: number };
/** A stretch over which all the counts stay the same; the category that most people chose comes first. */
export type ClassStretch = Span & { counts: ClassCount[] };
/** A passage that some of the class marked, all of it or a part; `count` is how many at the most on one word. */
export type ClassPassage = Span & ClassCount;

/** A text to mark as the class has marked it; `people` is how many classmates handed it in. */
export type ClassText = { people: number; stretches: ClassStretch[]; passages: ClassPassage[] };

/** @returns null while too few have handed in */
export function classText(classmates: readonly (readonly ScoredMark[])[]): ClassText | null {
	if (classmates.length < FEWEST_CLASSMATES) return null;
	const merged = classmates.map(mergeMarks);
	const heat = categories.map((category) => ({
		category,
		segments: heatOf(merged.map((marks) => marks.filter((mark) => mark.category === category))).filter(
			({ count }) => count >= FEWEST_MARKS,
		),
	}));
	return {
		people: classmates.length,
		stretches: stretchesOf(heat),
		passages: heat
			.flatMap(({ category, segments }) => joined(segments).map((segment) => ({ ...segment, category })))
			.sort((a, b) => a.start - b.start || b.count - a.count),
	};
}

type Heat = { category: Category; segments: HeatSegment[] }[];

function stretchesOf(heat: Heat): ClassStretch[] {
	const cuts = [...new Set(heat.flatMap(({ segments }) => segments.flatMap(({ start, end }) => [start, end])))].sort(
		(a, b) => a - b,
	);
	return cuts.slice(1).flatMap((end, index) => {
		const start = cuts[index] ?? end;
		const counts = heat
			.flatMap(({ category, segments }) => {
				const over = segments.find((segment) => segment.start <= start && end <= segment.end);
				return over ? [{ category, count: over.count }] : [];
			})
			.sort((a, b) => b.count - a.count);
		return counts.length === 0 ? [] : [{ start, end, counts }];
	});
}

/** Segments that touch are one passage, as strong as its strongest part. */
function joined(segments: readonly HeatSegment[]): HeatSegment[] {
	const passages: HeatSegment[] = [];
	for (const { start, end, count } of segments) {
		const last = passages.at(-1);
		if (last?.end === start) passages[passages.length - 1] = { ...last, end, count: Math.max(last.count, count) };
		else passages.push({ start, end, count });
	}
	return passages;
}

const nameOf: Record<Category, string> = { loaded: 'as loaded', claim: 'as a claim', authority: 'as an authority' };

/** "9 of 24 marked this as loaded, 3 as a claim". */
export function countsInWords({ counts }: Pick<ClassStretch, 'counts'>, people: number): string {
	const [first, ...others] = counts;
	if (!first) return '';
	const rest = others.map(({ category, count }) => `${count} ${nameOf[category]}`);
	return [`${first.count} of ${people} marked this ${nameOf[first.category]}`, ...rest].join(', ');
}
