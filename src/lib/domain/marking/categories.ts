/**
 * What a mark can be called. The ids are those of every file, row and page; the words are what a person reads.
 * Source: design of the marking scheme, after SemEval-2020 task 11, Recasens et al. 2013, CheckThat! and Walton.
 */

export const categories = ['loaded', 'claim', 'authority'] as const;
export type Category = (typeof categories)[number];

export const techniques = {
	loaded: ['emotive-wording', 'name-calling', 'exaggeration', 'one-sided-term', 'euphemism', 'presupposition'],
	claim: ['quantity', 'event', 'cause', 'law-or-record', 'generalisation', 'prediction-or-motive'],
	authority: ['treaty', 'declaration-or-resolution', 'court', 'official', 'expert-or-study', 'anonymous-source'],
} as const satisfies Record<Category, readonly string[]>;
export type Technique = (typeof techniques)[Category][number];

export const voices = ['own', 'named-source', 'unnamed-source'] as const;
export type Voice = (typeof voices)[number];

export const statuses = ['supported', 'contradicted', 'unresolved', 'not-verifiable', 'opinion'] as const;
export type Status = (typeof statuses)[number];

export const fits = ['accurate', 'drift', 'inflated', 'misreported', 'out-of-field', 'untraceable'] as const;
export type Fit = (typeof fits)[number];

export const tiers = ['core', 'acceptable', 'contested'] as const;
export type Tier = (typeof tiers)[number];
