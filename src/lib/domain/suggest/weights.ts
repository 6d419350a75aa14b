/**
 * What speaks for and against a suggestion, by category; `base` speaks for all. Fitted by tests/suggest/fit.ts and rounded.
 * Some were set by hand, because the texts that they were fitted to are few and of one kind (fitted): `quantity` (0), `short`
 * (-0.8), `medium` (-0.1), `presupposition` (-0.4), `phrase` (-0.3), `quoted` of loaded words (0.7) and claims (0.2),
 * `reported` (0), `bare` and `mention` (not fitted). Fitted and left out: `here` (-0.3), `ownReport` (0.2).
 */
import type { Category } from '../marking/categories.ts';

export const weights: Record<Category, Record<string, number>> = {
	loaded: {
		base: 0,
		strong: 1.4,
		medium: -0.4,
		weak: -1.9,
		scare: 0.6,
		'name-calling': -0.2,
		'one-sided-term': 0.1,
		exaggeration: -0.4,
		euphemism: 0.3,
		presupposition: -0.1,
		joined: -0.3,
		phrase: -0.1,
		others: 0.2,
		heat: 0.2,
		quoted: 0.1,
		reported: -0.6,
	},
	claim: {
		base: -0.2,
		quantity: 0.5,
		event: 0.3,
		cause: 0.4,
		'law-or-record': 1.5,
		generalisation: 0.9,
		'prediction-or-motive': 0.1,
		weak: 0.1,
		heat: 0.4,
		reporting: -1,
		attributed: -0.4,
		unnamed: 0.4,
		record: -1.3,
		announced: -0.9,
		noStatement: -1.9,
		quoted: -0.2,
		short: -0.4,
		bare: -1,
		long: 0.5,
		headline: -0.3,
	},
	authority: {
		base: 0.1,
		treaty: 0.2,
		resolution: 0.7,
		court: 0,
		official: -0.7,
		expert: 0.4,
		person: -0.3,
		unnamed: -0.3,
		says: 0.5,
		named: 0.4,
		mention: -1.8,
		heat: 0.3,
		quoted: 0.1,
	},
};

/** Less sure suggestions are not made. */
export const least: Record<Category, number> = { loaded: 0.35, claim: 0.4, authority: 0.4 };
