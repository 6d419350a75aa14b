/** What a reader says of one sentence, and what it earns. */
import * as v from 'valibot';
import { categories, type Category, type Technique } from '../marking/categories.ts';
import { markSchema } from '../marking/mark-schema.ts';
import type { Mark } from '../marking/mark.ts';
import type { KeyItem } from '../marking/rule.ts';
import { scoreMarks } from '../marking/score-marks.ts';
import { isSound, type PoolSentence } from './pool.ts';
import {
	categoryOf,
	confidences,
	everyTechnique,
	SOUND,
	type Confidence,
	type Play,
	type Reading,
} from './readings.ts';

export type QuickCall = {
	play: 'quick-call';
	category: Reading;
	/** Where it was asked for, and one was named. */
	technique?: Technique;
};
export type ShortMarks = { play: 'mark-spans'; marks: Mark[]; nothingToMark: boolean };
export type StudyAnswer = (QuickCall | ShortMarks) & { confidence?: Confidence };

const MOST_MARKS = 40;

const confidence = v.exactOptional(v.picklist(confidences, 'That is not a way of being sure.'));

export const studyAnswerSchema: v.GenericSchema<unknown, StudyAnswer> = v.variant(
	'play',
	[
		v.pipe(
			v.strictObject({
				play: v.literal('quick-call'),
				category: v.picklist([...categories, SOUND], 'Choose one: loaded, claim, authority, or sound.'),
				technique: v.exactOptional(v.picklist(everyTechnique, 'There is no such technique.')),
				confidence,
			}),
			v.check(
				({ category, technique }) =>
					technique === undefined || (category !== SOUND && categoryOf(technique) === category),
				'That technique belongs to another category.',
			),
		),
		v.strictObject({
			play: v.literal('mark-spans'),
			marks: v.pipe(v.array(markSchema), v.maxLength(MOST_MARKS, `One sentence can have ${MOST_MARKS} marks.`)),
			nothingToMark: v.boolean(),
			confidence,
		}),
	],
	'Choose one: loaded, claim, authority, or sound.',
);

/** What the task asked, besides which sentence it was. */
export type Asked = { play: Play; asksTechnique: boolean };

/** What is missing before it can be checked, in a sentence; null when nothing is. Never depends on the key. */
export function missingIn(answer: StudyAnswer, { play, asksTechnique }: Asked): string | null {
	if (answer.play !== play) return 'The answer is to another kind of question. Please reload the page.';
	if (answer.play === 'mark-spans') {
		if (answer.marks.length === 0 && !answer.nothingToMark)
			return 'Mark some words, or say that there is nothing to mark.';
		const isUnnamed = asksTechnique && answer.marks.some(({ technique }) => technique === undefined);
		return isUnnamed ? 'Say for each mark which technique it is.' : null;
	}
	const isUnnamed = asksTechnique && answer.category !== SOUND && answer.technique === undefined;
	return isUnnamed ? 'Say which technique it is.' : null;
}

/** Why marks cannot belong to this sentence, or null. Never depends on the key. */
export function faultIn(answer: StudyAnswer, text: string): string | null {
	if (answer.play !== 'mark-spans') return null;
	const fits = ({ start, end, quote }: Mark) => end <= text.length && text.slice(start, end) === quote;
	return answer.marks.every(fits) ? null : 'A mark does not fit the sentence. Please reload the page.';
}

/** Whether the reader says that there is something to mark. */
export const flags = (answer: StudyAnswer): boolean =>
	answer.play === 'quick-call' ? answer.category !== SOUND : answer.marks.length > 0;

export type Marking = {
	/** Hundredths of full credit. */
	credit: number;
	/** Something to mark was named by its category; a sound sentence was left alone. */
	isCategoryRight: boolean;
	/** Good enough to be counted as known. */
	isRight: boolean;
};

/** Category right and technique wrong. */
export const CATEGORY_ALONE = 50;
/** Marks this good count as right: what trained people reach (marking, 2.1), so the same as in practice of a lesson. */
const RIGHT_FROM: Record<Reading, number> = { loaded: 50, claim: 70, authority: 70, sound: 100 };

/**
 * *quick-call*: category and technique right earn all of it, the category alone half; where the technique was not asked,
 * the category is all there is. A sound sentence called anything, and anything else called sound or by another category,
 * earn nothing. An accurate appeal is an appeal: its category is authority. Where a key has several readings, any
 * counts.
 *
 * *mark-spans*: the rule for marks (domain/marking), with the sentence as the document and its mark as the one core span.
 */
export function markAnswer(sentence: PoolSentence, answer: StudyAnswer, asksTechnique: boolean): Marking {
	return answer.play === 'quick-call'
		? markCall(sentence, answer, asksTechnique)
		: markMarks(sentence, answer, asksTechnique);
}

function markCall(sentence: PoolSentence, { category, technique }: QuickCall, asksTechnique: boolean): Marking {
	const isCategoryRight = isSound(sentence)
		? category === SOUND
		: sentence.techniques.some((each) => categoryOf(each) === category);
	if (!isCategoryRight) return { credit: 0, isCategoryRight, isRight: false };
	const isNamed = isSound(sentence) || !asksTechnique || sentence.techniques.some((each) => each === technique);
	return { credit: isNamed ? 100 : CATEGORY_ALONE, isCategoryRight, isRight: isNamed };
}

function markMarks(sentence: PoolSentence, { marks, nothingToMark }: ShortMarks, asksTechnique: boolean): Marking {
	const readings = sentence.mark ? [...new Set(sentence.techniques.map(categoryOf))] : [];
	const scores = (readings.length > 0 ? readings : [null]).map((category) => {
		const scored = scoreMarks(category ? [keyItem(sentence, category)] : [], marks, {
			declaredClean: nothingToMark,
			points: 1,
			asked: asksTechnique ? ['technique'] : [],
		});
		return {
			credit: scored.earned,
			isCategoryRight: category ? scored.pairs.some(({ isSameCategory }) => isSameCategory) : marks.length === 0,
			isRight: scored.earned >= RIGHT_FROM[category ?? SOUND],
		};
	});
	return scores.reduce((best, each) => (each.credit > best.credit ? each : best));
}

function keyItem({ mark, techniques: found }: PoolSentence, category: Category): KeyItem {
	const { start, end } = mark ?? { start: 0, end: 0 };
	return { start, end, category, tier: 'core', technique: found.filter((each) => categoryOf(each) === category) };
}
