/** What a reader can call a sentence. Without schemas, so that a page can use it. */
import { categories, techniques, type Category, type Technique } from '../marking/categories.ts';

/** A sentence with nothing to mark. */
export const SOUND = 'sound';
export type Reading = Category | typeof SOUND;

export const everyTechnique: readonly Technique[] = Object.values(techniques).flat();

export const categoryOf = (technique: Technique): Category =>
	categories.find((category) => techniques[category].some((each) => each === technique)) ?? 'loaded';

/** quick-call: say what the whole sentence has. mark-spans: mark the words, or say that there is nothing to mark. */
export const plays = ['quick-call', 'mark-spans'] as const;
export type Play = (typeof plays)[number];

export const confidences = ['guess', 'fairly', 'sure'] as const;
export type Confidence = (typeof confidences)[number];

/** How often somebody who says so means to be right. The words are what a page offers. */
export const confidenceWording: Record<Confidence, { label: string; meaning: string; says: number }> = {
	guess: { label: 'A guess', meaning: 'right about half the time', says: 0.5 },
	fairly: { label: 'Fairly sure', meaning: 'right three times in four', says: 0.75 },
	sure: { label: 'Sure', meaning: 'right nineteen times in twenty', says: 0.95 },
};
