import type { WrittenReview } from '../written.ts';

/** What a person sees beside their own sentences once feedback is allowed. A teacher gives the points. */
export type ShortAnswerReview = WrittenReview & {
	kind: 'short-answer';
	headline: string;
	sentences: string[];
};
