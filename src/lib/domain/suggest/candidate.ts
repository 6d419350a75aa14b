/** A passage that may be worth a key span: a hint for an author, for a person to decide. */
import type { Category } from '../marking/categories.ts';
import type { Span } from '../spans/span.ts';
import type { Traits } from './confidence.ts';

export type Candidate = Span & {
	quote: string;
	category: Category;
	technique: string;
	/** One sentence to the author. */
	reason: string;
	/** The share of such candidates that met a key where it was measured, 0 to 1. */
	confidence: number;
};

/** What a rule found, before it is cut out of the text and weighed. */
export type RawHit = Span & Pick<Candidate, 'category' | 'technique' | 'reason'> & { traits: Traits };
