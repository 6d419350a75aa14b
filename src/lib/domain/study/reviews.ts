/** From answers to cards: what a reader did with a technique in one session is one review of it. */
import type { Technique } from '../marking/categories.ts';
import type { StudyPlan } from './plan.ts';
import { everyTechnique, SOUND, type Confidence } from './readings.ts';
import { review, type StudyCard, type StudyRating } from './schedule.ts';

export type ReviewedAnswer = {
	place: number;
	/** What the key says. */
	technique: Technique | typeof SOUND;
	isRight: boolean;
	flagged: boolean;
	confidence: Confidence | null;
};

/** With fewer answered sentences of a technique a session says too little of it. */
const FEWEST = 2;

/**
 * All right is good, and easy where the reader was sure of every one; one wrong is hard; more is again. Calling a
 * look-alike of it something is one wrong, however often: who calls everything something does not know it.
 */
export function rate(
	found: readonly Pick<ReviewedAnswer, 'isRight' | 'confidence'>[],
	falseAlarms: number,
): StudyRating {
	const wrong = found.filter(({ isRight }) => !isRight).length + (falseAlarms > 0 ? 1 : 0);
	if (wrong > 1) return 'again';
	if (wrong === 1) return 'hard';
	return found.every(({ confidence }) => confidence === 'sure') ? 'easy' : 'good';
}

/** The reviews of one finished session. */
export function reviewsOf({ items }: StudyPlan, answers: readonly ReviewedAnswer[]): Map<Technique, StudyRating> {
	const reviews = new Map<Technique, StudyRating>();
	for (const technique of everyTechnique) {
		const own = answers.filter(({ place }) => items[place]?.focus === technique);
		const found = own.filter((answer) => answer.technique !== SOUND);
		if (found.length < FEWEST) continue;
		const falseAlarms = own.filter((answer) => answer.technique === SOUND && answer.flagged).length;
		reviews.set(technique, rate(found, falseAlarms));
	}
	return reviews;
}

export type FinishedSession = { plan: StudyPlan; finishedAt: number; answers: readonly ReviewedAnswer[] };

/** The cards after some sessions, from those before them. Replaying a whole history gives the cards as they stand. */
export function cardsAfter(
	sessions: readonly FinishedSession[],
	before: ReadonlyMap<Technique, StudyCard> = new Map(),
): Map<Technique, StudyCard> {
	const cards = new Map(before);
	for (const { plan, finishedAt, answers } of sessions.toSorted((a, b) => a.finishedAt - b.finishedAt)) {
		for (const [technique, rating] of reviewsOf(plan, answers)) {
			cards.set(technique, review(cards.get(technique) ?? null, rating, finishedAt));
		}
	}
	return cards;
}
