/** A passage that may be worth a key span: a hint for an author, mostly wrong, for a person to decide. */
import type { Category } from '../marking/categories.ts';
import type { Span } from '../spans/span.ts';

export type Candidate = Span & {
	quote: string;
	category: Category;
	technique: string;
	/** One sentence to the author. */
	reason: string;
	/** From 0 to 1: an order among candidates, no probability. */
	confidence: number;
};

/** What a rule found, before it is cut out of the text. */
export type Hit = Span & Pick<Candidate, 'category' | 'technique' | 'reason' | 'confidence'>;
