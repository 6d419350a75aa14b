import type { WrittenReview } from '../written.ts';

/** What a person sees beside their own text once feedback is allowed. A teacher gives the points. */
export type EssayReview = WrittenReview & {
	kind: 'essay';
	headline: string;
	sentences: string[];
};
