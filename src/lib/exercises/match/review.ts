/** What a person sees of their pairs once feedback is allowed. */
export type MatchReview = {
	kind: 'match';
	headline: string;
	sentences: string[];
	pairs: {
		id: string;
		text: string;
		/** Null where it was left out, and throughout a key review. */
		chosen: Partner | null;
		/** The first is the best; another listed one is right too. */
		right: Partner[];
		isRight: boolean;
		why: string;
	}[];
	/** What matches nothing, with the reason. */
	spare: (Partner & { why: string })[];
};

export type Partner = { letter: string; text: string };
