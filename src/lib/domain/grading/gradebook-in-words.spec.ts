import { expect, test } from 'vitest';
import { totalInSentences } from './gradebook-in-words.ts';
import { totalOf, type Category, type Entry } from './gradebook.ts';

const homework: Category = { id: 'homework', name: 'Homework', weight: 100, dropLowest: 1 };
const essays: Category = { id: 'essays', name: 'Essays', weight: 200, dropLowest: 0 };
const work = (assignmentId: string, earned: number, categoryId: string | null, weight = 100): Entry => {
	return { assignmentId, categoryId, weight, possible: 1000, earned, standing: 'counts' };
};
const sentences = (entries: Entry[], categories: Category[]) =>
	totalInSentences(totalOf(entries, categories), (id) => `Lesson ${id}`);

test('says nothing counts yet', () => {
	expect(sentences([], [homework])).toEqual(['Nothing counts yet, so there is no total.']);
});

test('leaves the name out where there are no categories, and the weights where they are equal', () => {
	const entries = [work('1', 900, null), work('2', 800, null), work('3', 833, null)];
	expect(sentences(entries, [{ ...essays, id: null }])).toEqual([
		'(90% + 80% + 83.3%) ÷ 3 = 84.43%.',
		'The total is 84%.',
	]);
});

test('names what was dropped, the weights, and how the categories come together', () => {
	const entries = [
		work('1', 400, 'homework'),
		work('2', 900, 'homework', 150),
		work('3', 600, 'homework'),
		work('4', 700, 'essays'),
	];
	expect(sentences(entries, [homework, essays])).toEqual([
		'Homework: the lowest is dropped: “Lesson 1” (40%). What remains: (1.5 × 90% + 1 × 60%) ÷ 2.5 = 78%.',
		'Essays: 70%.',
		'All together: (1 × 78% + 2 × 70%) ÷ 3 = 72.67%. The total is 73%.',
	]);
});

test('says when a category has no weight', () => {
	const entries = [work('1', 900, 'homework'), work('2', 700, 'essays')];
	expect(sentences(entries, [{ ...homework, weight: 0 }, essays]).at(-1)).toBe(
		'Homework has no weight and does not count. All together: 70%. The total is 70%.',
	);
});
