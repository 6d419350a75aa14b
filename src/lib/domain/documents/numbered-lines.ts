import type { ShownParagraph } from './document.ts';

/** A line of a printed text; `start` is its offset in the whole document. */
export type PrintedLine = { number: number; start: number; text: string; opensParagraph: number | null };

/** Characters of a line on a page of A4 or Letter at the size that worksheets are set in. */
export const LINE_LENGTH = 78;

/** Breaks paragraphs at spaces into lines that are counted through the text, so that a class can say "line 14". */
export function numberedLines(paragraphs: readonly ShownParagraph[], length = LINE_LENGTH): PrintedLine[] {
	const lines: PrintedLine[] = [];
	for (const paragraph of paragraphs) {
		let at = 0;
		while (at < paragraph.text.length) {
			const rest = paragraph.text.slice(at);
			const end = rest.length <= length ? rest.length : lastSpace(rest, length);
			lines.push({
				number: lines.length + 1,
				start: paragraph.start + at,
				text: rest.slice(0, end).trimEnd(),
				opensParagraph: at === 0 ? paragraph.number : null,
			});
			at += end;
			while (paragraph.text[at] === ' ') at += 1;
		}
	}
	return lines;
}

/** A word longer than the line stands whole. */
function lastSpace(text: string, length: number): number {
	const before = text.lastIndexOf(' ', length);
	if (before > 0) return before;
	const after = text.indexOf(' ', length);
	return after === -1 ? text.length : after;
}
