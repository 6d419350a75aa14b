/** What a person sees of a choice once feedback is allowed. */
export type ChoiceReview = {
	kind: 'choice';
	headline: string;
	sentences: string[];
	/** Every option with its reason; `chosen` is false throughout a key review. */
	options: {
		id: string;
		text: string;
		chosen: boolean;
		correct: boolean;
		why: string;
		/** Ruled by the teacher to be open to either view. */
		open?: true;
	}[];
};
