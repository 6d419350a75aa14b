import type { ShownParagraph } from '../../domain/documents/document.ts';

/** The lines of a typed text that have any words, with their places in it (UTF-16 units). */
export function typedParagraphs(text: string): ShownParagraph[] {
	const paragraphs: ShownParagraph[] = [];
	let start = 0;
	for (const line of text.split('\n')) {
		if (line.trim() !== '') paragraphs.push({ number: paragraphs.length + 1, start, text: line });
		start += line.length + 1;
	}
	return paragraphs;
}
