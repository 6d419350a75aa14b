import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import type { SourceDocument } from '../../domain/documents/document.ts';
import { kind, type EssayTask } from './kind.ts';
import { scorer, type EssayKey } from './scorer.server.ts';
import { countInWords, crossingInWords, standingOf } from './word-range.ts';

const task: EssayTask = { words: { least: 3, most: 5 }, documents: ['report'] };
const levels = [0, 2].map((points) => ({ points, text: `Worth ${points}.` }));
const key: EssayKey = {
	models: [{ title: 'Both sides first', text: 'The council met twice.', note: 'It names who met.' }],
	checklist: ['Is every claim somebody’s?'],
	rubric: [
		{ criterion: 'Attribution', levels },
		{ criterion: 'Evenness', levels },
	],
};
const text = 'print this\nThe bridge is closed.';
const report: SourceDocument = {
	name: 'report',
	text,
	about: {
		label: 'A report',
		publisher: 'us',
		date: '2026',
		genre: 'own text',
		rights: 'ours',
		language: 'en',
		contentNote: '',
	},
	furniture: [{ start: 0, end: 'print this'.length }],
};
const input = { task, key, answer: { text: 'Mine is short.' }, points: 4, documents: { report } };
const lint = (changed: Partial<EssayKey>, points = 4) =>
	scorer.lint({ task, key: { ...key, ...changed }, points, documents: {}, library: new Map() });

describe('an essay', () => {
	it('is graded by a teacher, by its rubric: the machine gives no points', () => {
		expect(scorer.score(input)).toEqual({ earned: 0, possible: 400, needsTeacher: true, detail: null });
		expect(scorer.rubricOf?.(key)).toEqual(key.rubric);
	});

	it('never waits for a person: models, checklist and rubric come with the feedback', () => {
		const review = scorer.review(input, scorer.score(input));
		expect(review).toMatchObject({ models: key.models, checklist: key.checklist, rubric: key.rubric });
		expect(review.headline).toBe('Set your text beside the model.');
		expect(review.sentences[0]).toBe('It has 3 words; 3 to 5 were asked for.');
		expect(scorer.keyReview(input)).toMatchObject({ models: key.models, sentences: [] });
	});

	it('shows nothing of a key that its fields do not name', () => {
		const models = [{ title: 'One', text: 'It met.', secret: 'no' }];
		const review = scorer.review({ ...input, key: { ...key, models } }, scorer.score(input));
		expect(JSON.stringify(review)).not.toContain('secret');
	});

	it('takes a text of any number of words, and none that is empty', () => {
		expect(kind.missing(task, { text: ' \n' })).toEqual(['Write your text.']);
		expect(kind.missing(task, { text: 'One' })).toEqual([]);
		expect(kind.missing(task, { text: 'word '.repeat(60) })).toEqual([]);
	});

	it('says in words why a text is too long to be saved', () => {
		expect(safeParse(kind.answerSchema, { text: 'a'.repeat(20_000) }).success).toBe(true);
		const refused = safeParse(kind.answerSchema, { text: 'a'.repeat(20_001) });
		expect(refused.issues?.[0].message).toBe('The answer is longer than 20,000 characters. Please shorten it.');
	});

	it('lets comments be pinned to what was typed', () => {
		expect(kind.pinnableText?.(task, { text: 'Mine' })).toEqual({ is: 'typed', text: 'Mine' });
	});

	it('gives a page the texts to read, without what was printed around them', () => {
		const shown = kind.showDocuments(task, { report, another: report });
		expect(Object.keys(shown)).toEqual(['report']);
		expect(shown['report']?.paragraphs.map((paragraph) => paragraph.text)).toEqual(['The bridge is closed.']);
		expect(kind.documentsOf({ words: task.words })).toEqual([]);
	});

	it('warns an author whose rubric does not add up, or whose model has another length than is asked for', () => {
		expect(lint({})).toEqual([]);
		expect(lint({}, 6)[0]).toMatchObject({
			level: 'warning',
			message: expect.stringContaining('at most 4 points') as string,
		});
		expect(lint({ models: [{ title: 'Brief', text: 'Too brief.' }] })).toEqual([
			{ level: 'warning', message: 'its model “Brief” has 2 words; the task asks for 3 to 5' },
		]);
	});

	it('has no field that it does not know', () => {
		expect(safeParse(kind.taskSchema, task).success).toBe(true);
		expect(safeParse(kind.taskSchema, { ...task, hint: 'x' }).success).toBe(false);
		expect(safeParse(kind.taskSchema, { words: { least: 6, most: 5 } }).success).toBe(false);
		expect(safeParse(kind.taskSchema, { ...task, documents: ['report', 'report'] }).success).toBe(false);
		const keySchema = scorer.keySchema!;
		expect(safeParse(keySchema, key).success).toBe(true);
		expect(safeParse(keySchema, { ...key, models: [] }).success).toBe(false);
		expect(safeParse(keySchema, { models: key.models, checklist: key.checklist }).success).toBe(false);
		expect(safeParse(keySchema, { ...key, models: [key.models[0], key.models[0]] }).success).toBe(false);
	});
});

describe('the number of words', () => {
	const range = { least: 150, most: 250 };

	it.each([
		[0, 'empty', '150 to 250 words are asked for.'],
		[1, 'below', '1 word of 150 to 250: 149 to go.'],
		[149, 'below', '149 words of 150 to 250: 1 to go.'],
		[150, 'inside', '150 words, as asked: 150 to 250.'],
		[250, 'inside', '250 words, as asked: 150 to 250.'],
		[251, 'above', '251 words, 1 more than the 150 to 250 asked for.'],
	] as const)('%i is %s', (count, standing, said) => {
		expect(standingOf(count, range)).toBe(standing);
		expect(countInWords(count, range)).toContain(said);
	});

	it('is told kindly outside the range, where nothing is refused', () => {
		expect(countInWords(100, range)).toContain('A shorter text can be handed in too.');
		expect(countInWords(300, range)).toContain('a longer text can be handed in too.');
	});

	it('is spoken where it crosses an end, and the same inside', () => {
		const spoken = (count: number) => crossingInWords[standingOf(count, range)];
		expect([0, 10, 149].map(spoken)).toEqual(['', '', '']);
		expect(spoken(150)).toBe(spoken(250));
		expect(new Set([spoken(149), spoken(150), spoken(251)]).size).toBe(3);
	});
});
