import type { Places } from './standing.ts';

/** What a person sees of their order once feedback is allowed. */
export type OrderReview = {
	kind: 'order';
	headline: string;
	sentences: string[];
	/** Everything in the right order, with its reason. */
	right: { id: string; text: string; places: Places; why: string }[];
	/** The person's rows from the top; empty in a key review, and where nothing was answered. */
	own: {
		id: string;
		text: string;
		/** Where it belongs. */
		places: Places;
		/** Null where it is in order. */
		belongs: 'earlier' | 'later' | null;
	}[];
};
