/** The article inside a frozen text: its paragraphs, without the furniture that was printed around them. */
import type { Span } from '../spans/span.ts';
import { trim } from '../spans/algebra.ts';
import type { DocumentAbout, ShownDocument, ShownParagraph, SourceDocument } from './document.ts';

/** First and last paragraph number, both included. */
export type ParagraphRange = readonly [first: number, last: number];

type Article = Pick<SourceDocument, 'text' | 'furniture'>;

/** A paragraph is a line that has words left when furniture and white space are gone; numbers begin at 1. */
export function articleParagraphs(document: Article, range?: ParagraphRange): ShownParagraph[] {
	const paragraphs = linesOf(document.text)
		.flatMap((line) => withoutFurniture(document, line) ?? [])
		.map(({ start, end }, index) => ({ number: index + 1, start, text: document.text.slice(start, end) }));
	return range ? paragraphs.filter(({ number }) => range[0] <= number && number <= range[1]) : paragraphs;
}

/** Built field by field: nothing that is added to a document later reaches a page unseen. */
export function showDocument(document: SourceDocument, range?: ParagraphRange): ShownDocument {
	return {
		name: document.name,
		about: showAbout(document.about),
		paragraphs: articleParagraphs(document, range),
	};
}

export const spanOf = (paragraph: ShownParagraph): Span => ({
	start: paragraph.start,
	end: paragraph.start + paragraph.text.length,
});

function showAbout(about: DocumentAbout): DocumentAbout {
	const { title, label, publisher, author, date, genre, address, rights, language, contentNote } = about;
	return {
		...(title === undefined ? {} : { title }),
		...(label === undefined ? {} : { label }),
		publisher,
		...(author === undefined ? {} : { author }),
		date,
		genre,
		...(address === undefined ? {} : { address }),
		rights,
		language,
		contentNote,
	};
}

function linesOf(text: string): Span[] {
	const lines: Span[] = [];
	let start = 0;
	for (const line of text.split('\n')) {
		lines.push({ start, end: start + line.length });
		start += line.length + 1;
	}
	return lines;
}

/** What is left of a line when furniture at its ends is taken off, as often as some is found there. */
function withoutFurniture({ text, furniture }: Article, line: Span): Span | null {
	let rest = trim(text, line, isWhiteSpace);
	while (rest) {
		const { start, end }: Span = rest;
		const atStart = furniture.find((piece) => piece.start <= start && start < piece.end);
		const atEnd = furniture.find((piece) => piece.start < end && end <= piece.end);
		if (!atStart && !atEnd) return rest;
		rest = trim(text, { start: atStart?.end ?? start, end: atStart ? end : (atEnd?.start ?? end) }, isWhiteSpace);
	}
	return null;
}

const isWhiteSpace = (character: string): boolean => /\s/u.test(character);
