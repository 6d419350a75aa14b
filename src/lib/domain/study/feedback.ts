/** What a reader sees of a sentence once they have answered it: the reason at once, right or wrong. */
import type { Evidence } from '../lessons/document-key.ts';
import type { Category, Fit, Status, Technique, Voice } from '../marking/categories.ts';
import { categoryWording, techniqueWording } from '../marking/wording.ts';
import type { Span } from '../spans/span.ts';
import { flags, type Marking, type StudyAnswer } from './answer.ts';
import { isSound, type PoolSentence } from './pool.ts';
import { categoryOf, SOUND, type Reading } from './readings.ts';

/** The key of one sentence, as a page may show it after the answer or in a worked example. */
export type ShownKey = {
	text: string;
	/** The first is what it trains; any is right. */
	readings: Reading[];
	techniques: Technique[];
	/** In the text; null where there is nothing to mark. */
	mark: Span | null;
	looksLike: Technique | null;
	voice: Voice[];
	status: Status[];
	fit: Fit[];
	why: string;
	plainer: string | null;
	/** Addresses in the library, or sources outside it. */
	evidence: Evidence[];
};

export type StudyFeedback = ShownKey & {
	said: StudyAnswer;
	/** Hundredths of full credit. */
	credit: number;
	isRight: boolean;
	/** What happened, in one sentence. The reason is `why`. */
	verdict: string;
};

/** Built field by field: nothing that is added to a sentence later reaches a page unseen. No side, no pair. */
export function showKey(sentence: PoolSentence): ShownKey {
	const { text, techniques, mark, looksLike, voice, status, fit, why, plainer, evidence } = sentence;
	return {
		text,
		readings: readingsOf(sentence),
		techniques: [...techniques],
		mark: mark && { start: mark.start, end: mark.end },
		looksLike,
		voice: [...(voice ?? [])],
		status: [...(status ?? [])],
		fit: [...(fit ?? [])],
		why,
		plainer: plainer ?? null,
		evidence: [...evidence],
	};
}

export function feedbackOn(sentence: PoolSentence, said: StudyAnswer, marked: Marking): StudyFeedback {
	const { credit, isRight } = marked;
	return { ...showKey(sentence), said, credit, isRight, verdict: verdictOf(sentence, said, marked) };
}

const readingsOf = (sentence: PoolSentence): Reading[] =>
	isSound(sentence) ? [SOUND] : [...new Set(sentence.techniques.map(categoryOf))];

function verdictOf(sentence: PoolSentence, said: StudyAnswer, { credit, isCategoryRight, isRight }: Marking): string {
	if (isSound(sentence)) {
		if (!flags(said)) return 'Right: there is nothing to mark here.';
		return 'This one is sound: there is nothing to mark here.';
	}
	const names = sentence.techniques.map((each) => techniqueWording[each].label).join(' or ');
	const called = readingsOf(sentence).map(nameOf).join(' or ');
	if (!flags(said)) return `There is something to mark here: ${called}, ${names}.`;
	if (!isCategoryRight) return `There is something to mark here, under another name: ${called}, ${names}.`;
	if (isRight && credit === 100) return `Right: ${called}, ${names}.`;
	if (said.play === 'mark-spans') {
		return isRight
			? `Right, if not quite to the word: ${called}, ${names}.`
			: `Close: ${called}, ${names}. See which words.`;
	}
	return `${called} is right; the technique is ${names}.`;
}

const nameOf = (reading: Reading): string =>
	reading === SOUND ? 'Sound' : categoryWording[reading satisfies Category].label;
