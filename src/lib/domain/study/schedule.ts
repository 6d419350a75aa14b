/**
 * When a technique comes back: FSRS-6, by the package ts-fsrs. The one file that knows it. A card is the memory of one
 * technique; a review is what a reader did with it in one session.
 */
import { createEmptyCard, fsrs, FSRSVersion, Rating, TypeConvert, type Card, type Grade } from 'ts-fsrs';
import * as v from 'valibot';

const parameters = {
	/** Back when about nine of ten would still be known. */
	request_retention: 0.9,
	/** Half a year: a reader who comes back rarely is not kept away from a technique for longer. */
	maximum_interval: 180,
	/** Without chance: the same history gives the same dates everywhere. */
	enable_fuzz: false,
	/** Whole days: a technique is never asked for again within one session. */
	enable_short_term: false,
};
const scheduler = fsrs(parameters);

/** Stored with every card, so that one made by other rules is known for what it is, and made anew from the history. */
export const SCHEDULER = JSON.stringify({
	package: 'ts-fsrs',
	version: FSRSVersion,
	...parameters,
	w: scheduler.parameters.w,
});

export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type StudyRating = (typeof ratings)[number];
const gradeOf: Record<StudyRating, Grade> = {
	again: Rating.Again,
	hard: Rating.Hard,
	good: Rating.Good,
	easy: Rating.Easy,
};

/** Times are UTC milliseconds. */
const cardSchema = v.strictObject({
	/** Days after which nine of ten would still be known. */
	stability: v.number(),
	difficulty: v.number(),
	scheduledDays: v.number(),
	reps: v.number(),
	lapses: v.number(),
	/** Of the package: 0 new, 1 learning, 2 review, 3 relearning. */
	state: v.picklist([0, 1, 2, 3]),
	dueAt: v.number(),
	reviewedAt: v.number(),
});
export type StudyCard = v.InferOutput<typeof cardSchema>;

export const readCard = (json: string): StudyCard => v.parse(cardSchema, JSON.parse(json));

/** The card after one more review. @param card null before the first */
export function review(card: StudyCard | null, rating: StudyRating, at: number): StudyCard {
	const before = card ? toPackage(card) : createEmptyCard(new Date(at));
	const { card: after } = scheduler.next(before, new Date(at), gradeOf[rating]);
	return {
		stability: after.stability,
		difficulty: after.difficulty,
		scheduledDays: after.scheduled_days,
		reps: after.reps,
		lapses: after.lapses,
		state: after.state,
		dueAt: after.due.getTime(),
		reviewedAt: at,
	};
}

/** How likely it is still known, 0 to 1: the forgetting curve behind the card. */
export const retrievability = (card: StudyCard, at: number): number =>
	scheduler.forgetting_curve(Math.max(0, at - card.reviewedAt) / DAY, card.stability);

const DAY = 24 * 60 * 60 * 1000;

const toPackage = (card: StudyCard): Card => ({
	...createEmptyCard(new Date(card.dueAt)),
	stability: card.stability,
	difficulty: card.difficulty,
	scheduled_days: card.scheduledDays,
	reps: card.reps,
	lapses: card.lapses,
	state: TypeConvert.state(card.state),
	last_review: new Date(card.reviewedAt),
});
