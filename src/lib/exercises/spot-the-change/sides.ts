/** The two texts of a comparison; a file of its own, so that a browser fetches no schema with it. */
export const sides = ['before', 'after'] as const;
/** Which of the two texts. What was left out stands only in the first, what was added only in the second. */
export type Side = (typeof sides)[number];
