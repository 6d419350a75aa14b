/** What a person sees beside their own sentences once feedback is allowed. A teacher gives the points. */
export type ShortAnswerReview = {
	kind: 'short-answer';
	headline: string;
	sentences: string[];
	model: string;
	checklist: string[];
	/** Empty where the teacher grades without one. */
	rubric: { criterion: string; levels: { points: number; text: string }[] }[];
};
