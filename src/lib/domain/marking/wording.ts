/** The words that a person reads for every id of the marking scheme. The only place that has them. */
import type { Category, Fit, Status, Technique, Tier, Voice } from './categories.ts';

export type Wording = { label: string; meaning: string };

export const categoryWording: Record<Category, Wording & { letter: string; plural: string }> = {
	loaded: { letter: 'L', label: 'Loaded', plural: 'loaded wordings', meaning: 'the wording itself takes a side' },
	claim: { letter: 'C', label: 'Claim', plural: 'claims', meaning: 'checkable, not supported here' },
	authority: {
		letter: 'A',
		label: 'Authority',
		plural: 'appeals to authority',
		meaning: 'believe it because they say so',
	},
};

export const techniqueWording: Record<Technique, Wording> = {
	'emotive-wording': {
		label: 'Emotive wording',
		meaning: 'strong feeling words where plainer ones carry the same fact',
	},
	'name-calling': { label: 'Name-calling', meaning: 'a label that praises or damns a person or a group' },
	exaggeration: { label: 'Exaggeration or shrinking', meaning: 'words that inflate or shrink and add no information' },
	'one-sided-term': {
		label: 'One-sided term',
		meaning: 'a name used by one side of a dispute where a shared or plain name exists',
	},
	euphemism: { label: 'Euphemism', meaning: 'soft or vague wording that hides who did what, or how much' },
	presupposition: {
		label: 'Presupposing or doubting word',
		meaning: 'a verb, hedge or quotation mark that slips in belief or disbelief',
	},
	quantity: { label: 'Quantity', meaning: 'a number, share, rank or trend' },
	event: { label: 'Event or action', meaning: 'who did what, when, where' },
	cause: { label: 'Cause', meaning: 'one thing said to bring about another' },
	'law-or-record': { label: 'Law, rule or record', meaning: 'what a law, treaty, ruling or vote says or did' },
	generalisation: { label: 'Generalisation or comparison', meaning: 'all, most, never, first, worst' },
	'prediction-or-motive': {
		label: 'Prediction or hidden motive',
		meaning: 'the future, or what others want, stated as fact',
	},
	treaty: { label: 'Treaty or charter', meaning: 'invokes a binding instrument' },
	'declaration-or-resolution': {
		label: 'Declaration or resolution',
		meaning: 'invokes a text of the United Nations or another body',
	},
	court: { label: 'Court or treaty body', meaning: 'invokes a judgment, an advisory opinion or a finding' },
	official: { label: 'Official or office-holder', meaning: 'invokes rank or post' },
	'expert-or-study': { label: 'Expert, study or institution', meaning: 'invokes expertise' },
	'anonymous-source': { label: 'Anonymous or vague source', meaning: 'the source cannot be identified' },
};

export const voiceWording: Record<Voice, Wording> = {
	own: { label: 'The writer’s own voice', meaning: 'the writer says it, with nobody else named' },
	'named-source': { label: 'A named source', meaning: 'quoted from, or attributed to, somebody who is named' },
	'unnamed-source': { label: 'An unnamed source', meaning: 'attributed to somebody who is not named' },
};

export const statusWording: Record<Status, Wording> = {
	supported: { label: 'Supported', meaning: 'the evidence given with it states it' },
	contradicted: { label: 'Contradicted', meaning: 'the evidence given with it cannot be true together with it' },
	unresolved: { label: 'Unresolved', meaning: 'checkable, but the evidence at hand does not settle it' },
	'not-verifiable': {
		label: 'Not verifiable as written',
		meaning: 'no record could settle it until it is worded differently',
	},
	opinion: { label: 'Opinion or value', meaning: 'not a statement of fact' },
};

export const fitWording: Record<Fit, Wording> = {
	accurate: {
		label: 'Accurate and relevant',
		meaning: 'the source says this, applies here, and its rank is stated fairly',
	},
	drift: { label: 'Drift', meaning: 'the source is real, but the words here are stronger, wider or different' },
	inflated: { label: 'Inflated status', meaning: 'something that does not bind is presented as binding' },
	misreported: {
		label: 'Misreported',
		meaning: 'the body, number, date, vote or content is wrong, or there is no such text',
	},
	'out-of-field': { label: 'Out of field', meaning: 'a real authority, but on something else' },
	untraceable: { label: 'Untraceable', meaning: 'no name, no document, no date: nobody could look it up' },
};

export const tierWording: Record<Tier, Wording> = {
	core: { label: 'Scored', meaning: 'finding it earns points' },
	acceptable: { label: 'Free', meaning: 'marking it earns and costs nothing' },
	contested: { label: 'Open to discussion', meaning: 'careful readers disagree; marking it earns and costs nothing' },
};
