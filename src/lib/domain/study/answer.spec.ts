import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { call, pool, sentenceOf } from '../../../../tests/study/readers.ts';
import type { Technique } from '../marking/categories.ts';
import { markAnswer, type StudyAnswer } from './answer.ts';
import type { PoolSentence } from './pool.ts';
import { categoryOf, everyTechnique } from './readings.ts';

describe('credit', () => {
	const court = { ...sentenceOf('court-5'), techniques: ['court', 'law-or-record'] satisfies Technique[] };

	test.each([
		['category and technique', call('authority', 'court'), true, 100, true],
		['the category alone, where the technique was asked', call('authority', 'treaty'), true, 50, false],
		['the category, where no technique was asked', call('authority'), false, 100, true],
		['another reading that the key has', call('claim', 'law-or-record'), true, 100, true],
		['another category', call('loaded', 'euphemism'), true, 0, false],
		['sound', call('sound'), true, 0, false],
	])('of a quick call: %s', (_, answer, asks, credit, isRight) => {
		expect(markAnswer(court, answer, asks)).toMatchObject({ credit, isRight });
	});

	test('an accurate appeal is an appeal to authority, and no sound sentence', () => {
		const accurate: PoolSentence = { ...sentenceOf('treaty-5'), fit: ['accurate'] };
		expect(markAnswer(accurate, call('authority'), false).credit).toBe(100);
		expect(markAnswer(accurate, call('sound'), false).credit).toBe(0);
	});

	test('a sound sentence that is left alone earns all, called anything nothing', () => {
		const sound = sentenceOf('sound-court-5');
		expect(markAnswer(sound, call('sound'), true)).toEqual({ credit: 100, isCategoryRight: true, isRight: true });
		for (const category of ['loaded', 'claim', 'authority'])
			expect(markAnswer(sound, call(category), false).credit).toBe(0);
	});

	test('of short marks follows the rule for marks, and nothing to mark is right on a sound sentence alone', () => {
		const sentence = sentenceOf('quantity-5');
		const { start, end } = sentence.mark ?? { start: 0, end: 0 };
		const given = (from: number, to: number, technique: Technique): StudyAnswer => ({
			play: 'mark-spans',
			marks: [
				{ start: from, end: to, category: categoryOf(technique), quote: sentence.text.slice(from, to), technique },
			],
			nothingToMark: false,
		});
		expect(markAnswer(sentence, given(start, end, 'quantity'), true).credit).toBe(100);
		expect(markAnswer(sentence, given(start, end, 'event'), true).credit).toBe(75);
		expect(markAnswer(sentence, given(start, end, 'euphemism'), true)).toMatchObject({
			credit: 50,
			isCategoryRight: false,
		});
		expect(markAnswer(sentence, given(0, sentence.text.length, 'quantity'), true).credit).toBeLessThan(100);
		const left: StudyAnswer = { play: 'mark-spans', marks: [], nothingToMark: true };
		expect(markAnswer(sentence, left, true).credit).toBe(0);
		expect(markAnswer(sentenceOf('sound-quantity-5'), left, true).credit).toBe(100);
		expect(markAnswer(sentenceOf('sound-quantity-5'), given(0, 3, 'quantity'), true).isCategoryRight).toBe(false);
	});

	test('is never outside 0 to 100, and right is never without the category', () => {
		const answers = fc
			.constantFrom(...everyTechnique)
			.map((technique): StudyAnswer => ({ play: 'quick-call', category: categoryOf(technique), technique }));
		fc.assert(
			fc.property(fc.constantFrom(...pool.values()), answers, fc.boolean(), (sentence, answer, asks) => {
				const { credit, isCategoryRight, isRight } = markAnswer(sentence, answer, asks);
				return credit >= 0 && credit <= 100 && (!isRight || isCategoryRight) && isCategoryRight === credit > 0;
			}),
		);
	});
});
