/** Each lesson from its first exercise to its last, as a guest: once with everything right, once with everything wrong. */
import type { Page } from '@playwright/test';
import type { Edition, EditionExercise } from '../../src/lib/domain/lessons/edition.ts';
import { editions, rightAnswer, wrongAnswer } from './fixtures/answers.ts';
import { exerciseOf } from './fixtures/marking.ts';
import { expect, expectAccessible, expectAccessibleInBothThemes, test, visit } from './fixtures/test.ts';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
/** A lesson of seven exercises is twenty pages of waiting on a slow machine. */
const A_WHOLE_LESSON_MS = 180_000;

for (const edition of editions) {
	test.describe(edition.title, () => {
		test.describe.configure({ timeout: A_WHOLE_LESSON_MS });

		test('with everything right, on a wide screen', async ({ page }) => {
			await page.setViewportSize(WIDE);
			await play(page, edition, rightAnswer);
			for (const exercise of edition.exercises.filter(isScored)) {
				const full = `${exercise.points.toFixed(2)} of ${String(exercise.points)}`;
				await expect(exerciseOf(page, exercise.id).getByText(full, { exact: true })).toBeVisible();
			}
			await expect(page.getByRole('heading', { name: 'You have done the whole lesson.' })).toBeVisible();
			await expectAccessible(page);
		});

		test('with everything wrong, on a phone', async ({ page }) => {
			await page.setViewportSize(PHONE);
			await play(page, edition, wrongAnswer);
			for (const exercise of edition.exercises.filter(isScored)) {
				const full = `${exercise.points.toFixed(2)} of ${String(exercise.points)}`;
				const isClean = exercise.kind === 'mark-spans' && hasNothingToFind(exercise);
				if (!isClean) await expect(exerciseOf(page, exercise.id).getByText(full, { exact: true })).toBeHidden();
			}
			const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(overflow).toBeLessThanOrEqual(0);
			await expectAccessibleInBothThemes(page);
		});
	});
}

/** Their points are a teacher's to give. */
const JUDGED = new Set(['short-answer', 'essay', 'neutral-rewrite']);
const isScored = ({ kind, points }: EditionExercise) => points > 0 && !JUDGED.has(kind);
const hasNothingToFind = ({ key }: EditionExercise) =>
	!(key as { spans: { tier: string }[] }).spans.some(({ tier }) => tier === 'core');

/** Saves the answers as the page would, then checks each exercise on the page itself. */
async function play(page: Page, edition: Edition, answerOf: (exercise: EditionExercise) => unknown) {
	const path = `/lessons/${edition.lesson}`;
	await visit(page, path);
	let attempt = 'new';
	for (const exercise of edition.exercises) {
		const body = { lesson: edition.lesson, edition: edition.id, try: 1, revision: 0, answer: answerOf(exercise) };
		const saved = await page.evaluate(
			async ([address, sent]) => {
				const headers = { 'content-type': 'application/json' };
				const reply = await fetch(address, { method: 'PUT', headers, body: sent });
				return (await reply.json()) as { attempt?: string; message?: string };
			},
			[`/attempts/${attempt}/answers/${exercise.id}`, JSON.stringify(body)] as const,
		);
		expect(saved.message, exercise.id).toBeUndefined();
		attempt = saved.attempt ?? attempt;
	}
	await visit(page, path);
	for (const { id } of edition.exercises) {
		await exerciseOf(page, id)
			.getByRole('button', { name: /^Check my/ })
			.click();
		await expect(exerciseOf(page, id).getByRole('button', { name: 'Try again from empty' })).toBeVisible();
	}
}
