import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, START, cut, nothing, sentenceOf } from '../../../../tests/study/readers.ts';
import { planSession } from './plan-session.ts';
import { isSound, keyOf } from './pool.ts';
import { rate, reviewsOf } from './reviews.ts';
import { readCard, retrievability, review, ratings } from './schedule.ts';

describe('what is due when', () => {
	const right = { isRight: true, confidence: null };
	const wrong = { isRight: false, confidence: null };
	const sure = { isRight: true, confidence: 'sure' as const };

	test.each([
		['all right', [right, right, right], 0, 'good'],
		['all right and sure of each', [sure, sure, sure], 0, 'easy'],
		['all right, sure of some', [sure, sure, right], 0, 'good'],
		['one wrong', [right, right, wrong], 0, 'hard'],
		['all right, and a look-alike called something', [sure, sure, sure], 3, 'hard'],
		['two wrong', [right, wrong, wrong], 0, 'again'],
		['one wrong, and a look-alike called something', [right, right, wrong], 1, 'again'],
	])('%s', (_, found, falseAlarms, rating) => {
		expect(rate(found, falseAlarms)).toBe(rating);
	});

	test('a better review never comes back sooner, and is stored and read without loss', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constantFrom(...ratings), fc.integer({ min: 1, max: 40 }))), (history) => {
				let now = START;
				let card: ReturnType<typeof review> | null = null;
				for (const [rating, days] of history) {
					card = review(card, rating, now);
					expect(readCard(JSON.stringify(card))).toEqual(card);
					now += days * DAY;
				}
				const before = card;
				const due = ratings.map((rating) => review(before, rating, now).dueAt);
				expect(due).toEqual(due.toSorted((a, b) => a - b));
				expect(due.every((at) => at >= now + DAY && at <= now + 185 * DAY)).toBe(true);
			}),
		);
	});

	test('what was reviewed is forgotten with time, never gained', () => {
		const card = review(null, 'good', START);
		const known = [0, 1, 5, 20, 100].map((days) => retrievability(card, START + days * DAY));
		expect(known[0]).toBe(1);
		expect(known).toEqual(known.toSorted((a, b) => b - a));
	});

	test('a session that was broken off reviews what had at least two answers', () => {
		const plan = planSession(cut, nothing, START, 'seed');
		const hits = plan.items.flatMap(({ sentence }, place) => (isSound(sentenceOf(sentence)) ? [] : [place]));
		const answer = (place: number) => {
			const technique = keyOf(sentenceOf(plan.items[place]?.sentence ?? ''));
			return { place, technique, isRight: true, flagged: true, confidence: null };
		};
		expect(reviewsOf(plan, hits.slice(0, 1).map(answer)).size).toBe(0);
		expect([...reviewsOf(plan, hits.slice(0, 4).map(answer)).values()]).toEqual(['good']);
	});
});
