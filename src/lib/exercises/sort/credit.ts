import type { ShownDocument } from '../../domain/documents/document.ts';

/** "Daily Times, wire report, 2025-02-07": where a quotation comes from. */
export function creditOf(document: ShownDocument | undefined): string {
	if (!document) return '';
	const { author, publisher, genre, date } = document.about;
	return [author, publisher, genre, date].filter(Boolean).join(', ');
}
