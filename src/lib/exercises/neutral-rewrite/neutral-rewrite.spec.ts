import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import type { SourceDocument } from '../../domain/documents/document.ts';
import { makeEdition } from '../../domain/lessons/edition.ts';
import { kind, type NeutralRewriteTask } from './kind.ts';
import type { NeutralRewriteKey } from './key.server.ts';
import { LONGEST_REWRITE } from './limits.ts';
import { scorer } from './scorer.server.ts';

const passage = 'The penny-pinchers in the town hall meet on 14 May. Anyone may speak.';
const task: NeutralRewriteTask = { text: passage, source: 'A leaflet' };
const key: NeutralRewriteKey = {
	loaded: [{ term: 'penny-pinchers', carried: 'It calls the council mean.', also: ['misers'] }],
	keep: [
		{ what: 'the day', is: 'number', anyOf: ['14 May'] },
		{ what: 'that anyone may speak', is: 'claim', anyOf: ['anyone ... speak', 'everybody ... speak'] },
	],
	model: 'The town council meets on 14 May. Anyone may speak.',
	checklist: ['Could the council print it?'],
};
const rewrite = 'The council meets on 14 May. Everybody can come and speak.';

const input = (text: string | null, points = 4) => ({ task, key, answer: { text }, points, documents: {} });
const review = (text: string | null) => scorer.review(input(text), scorer.score(input(text)));
const lint = (changed: Partial<NeutralRewriteKey>, given: NeutralRewriteTask = task, text?: string) =>
	scorer
		.lint({
			task: given,
			key: { ...key, ...changed },
			points: 4,
			documents: text === undefined ? {} : { leaflet: { name: 'leaflet', text } as SourceDocument },
			library: new Map(),
		})
		.map(({ level, message }) => `${level}: ${message}`);

describe('the points of a neutral rewrite', () => {
	it.each([rewrite, key.model, passage, 'Ferrow 14 May', '', null])('are a teacher’s to give: %s', (text) => {
		expect(scorer.score(input(text))).toMatchObject({ earned: 0, possible: 400, needsTeacher: true });
	});

	it('stand beside what the checker found, which is kept with the score', () => {
		expect(scorer.score(input(rewrite)).detail).toEqual({
			gone: 1,
			quoted: 0,
			loaded: 1,
			there: 2,
			keep: 2,
			isUnchanged: false,
		});
		expect(scorer.score(input(null)).detail).toBeNull();
	});
});

describe('the review of a rewrite', () => {
	it('says what is gone, what is there, and what each loaded word carried', () => {
		const { headline, terms, kept, changes, models, checklist } = review(rewrite);
		expect(headline).toBe('The loaded word is gone, and all two things that have to stay are there.');
		expect(terms).toEqual([
			{ term: 'penny-pinchers', carried: 'It calls the council mean.', standing: 'well', said: 'Gone', note: '' },
		]);
		expect(kept[1]).toMatchObject({ standing: 'well', said: 'There: “Everybody can come and speak”' });
		expect(changes.find(({ is }) => is === 'out')?.text).toBe('penny-pinchers in the town hall meet');
		expect({ models: models.map(({ text }) => text), checklist }).toEqual({
			models: [key.model],
			checklist: key.checklist,
		});
	});

	it('treats a word that is kept as somebody’s as reporting, and bare quotation marks as doubt', () => {
		expect(review('The leaflet calls the council “penny-pinchers”.').terms[0]).toMatchObject({
			standing: 'well',
			said: 'Kept as a quotation: “penny-pinchers”',
		});
		expect(review('The “penny-pinchers” meet.').terms[0]).toMatchObject({
			standing: 'not yet',
			said: 'Still there, in quotation marks: “penny-pinchers”',
		});
		expect(review('They are no misers.').terms[0]?.said).toBe('Still there, behind a “not”: “misers”');
	});

	it('says of a claim that is not found that it may stand there in other words, and what the passage has', () => {
		expect(review('The council meets on 14 May, and takes questions.').kept[1]).toEqual({
			what: 'that anyone may speak',
			is: 'claim',
			standing: 'not yet',
			said: 'Not found',
			note: 'In the passage: “Anyone may speak”. If yours says it in other words, all is well.',
		});
	});

	it('points at an answer that is hardly a text, and at invented quotations', () => {
		expect(review('14 May').sentences[0]).toBe(
			'It has 2 words, the passage 13: make sure that every claim is still said in a sentence.',
		);
		expect(review('The council will “listen to all” on 14 May, said the leaflet.').sentences[0]).toBe(
			'“listen to all”: that stands in quotation marks, but not like this in the passage.',
		);
	});

	it('says of the passage itself that nothing was changed, and of nothing that nothing was written', () => {
		expect(review(passage)).toMatchObject({ headline: 'No word of the passage was changed.', added: [] });
		for (const nothing of [null, '', ' \n']) {
			const { headline, terms, kept, changes } = review(nothing);
			expect(headline).toBe('Nothing was written here.');
			expect([...terms, ...kept].every(({ standing, said }) => standing === null && said === '')).toBe(true);
			expect(changes).toEqual([]);
		}
	});

	it('hints at loaded words that came in, and calls none of them a fault', () => {
		const { added, headline } = review(`${rewrite} What a scandal.`);
		expect(added.map(({ words }) => words)).toEqual(['scandal']);
		expect(headline).toBe(review(rewrite).headline);
	});

	it('shows a teacher the key without an answer', () => {
		const { answer: _, ...rest } = input(null);
		expect(scorer.keyReview(rest)).toMatchObject({
			headline: 'What must go, what must stay, and one good answer.',
			kept: [{ note: 'In the passage: “14 May”.' }, { note: 'In the passage: “Anyone may speak”.' }],
		});
	});
});

describe('an edition', () => {
	it('stays the same when it is said better what a word carried, and is another one when another word must go', () => {
		const idOf = (loaded: NeutralRewriteKey['loaded']) => {
			const exercise = { id: 'x', kind: kind.id, points: 4, prompt: 'P', task, key: { ...key, loaded } };
			const about = { lesson: 'l', title: 't', summary: 's', minutes: 1, objectives: [] };
			return makeEdition({ ...about, exercises: [exercise], documents: {} }, (text) => text).id;
		};
		expect(idOf([{ ...key.loaded[0]!, carried: 'Better said.' }])).toBe(idOf(key.loaded));
		expect(idOf([{ ...key.loaded[0]!, also: ['skinflints'] }])).not.toBe(idOf(key.loaded));
	});
});

describe('an answer', () => {
	it('is missing while it is empty or the passage as it was, whatever stands in the key', () => {
		const unchanged = ['The passage still stands as it was. Rewrite it first.'];
		expect(kind.missing(task, kind.emptyAnswer())).toEqual(unchanged);
		expect(kind.missing(task, { text: ` ${passage}\n` })).toEqual(unchanged);
		expect(kind.missing(task, { text: ' ' })).toEqual(['Write your version of the passage.']);
		expect(kind.missing(task, { text: rewrite })).toEqual([]);
	});

	it('has words to comment on as soon as there are any', () => {
		expect(kind.pinnableText?.(task, { text: rewrite })).toEqual({ is: 'typed', text: rewrite });
		expect(kind.pinnableText?.(task, { text: null })).toBeNull();
	});

	it('has an end', () => {
		expect(safeParse(kind.answerSchema, { text: 'a'.repeat(LONGEST_REWRITE + 1) }).success).toBe(false);
		expect(safeParse(kind.answerSchema, { text: 3 }).success).toBe(false);
	});
});

describe('a task', () => {
	it.each<[object, boolean]>([
		[{ document: 'a', quote: 'b' }, true],
		[{ document: 'a', quote: 'b', occurrence: 2, words: 40 }, true],
		[{ text: 'a', source: 'b', language: 'ur' }, true],
		[{ document: 'a' }, false],
		[{ text: 'a' }, false],
		[{ document: 'a', quote: 'b', text: 'c', source: 'd' }, false],
		[{ document: 'a', quote: 'b', source: 'd' }, false],
		[{ text: 'a', source: 'b', occurrence: 1 }, false],
		[{ document: 'a', quote: 'b', language: 'ur' }, false],
		[{}, false],
	])('is a quote of a document, or a text with its source: %o', (given, isTask) => {
		expect(safeParse(kind.taskSchema, given).success).toBe(isTask);
	});

	it('shows of its document only where the passage comes from', () => {
		const about = {
			label: 'A leaflet',
			publisher: 'P',
			date: '2025',
			genre: 'report',
			rights: 'R',
			language: 'en',
			contentNote: 'N',
		} as const;
		const document: SourceDocument = { name: 'leaflet', text: passage, about, furniture: [] };
		const quoted = { document: 'leaflet', quote: 'Anyone may speak' };
		expect(kind.documentsOf(quoted)).toEqual(['leaflet']);
		expect(kind.showDocuments(quoted, { leaflet: document })).toMatchObject({ leaflet: { about, paragraphs: [] } });
		expect([kind.documentsOf(task), kind.showDocuments(task, {})]).toEqual([[], {}]);
	});
});

describe('an author is told', () => {
	it('nothing where all is well', () => {
		expect(lint({})).toEqual([]);
		expect(lint({}, { document: 'leaflet', quote: passage }, `Read this. ${passage}`)).toEqual([]);
	});

	it.each<[string, Partial<NeutralRewriteKey>]>([
		[
			'error: its loaded word “tyrants” is not in the passage',
			{ loaded: [...key.loaded, { term: 'tyrants', carried: 'x' }] },
		],
		[
			'error: its loaded word “Penny-Pinchers” is listed twice',
			{ loaded: [...key.loaded, { term: 'Penny-Pinchers', carried: 'x' }] },
		],
		['error: no wording of “it” stands in the passage', { keep: [{ what: 'it', is: 'name', anyOf: ['council'] }] }],
		[
			'error: “it” can only be said with a word that must go; give it a plain wording',
			{ keep: [{ what: 'it', is: 'claim', anyOf: ['penny-pinchers ... meet'] }] },
		],
		[
			'warning: “it” is listed as a number, but none of its wordings has one',
			{ keep: [{ what: 'it', is: 'number', anyOf: ['anyone'] }] },
		],
		[
			'error: its model still has “penny-pinchers”: “misers”',
			{ model: 'The misers meet on 14 May. Anyone may speak.' },
		],
		[
			'error: in its model “the day” is not found; add the model’s wording to anyOf',
			{ model: 'They meet. Anyone may speak.' },
		],
		[
			'error: in its model a “not” came or went at “that anyone may speak”',
			{ model: 'They meet on 14 May. Not anyone may speak.' },
		],
		[
			'warning: its model puts “all of us” in quotation marks, and the passage does not say that',
			{ model: 'They meet on 14 May. Anyone may speak, “all of us”.' },
		],
		[
			'warning: its rubric gives at most 2 points, but the exercise has 4',
			{ rubric: [{ criterion: 'c', levels: [0, 2].map((points) => ({ points, text: 'x' })) }] },
		],
	])('%s', (finding, changed) => {
		expect(lint(changed)).toContain(finding);
	});

	it('that a quote is not one place of its document', () => {
		expect(lint({}, { document: 'leaflet', quote: passage }, 'Something else.')).toEqual([
			`error: “${passage}” is not in the text.`,
		]);
		expect(lint({}, { document: 'leaflet', quote: passage }, `${passage} ${passage}`)[0]).toContain('2 times');
	});
});
