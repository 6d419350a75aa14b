/** Which passages are worth the class's time, and a question to open each with. */
import type { KeySpan } from '../lessons/document-key.ts';
import type { Fit, Technique } from '../marking/categories.ts';
import { inReadingOrder } from '../spans/algebra.ts';
import type { PassageTally } from './class-marks.ts';

export type Discussed = { place: number; tally: PassageTally; prompt: string };

const MOST = 5;

/**
 * The five passages that split the class most: closest to half found. What everybody or nobody found splits nobody.
 *
 * @param tallies one for each span, in the same order
 */
export function talkAbout(spans: readonly KeySpan[], tallies: readonly PassageTally[]): Discussed[] {
	return spans
		.flatMap((span, place) => {
			const tally = tallies[place] ?? { found: 0, missed: 0, otherName: 0 };
			const people = tally.found + tally.missed + tally.otherName;
			const isSplit = tally.found > 0 && tally.found < people;
			return isSplit && span.tier !== 'acceptable' ? [{ span, place, tally, people }] : [];
		})
		.sort(
			(a, b) =>
				Math.abs(a.tally.found / a.people - 0.5) - Math.abs(b.tally.found / b.people - 0.5) ||
				inReadingOrder(a.span, b.span),
		)
		.slice(0, MOST)
		.map(({ span, place, tally }) => ({ place, tally, prompt: discussionPrompt(span) }));
}

/** A question that the key does not answer for the class: from tier, category, technique and fit. */
export function discussionPrompt({ tier, category, technique, fit, voice, note }: KeySpan): string {
	const [first] = technique;
	const question =
		category === 'authority' && fit?.[0] ? byFit[fit[0]] : first ? byTechnique[first] : byCategory[category];
	if (tier === 'contested') return note?.includes('?') ? note : `${openQuestion} ${question}`;
	if (category === 'claim') return `${question} ${bestVersion}`;
	if (category === 'loaded' && voice?.length && !voice.includes('own')) return `${question} ${whoseWord}`;
	return question;
}

const openQuestion = 'Careful readers disagree about this one. What speaks for marking it, and what against?';
const bestVersion = 'What is the best true version of this sentence?';
const whoseWord = 'Whose word is it: the writer’s, or somebody else’s?';

const byCategory: Record<KeySpan['category'], string> = {
	loaded: 'What plainer words carry the same fact?',
	claim: 'What record could settle it, and where would you look?',
	authority: 'Take the source away. Which reason to believe it is left?',
};

const byTechnique: Record<Technique, string> = {
	'emotive-wording':
		'Which plainer words carry the same fact? Read the sentence aloud both ways: what is gone, and what is still there?',
	'name-calling': 'What would somebody write here who wants to say who this is, and nothing more?',
	exaggeration: 'Take it out. Which fact is gone? If none is, what was it there for?',
	'one-sided-term': 'Who uses this name, and who would not? Is there one that both could read?',
	euphemism: 'Who did what, to whom, and how often? Say the sentence with that in it.',
	presupposition: 'What does the wording ask you to believe before anything has been shown?',
	quantity: 'Who counted, when, and what exactly? Which record would show the number?',
	event: 'Who could know this, and where would it be on record?',
	cause: 'What shows that one brought about the other, and not only that both happened?',
	'law-or-record': 'Open the text that it speaks of. Which words there say this?',
	generalisation: 'Would one exception make it wrong? Who has looked at all of them?',
	'prediction-or-motive': 'How could anybody know this? What was done or said, as far as it can be seen?',
	treaty: 'Who has bound themselves by it, and to what? Open it: which words say this?',
	'declaration-or-resolution': 'Which body adopted it, and does it bind anybody? Which words in it say this?',
	court: 'Who decided what, about whom? Is it a judgment, an opinion or a finding?',
	official: 'What can this person know by their post, and what not?',
	'expert-or-study': 'What did they look at, and can a reader find it?',
	'anonymous-source': 'What would a reader have to be told to look this up? Is there a reason not to tell?',
};

const byFit: Record<Fit, string> = {
	accurate: 'The source says this, and it fits. Why is it an appeal all the same, and why is it no fault?',
	drift: 'Hold it beside the source. Which words here are stronger or wider than the words there?',
	inflated: 'What would make such a text binding on a state? Which text that does bind says the same?',
	misreported: 'Look it up: the body, the number, the date, the words. What does the source itself have?',
	'out-of-field': 'What is this authority an authority on, and is this question part of it?',
	untraceable: 'What would a reader have to be told to look this up?',
};
