import { describe, expect, it } from 'vitest';
import { NOBODY, testApp } from '../../../../../tests/support/test-app.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import type { Technique } from '../../../domain/marking/categories.ts';
import { categoryOf, everyTechnique } from '../../../domain/study/readings.ts';
import { openPool } from '../study/open-pool.ts';
import { viewTry } from '../study/try-technique.ts';
import { answerTries } from './answer-tries.ts';
import { listTechniques, viewTechnique } from './view-glossary.ts';

const app = testApp();
const pool = await openPool(app);

/** The three of a page, by the name that the page has for each, with what the pool says of them. */
async function sentencesOf(technique: Technique) {
	const shown = (await viewTry(app, NOBODY, technique)).map(({ sentence: name, text }) => {
		const { why = '', techniques = [] } = pool.tries.get(technique)?.find((each) => each.text === text) ?? {};
		return { name, why, isHit: techniques.length > 0 };
	});
	const [first, second, third] = shown;
	if (!first || !second || !third) throw new Error(`${technique} has fewer than three sentences.`);
	return [first, second, third] as const;
}

describe('the glossary', () => {
	it('lists the eighteen techniques under their categories', () => {
		const listed = listTechniques(app).flatMap(({ category, techniques }) =>
			techniques.map(({ id, definition }) => ({ category, id, definition })),
		);
		expect(listed.map(({ id }) => id)).toEqual(everyTechnique);
		for (const { id, category, definition } of listed) {
			expect(category).toBe(categoryOf(id));
			expect(definition).toBe(app.course.techniques.get(id)?.definition);
		}
	});

	it.each(everyTechnique)('%s: links lead to pages that are there', (technique) => {
		const { page, before, after } = viewTechnique(app, technique);
		const linked = [...page.lookAlikes.map((each) => each.technique), before, after].filter((each) => each !== null);
		expect(linked.length).toBeGreaterThan(1);
		for (const each of linked) expect(viewTechnique(app, each).isWritten).toBe(true);
	});

	it('has a plain page for a technique that a course does not explain', () => {
		const bare = testApp({ course: { ...app.course, techniques: new Map() } });
		const { page, isWritten } = viewTechnique(bare, 'cause');
		expect(isWritten).toBe(false);
		expect(page).toMatchObject({
			name: 'Cause',
			category: 'claim',
			definition: 'One thing said to bring about another.',
		});
	});

	it('knows no other technique', () => {
		expect(() => viewTechnique(app, 'telepathy')).toThrow(NotFound);
	});
});

describe('three sentences to try', () => {
	it.each(everyTechnique)('%s: a page holds nothing of a key before the answer', async (technique) => {
		const page = JSON.stringify({ ...viewTechnique(app, technique), tries: await viewTry(app, NOBODY, technique) });
		const sentences = pool.tries.get(technique) ?? [];
		expect(sentences).toHaveLength(3);
		expect(sentences.some(({ techniques }) => techniques.length === 0)).toBe(true);
		for (const { id, text, why, plainer, pair } of sentences) {
			expect(page).not.toContain(`"${id}"`);
			expect(page).toContain(JSON.stringify(text));
			expect(page).not.toContain(JSON.stringify(why).slice(1, -1));
			if (plainer !== undefined && !text.includes(plainer)) expect(page).not.toContain(JSON.stringify(plainer));
			if (pair) expect(page).not.toContain(`"${pair.id}"`);
		}
		for (const field of ['"why":', '"mark":', '"techniques":', '"looksLike":', '"pair":', '"side":', '"fit":'])
			expect(page).not.toContain(field);
	});

	it.each(everyTechnique)('%s: explains those that were answered, and no other', async (technique) => {
		const [first, second, third] = await sentencesOf(technique);
		const right = (isHit: boolean) => (isHit ? 'has-it' : 'sound');
		const tried = await answerTries(app, NOBODY, technique, {
			[first.name]: right(first.isHit),
			[third.name]: right(!third.isHit),
		});
		expect(Object.keys(tried).toSorted()).toEqual([first.name, third.name].toSorted());
		expect(tried[first.name]).toMatchObject({ isRight: true, why: first.why });
		expect(tried[third.name]).toMatchObject({ isRight: false, why: third.why });
		expect(JSON.stringify(tried)).not.toContain(second.why);
	});

	it('is refused with a sentence where nothing, or something else, was chosen', async () => {
		const [{ name }] = await sentencesOf('cause');
		await expect(answerTries(app, NOBODY, 'cause', {})).rejects.toThrow(Invalid);
		await expect(answerTries(app, NOBODY, 'cause', { [name]: 'perhaps' })).rejects.toThrow('Choose one of the two');
	});

	it('explains no sentence of another page, of a session, or of a technique that is not there', async () => {
		const [{ name }] = await sentencesOf('treaty');
		const [asked] = pool.asked;
		if (!asked) throw new Error('The pool is empty.');
		for (const each of [name, asked.id, 'nothing-of-the-kind'])
			await expect(answerTries(app, NOBODY, 'cause', { [each]: 'sound' })).rejects.toThrow(NotFound);
		await expect(answerTries(app, NOBODY, 'telepathy', { [name]: 'sound' })).rejects.toThrow(NotFound);
	});
});
