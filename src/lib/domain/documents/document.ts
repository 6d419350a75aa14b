import type { Span } from '../spans/span.ts';

/** Where a text comes from, as a page may print it. Exactly one of title and label is there. */
export type DocumentAbout = {
	title?: string;
	label?: string;
	publisher: string;
	author?: string;
	date: string;
	genre: 'report' | 'op-ed' | 'blog post' | 'wire report' | 'own text';
	address?: string;
	rights: string;
	language: string;
	contentNote: string;
};

/** A source text, frozen. Furniture (navigation, lifted pull-quotes) is kept in the text and left out of the page. */
export type SourceDocument = { name: string; text: string; about: DocumentAbout; furniture: Span[] };

/** One paragraph as a reader sees it; `start` is its offset in the whole document. */
export type ShownParagraph = { number: number; start: number; text: string };

/** What a page gets of a document: the article's paragraphs and their places in the frozen text. */
export type ShownDocument = { name: string; about: DocumentAbout; paragraphs: ShownParagraph[] };
