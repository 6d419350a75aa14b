import type { Span } from '../spans/span.ts';
import type { Category, Technique } from './categories.ts';

/** A student's labelled span. The quote is the text at the span: a checksum that refuses a mark on another text. */
export type Mark = Span & {
	category: Category;
	quote: string;
	technique?: Technique;
	/** What the student wrote beside it, for themselves and their teacher. */
	note?: string;
};
