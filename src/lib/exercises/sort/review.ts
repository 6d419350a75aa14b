/** What a person sees of their sorting once feedback is allowed. */
export type SortReview = {
	kind: 'sort';
	headline: string;
	sentences: string[];
	/** Everything that was to be sorted, with its reason. Places are told by their labels. */
	items: {
		id: string;
		text: string;
		/** Null where it was left out, and throughout a key review. */
		chosen: string | null;
		/** The first is the best; another listed one is right too. */
		right: string[];
		isRight: boolean;
		why: string;
	}[];
};
