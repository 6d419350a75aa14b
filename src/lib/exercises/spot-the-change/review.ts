import type { Span } from '../../domain/spans/span.ts';

/**
 * found: with its effect. effect: found, with another effect or none. near: marked too wide or too narrow, which earns and costs nothing. missed: left
 * alone. free: a minor change, marked or not. not-marked: any change in a key review, where nobody answered.
 */
export type ChangeOutcome = 'found' | 'effect' | 'near' | 'missed' | 'free' | 'not-marked';

export type ReviewPassage = Span & { quote: string };

export type ReviewChange = {
	id: string;
	/** From 1, in reading order. */
	number: number;
	/** Null on the side where the words do not stand. */
	before: ReviewPassage | null;
	after: ReviewPassage | null;
	/** In words; any of them is right, the best first. */
	effects: string[];
	minor: boolean;
	outcome: ChangeOutcome;
	/** What happened, in words. */
	verdict: string;
	/** Indexes of the marks that met it. */
	marks: number[];
	why: string;
};

/** What a person sees of two compared texts once feedback is allowed. */
export type SpotTheChangeReview = {
	kind: 'spot-the-change';
	headline: string;
	sentences: string[];
	changes: ReviewChange[];
	/** Marks that met no change, by their index. */
	imagined: { mark: number; why: string }[];
	/** Nobody answered: the key alone. */
	isKeyOnly: boolean;
};
