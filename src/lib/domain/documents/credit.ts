import type { DocumentAbout } from './document.ts';

/** Where words come from: "Daily Times, wire report, 2025-02-07"; empty for no document. */
export function creditOf(document: { about: DocumentAbout } | undefined): string {
	if (!document) return '';
	const { author, publisher, genre, date } = document.about;
	return [author, publisher, genre, date].filter(Boolean).join(', ');
}
