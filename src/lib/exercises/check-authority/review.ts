import type { Fit } from '../../domain/marking/categories.ts';

/** What a person sees of a checked appeal once feedback is allowed. */
export type CheckAuthorityReview = {
	kind: 'check-authority';
	headline: string;
	sentences: string[];
	/** Addresses in the library; the first of `right` is the best. `chosen` is null in a key review. */
	passage: { chosen: string | null; right: string[]; isRight: boolean; why: string };
	fit: { chosen: Fit | null; right: Fit[]; isRight: boolean };
	/** The reason for every value of fit that the key explains, the right ones first. */
	fits: { fit: Fit; label: string; right: boolean; chosen: boolean; why: string }[];
};
