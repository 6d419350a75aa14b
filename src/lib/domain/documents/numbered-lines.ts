import type { Span } from '../spans/span.ts';
import type { ShownParagraph } from './document.ts';
import { words } from './words.ts';

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

/** The words of a line with their places in the whole document; the first is number 1. */
export function numberedWords({ start, text }: PrintedLine): (Span & { number: number })[] {
	return words(text).map((word, index) => ({ start: start + word.start, end: start + word.end, number: index + 1 }));
}

/** Where a span stands on paper: "14, word 3", "14, words 3–6" or "14, word 11 to 15, word 2"; lines break only at "to". */
export function placeOnPaper(lines: readonly PrintedLine[], { start, end }: Span): string {
	const touched = lines.flatMap((line) =>
		numberedWords(line)
			.filter((word) => word.start < end && start < word.end)
			.map(({ number }) => ({ line: line.number, number })),
	);
	const [first, last] = [touched[0], touched.at(-1)];
	if (!first || !last) return '';
	const place = (at: typeof first) => `${at.line},\u00a0word\u00a0${at.number}`;
	if (first.line !== last.line) return `${place(first)} to ${place(last)}`;
	if (first.number === last.number) return place(first);
	return `${first.line},\u00a0words\u00a0${first.number}–${last.number}`;
}

/** A word longer than the line stands whole. */
function lastSpace(text: string, length: number): number {
	const before = text.lastIndexOf(' ', length);
	if (before > 0) return before;
	const after = text.indexOf(' ', length);
	return after === -1 ? text.length : after;
}
