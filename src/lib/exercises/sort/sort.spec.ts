import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import type { SourceDocument } from '../../domain/documents/document.ts';
import { kind, type SortTask } from './kind.ts';
import { scorer, type SortKeyFile } from './scorer.server.ts';

const task: SortTask = {
	items: [
		{ id: 'one', text: 'The bridge is closed.', document: 'report' },
		{ id: 'two', text: 'Insiders say it will stay so.' },
		{ id: 'three', text: '“It is safe,” said Ms Falk.' },
	],
	bins: [
		{ id: 'own', label: 'The writer' },
		{ id: 'named', label: 'Somebody with a name' },
		{ id: 'unnamed', label: 'Nobody in particular' },
	],
};
const keyFile: SortKeyFile = {
	bins: { one: 'own', two: ['unnamed', 'own'], three: 'named' },
	why: { one: 'Nobody is named.', two: 'Which insiders?', three: 'Ms Falk says it.' },
};
const report = { name: 'report', text: 'The bridge is closed.' } as SourceDocument;
const documents = { report };
const sources = { documentKeys: {}, documents };
const key = scorer.buildKey(task, keyFile, sources);
const right = { one: 'own', two: 'unnamed', three: 'named' };

const score = (places: Record<string, string>, points = 4) => {
	const input = { task, key, answer: { places }, points, documents };
	const scored = scorer.score(input);
	return { ...scored, review: scorer.review(input, scored) };
};
const lint = (given: SortTask, file: SortKeyFile) =>
	scorer
		.lint({ task: given, key: scorer.buildKey(given, file, sources), points: 4, documents, library: new Map() })
		.map(({ message }) => message);

describe('sorting', () => {
	it('counts every item the same, and takes any place that the key allows', () => {
		expect(score(right)).toMatchObject({ earned: 400, possible: 400, needsTeacher: false });
		expect(score({ ...right, two: 'own' }).earned).toBe(400);
		expect(score({ ...right, one: 'named' }).earned).toBe(267);
		expect(score({}).earned).toBe(0);
	});

	it('names what has no place yet, and never what is right', () => {
		expect(kind.missing(task, { places: {} })).toEqual(['Nothing has a place yet. Choose one for every number.']);
		expect(kind.missing(task, { places: { one: 'named' } })).toEqual(['Numbers 2 and 3 have no place yet.']);
		expect(kind.missing(task, { places: { one: 'own', three: 'own' } })).toEqual(['Number 2 has no place yet.']);
		expect(kind.missing(task, { places: right })).toEqual([]);
	});

	it('refuses what the exercise does not have, and an answer of another shape', () => {
		expect(kind.faults(task, { places: right }, documents)).toEqual([]);
		expect(kind.faults(task, { places: { four: 'own' } }, documents)).toHaveLength(1);
		expect(kind.faults(task, { places: { one: 'elsewhere' } }, documents)).toHaveLength(1);
		expect(safeParse(kind.answerSchema, { places: { one: 1 } }).success).toBe(false);
		const tooMany = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`item-${index}`, 'own']));
		expect(safeParse(kind.answerSchema, { places: tooMany }).success).toBe(false);
	});

	it('tells in words how the points came about, with a reason for every item', () => {
		const { review } = score({ ...right, one: 'named' });
		expect(review.headline).toBe('Two of the three are in their place.');
		expect(review.sentences[0]).toContain('Each counts the same, so two of three counts.');
		expect(review.items[0]).toEqual({
			id: 'one',
			text: 'The bridge is closed.',
			chosen: 'Somebody with a name',
			right: ['The writer'],
			isRight: false,
			why: 'Nobody is named.',
		});
		expect(review.items.every(({ why }) => why !== '')).toBe(true);
		expect(score(right).review.headline).toBe('Right: all three are in their place.');
	});

	it('shows a teacher the key without an answer', () => {
		const shown = scorer.keyReview({ task, key, points: 4, documents });
		expect(shown.items.map(({ chosen, right: bins }) => [chosen, bins[0]])).toEqual([
			[null, 'The writer'],
			[null, 'Nobody in particular'],
			[null, 'Somebody with a name'],
		]);
	});

	it('gives a page only where its quotations come from', () => {
		const about = { label: 'A report' } as SourceDocument['about'];
		const shown = kind.showDocuments(task, { report: { ...report, about, furniture: [] } });
		expect(Object.keys(shown)).toEqual(['report']);
		expect(shown.report?.paragraphs).toEqual([]);
	});

	it('names a faulty key and a quotation that is none', () => {
		expect(lint(task, keyFile)).toEqual([]);
		const { one: _, ...why } = keyFile.why;
		expect(lint(task, { ...keyFile, why })).toEqual(['its key gives no reason for “one”']);
		expect(lint(task, { ...keyFile, bins: { ...keyFile.bins, one: 'nowhere' } })[0]).toContain('is no place of it');
		expect(lint(task, { ...keyFile, bins: { ...keyFile.bins, four: 'own' } })).toEqual([
			'its key speaks of “four”, which is not there to be sorted',
		]);
		const items = [{ id: 'one', text: 'The bridge is open.', document: 'report' }, ...task.items.slice(1)];
		expect(lint({ ...task, items }, keyFile)).toEqual(['“The bridge is open.” is not in the document “report”']);
	});

	it('has no field that it does not know', () => {
		expect(safeParse(kind.taskSchema, task).success).toBe(true);
		expect(safeParse(kind.taskSchema, { ...task, hint: 'own' }).success).toBe(false);
		expect(safeParse(kind.taskSchema, { ...task, bins: task.bins.slice(0, 1) }).success).toBe(false);
		expect(safeParse(kind.taskSchema, { ...task, items: [...task.items, task.items[0]] }).success).toBe(false);
	});
});
