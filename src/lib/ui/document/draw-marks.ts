/** Turns marks into flat runs of text to draw: no element per word, and lines that stack where marks overlap. */
import type { ShownParagraph } from '../../domain/documents/document.ts';
import { segments } from '../../domain/documents/segments.ts';
import type { Category } from '../../domain/marking/categories.ts';
import type { Mark } from '../../domain/marking/mark.ts';
import { categoryWording } from '../../domain/marking/wording.ts';
import { lengthOf, overlap } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';

export type DrawnMark = Span & {
	id: string;
	/** The note in the margin that speaks of it; its own id where nothing else is said. */
	note?: string;
	/** Null for a passage that is rightly left alone. */
	category: Category | null;
	/** What stands behind it: "L", "L ✓". */
	letter: string;
	/** What is read aloud there. */
	spoken: string;
	/** Thin and grey: in the key, and not marked. */
	faint?: boolean;
};

export type Line = { category: Category | null; level: number; faint: boolean };

export type Run = {
	start: number;
	text: string;
	/** Notes that speak of this run. */
	notes: string[];
	lines: Line[];
	/** Marks that end with this run. */
	ended: DrawnMark[];
};

export type DrawnParagraph = { number: number; start: number; runs: Run[] };

export const drawMark = (mark: Mark, index: number): DrawnMark => ({
	id: String(index),
	start: mark.start,
	end: mark.end,
	category: mark.category,
	letter: categoryWording[mark.category].letter,
	spoken: ` (marked: ${categoryWording[mark.category].label.toLowerCase()}) `,
});

export function drawParagraphs(paragraphs: readonly ShownParagraph[], marks: readonly DrawnMark[]): DrawnParagraph[] {
	const levels = levelsOf(marks);
	const byId = new Map(marks.map((mark) => [mark.id, mark]));
	return paragraphs.map(({ number, start, text }) => ({
		number,
		start,
		runs: segments({ start, end: start + text.length }, marks).map((segment) => {
			const here = segment.ids.flatMap((id) => byId.get(id) ?? []);
			return {
				start: segment.start,
				text: text.slice(segment.start - start, segment.end - start),
				notes: [...new Set(here.map((mark) => mark.note ?? mark.id))],
				lines: here
					.map(({ id, category, faint = false }) => ({ category, level: levels.get(id) ?? 0, faint }))
					.toSorted((a, b) => a.level - b.level),
				ended: here.filter(({ end }) => end === segment.end),
			};
		}),
	}));
}

/** How far below the text each mark's line runs: short marks next to it, and no two that overlap on one level. */
function levelsOf(marks: readonly DrawnMark[]): Map<string, number> {
	const placed: { mark: DrawnMark; level: number }[] = [];
	for (const mark of marks.toSorted((a, b) => lengthOf(a) - lengthOf(b))) {
		const taken = new Set(placed.filter((other) => overlap(other.mark, mark) > 0).map(({ level }) => level));
		let level = 0;
		while (taken.has(level)) level += 1;
		placed.push({ mark, level });
	}
	return new Map(placed.map(({ mark, level }) => [mark.id, level]));
}
