/** Turns marks into flat runs of text to draw: no element per word, and lines that stack where marks overlap. */
import type { ShownParagraph } from '../../domain/documents/document.ts';
import { segments } from '../../domain/documents/segments.ts';
import type { Category } from '../../domain/marking/categories.ts';
import type { Mark } from '../../domain/marking/mark.ts';
import { categoryWording } from '../../domain/marking/wording.ts';
import { countsInWords, type ClassText } from '../../domain/measures/class-layer.ts';
import { heatStep } from '../../domain/measures/heat-map.ts';
import { lengthOf, overlap } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';

/** What a line is drawn in: one of the three inks, or that of a change between two texts. */
export type Ink = Category | 'change';

export type DrawnMark = Span & {
	id: string;
	/** The note in the margin that speaks of it; its own id where nothing else is said. */
	note?: string;
	/** Null for a passage that is rightly left alone. */
	category: Ink | null;
	/** What stands behind it: "L", "L ✓". */
	letter: string;
	/** What is read aloud there. */
	spoken: string;
	/** Thin and grey: in the key, and not marked. */
	faint?: boolean;
};

export type Line = { category: Ink | null; level: number; faint: boolean };

export type Heat = { category: Category; step: number; said: string };

export type Run = {
	start: number;
	text: string;
	/** Notes that speak of this run. */
	notes: string[];
	lines: Line[];
	/** How the class marked it, where that is shown. */
	heat: Heat | null;
	/** Marks that end with this run. */
	ended: DrawnMark[];
};

export type DrawnParagraph = { number: number; start: number; runs: Run[] };

/** Two marks of one category never overlap, so this names one mark among all. */
export const idOfMark = ({ start, category }: Mark): string => `${category}-${start}`;

export const drawMark = (mark: Mark): DrawnMark => ({
	id: idOfMark(mark),
	start: mark.start,
	end: mark.end,
	category: mark.category,
	letter: categoryWording[mark.category].letter,
	spoken: ` (marked: ${categoryWording[mark.category].label.toLowerCase()}) `,
});

type Placed = DrawnMark & { level: number };
type Draw = (
	paragraphs: readonly ShownParagraph[],
	marks: readonly DrawnMark[],
	classMarks?: ClassText | null,
) => DrawnParagraph[];
type HeatSpan = Span & { id: string; heat: Heat };

/** Draws again and again for one text: a paragraph whose marks stayed the same stays the same object, and is not touched. */
export function paragraphDrawer(): Draw {
	const drawn = new Map<number, { marks: string; paragraph: DrawnParagraph }>();
	return (paragraphs, marks, classMarks = null) => {
		const placed = withLevels(marks);
		const heat = classMarks ? heatSpans(classMarks) : [];
		return paragraphs.map((paragraph) => {
			const end = paragraph.start + paragraph.text.length;
			const here = placed.filter((mark) => mark.start < end && paragraph.start < mark.end);
			const warm = heat.filter((span) => span.start < end && paragraph.start < span.end);
			const signature = JSON.stringify([paragraph.text, here, warm]);
			const before = drawn.get(paragraph.start);
			if (before?.marks === signature) return before.paragraph;
			const now = drawParagraph(paragraph, here, warm);
			drawn.set(paragraph.start, { marks: signature, paragraph: now });
			return now;
		});
	};
}

function heatSpans({ people, stretches }: ClassText): HeatSpan[] {
	return stretches.flatMap(({ start, end, counts }) => {
		const [most] = counts;
		if (!most) return [];
		const heat = {
			category: most.category,
			step: heatStep(most.count, people),
			said: countsInWords({ counts }, people),
		};
		return [{ id: `class-${start}`, start, end, heat }];
	});
}

function drawParagraph(
	{ number, start, text }: ShownParagraph,
	marks: readonly Placed[],
	warm: readonly HeatSpan[],
): DrawnParagraph {
	const byId = new Map(marks.map((mark) => [mark.id, mark]));
	const runs = segments({ start, end: start + text.length }, [...marks, ...warm]).map((segment) => {
		const here = segment.ids.flatMap((id) => byId.get(id) ?? []);
		return {
			start: segment.start,
			text: text.slice(segment.start - start, segment.end - start),
			notes: [...new Set(here.map((mark) => mark.note ?? mark.id))],
			lines: here
				.map(({ category, level, faint = false }) => ({ category, level, faint }))
				.toSorted((a, b) => a.level - b.level),
			heat: warm.find(({ id }) => segment.ids.includes(id))?.heat ?? null,
			ended: here.filter(({ end }) => end === segment.end),
		};
	});
	return { number, start, runs };
}

/** How far below the text each mark's line runs: short marks next to it, and no two that overlap on one level. */
function withLevels(marks: readonly DrawnMark[]): Placed[] {
	const levels = new Map<string, number>();
	for (const mark of marks.toSorted((a, b) => lengthOf(a) - lengthOf(b))) {
		const taken = new Set(marks.filter((other) => overlap(other, mark) > 0).map(({ id }) => levels.get(id)));
		let level = 0;
		while (taken.has(level)) level += 1;
		levels.set(mark.id, level);
	}
	return marks.map((mark) => ({ ...mark, level: levels.get(mark.id) ?? 0 }));
}
