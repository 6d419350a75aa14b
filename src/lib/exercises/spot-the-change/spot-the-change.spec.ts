import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import { buildKey, keySchema, type SpotTheChangeKeyFile } from './key.server.ts';
import { kind, type ChangeMark, type SpotTheChangeTask } from './kind.ts';
import type { Side } from './sides.ts';
import { scorer } from './scorer.server.ts';

const effects = [
	{ id: 'doubt', text: 'Puts in a doubt' },
	{ id: 'heat', text: 'Makes it hotter' },
	{ id: 'gone', text: 'Leaves something out' },
];

const task: SpotTheChangeTask = {
	before: {
		label: 'The Post, 4 March',
		text: 'The council said on Tuesday that the library will close on Mondays. Two teachers asked it to wait.\nThe plan was carried by six votes to five.',
	},
	after: {
		label: 'The Mirror, 5 March',
		text: 'The council admitted on Tuesday that the library will close on Mondays.\nThe reckless scheme was carried by six votes to five.',
	},
	effects,
};

const keyFile: SpotTheChangeKeyFile = {
	changes: [
		{ before: 'said', after: 'admitted', effect: 'doubt', why: 'Whoever admits has something to hide.' },
		{ before: 'Two teachers asked it to wait', effect: 'gone', why: 'A milder request is no longer heard.' },
		{ after: 'reckless', effect: ['heat', 'doubt'], why: 'A judgment has come in.' },
		{ before: 'plan', after: 'scheme', effect: 'heat', minor: true, why: 'A scheme can be a plan.' },
	],
};
const key = buildKey(task, keyFile);

function mark(side: Side, quote: string, effect: string | null): ChangeMark {
	const start = task[side].text.indexOf(quote);
	return { in: side, start, end: start + quote.length, quote, effect };
}

const score = (marks: ChangeMark[], points = 6) =>
	scorer.score({ task, key, answer: { marks }, points, documents: {} }).earned;
const review = (marks: ChangeMark[]) => {
	const input = { task, key, answer: { marks }, points: 6, documents: {} };
	return scorer.review(input, scorer.score(input));
};
const messages = (changed: Partial<SpotTheChangeTask>, file = keyFile) => {
	const other = { ...task, ...changed };
	const input = { task: other, key: buildKey(other, file), points: 6, documents: {}, library: new Map() as never };
	return scorer.lint(input).map(({ level, message }) => `${level}: ${message}`);
};

describe('a comparison of two versions', () => {
	it('gives half a change for finding it and half for its effect', () => {
		expect(score([mark('after', 'admitted', 'doubt')])).toBe(200);
		expect(score([mark('after', 'admitted', 'heat')])).toBe(100);
		expect(score([mark('after', 'admitted', null)])).toBe(100);
	});

	it('finds a change in either text, and counts it once where both are marked', () => {
		expect(score([mark('before', 'said', 'doubt')])).toBe(200);
		expect(score([mark('before', 'said', 'doubt'), mark('after', 'admitted', 'doubt')])).toBe(200);
	});

	it('gives no more for two effects than for one guess: the share that is right counts', () => {
		expect(score([mark('before', 'said', 'doubt'), mark('after', 'admitted', 'heat')])).toBe(150);
		expect(review([mark('before', 'said', 'doubt'), mark('after', 'admitted', 'heat')]).changes[0]?.verdict).toBe(
			'Found. You gave it two effects, and one of them is right.',
		);
	});

	it('takes any effect that the key lists', () => {
		expect(score([mark('after', 'reckless', 'heat')])).toBe(200);
		expect(score([mark('after', 'reckless', 'doubt')])).toBe(200);
	});

	it('costs half a change for a mark that meets none, never below nothing', () => {
		const found = mark('after', 'admitted', 'doubt');
		expect(score([found, mark('after', 'library', 'heat')])).toBe(100);
		expect(score([found, mark('after', 'library', 'heat'), mark('after', 'Mondays', 'heat')])).toBe(0);
		expect(score([mark('after', 'library', 'heat')])).toBe(0);
	});

	it('takes the phrase around a changed word, and neither pays nor charges for what is too wide or too narrow', () => {
		expect(score([mark('after', 'The council admitted on Tuesday', 'doubt')])).toBe(200);
		expect(score([mark('before', 'asked', 'gone')])).toBe(0);
		const found = mark('after', 'admitted', 'doubt');
		expect(score([found, mark('before', 'Two teachers', 'gone')])).toBe(400);
		expect(score([found, mark('before', 'asked', 'gone')])).toBe(200);
		expect(review([mark('before', 'asked', 'gone')]).changes[1]?.verdict).toBe(
			'Not found yet: your mark lies here and is too narrow.',
		);
	});

	it('lets one mark find one change only: the one that counts, where it holds a minor one too', () => {
		const both = mark('after', 'reckless scheme', 'heat');
		expect(review([both]).changes.map(({ outcome }) => outcome)).toEqual(['missed', 'missed', 'found', 'free']);
		expect(score([both])).toBe(200);
	});

	it('neither pays nor charges for a minor change', () => {
		const found = mark('after', 'admitted', 'doubt');
		expect(score([found, mark('before', 'plan', 'doubt'), mark('after', 'scheme', 'gone')])).toBe(score([found]));
	});

	it('says what happened to every change, with the words before and after', () => {
		const said = review([mark('after', 'admitted', 'heat'), mark('before', 'library', 'gone')]);
		expect(said.headline).toBe('You found 1 of 3, and named the effect of 0.');
		expect(said.sentences).toEqual([
			'One mark of yours meets no change.',
			'Finding a change is half of it, naming its effect the other half, and a mark that meets none costs half a change: 0.5 less 0.5 leaves 0 of three changes.',
		]);
		expect(
			said.changes.map(({ number, before, after, outcome }) => [number, before?.quote, after?.quote, outcome]),
		).toEqual([
			[1, 'said', 'admitted', 'effect'],
			[2, 'Two teachers asked it to wait', undefined, 'missed'],
			[3, undefined, 'reckless', 'missed'],
			[4, 'plan', 'scheme', 'free'],
		]);
		expect(said.changes[0]?.verdict).toBe('Found. You said “Makes it hotter”; the key says something else.');
		expect(said.imagined).toEqual([
			{
				mark: 1,
				why: 'The same words stand in the other text. What stands beside them may have changed; these have not.',
			},
		]);
	});

	it('shows a teacher the key without an answer', () => {
		const said = scorer.keyReview({ task, key, points: 6, documents: {} });
		expect(said.headline).toBe('Three changes to find.');
		expect(said.sentences).toEqual(['One more is minor: it earns and costs nothing.']);
		expect(said.changes.map(({ effects: own, why }) => [own, why])).toContainEqual([
			['Makes it hotter', 'Puts in a doubt'],
			'A judgment has come in.',
		]);
	});

	it('says what is missing without a word of what is right', () => {
		expect(kind.missing(task, { marks: [] })).toEqual(['Mark at least one change, in either text.']);
		expect(kind.missing(task, { marks: [mark('after', 'library', null)] })).toEqual([
			'One mark does not say yet what the change does.',
		]);
		expect(kind.missing(task, { marks: [mark('after', 'library', 'heat')] })).toEqual([]);
	});

	it('refuses marks that do not belong to the texts', () => {
		const faults = (marks: ChangeMark[]) => kind.faults(task, { marks }, {});
		expect(faults([mark('after', 'admitted', 'doubt')])).toEqual([]);
		expect(faults([{ ...mark('after', 'admitted', 'doubt'), in: 'before' }])).toHaveLength(1);
		expect(faults([mark('after', 'admitted', 'anger')])).toEqual([
			'A mark was given an effect that this exercise does not have.',
		]);
		expect(faults([mark('after', 'admitted', null), mark('after', 'council admitted', null)])).toEqual([
			'Two marks lie on the same words.',
		]);
		expect(faults([mark('after', 'admitted', null), mark('before', 'said', null)])).toEqual([]);
		expect(safeParse(kind.answerSchema, { marks: [{ ...mark('after', 'admitted', null), end: 0 }] }).success).toBe(
			false,
		);
	});
});

describe('the key of a comparison', () => {
	it('is sound where every word that differs belongs to a change', () => {
		expect(messages({})).toEqual([]);
	});

	it('names the words that differ and belong to no change', () => {
		expect(messages({}, { changes: keyFile.changes.filter(({ minor }) => !minor) })).toEqual([
			'error: words that stand only before belong to no change (give them one, if need be with minor: true): “plan”',
			'error: words that stand only after belong to no change (give them one, if need be with minor: true): “scheme”',
		]);
	});

	it('has quotes that are found once, in whole words, on one line, and on words of their own', () => {
		const changed = (quote: object) =>
			messages({}, { changes: [...keyFile.changes, { effect: 'heat', why: 'So.', ...quote }] });
		expect(changed({ before: 'the moon' })).toEqual(['error: in the text “before”: “the moon” is not in the text.']);
		expect(changed({ after: 'on' })[0]).toContain('is in the text 3 times; say which occurrence');
		expect(changed({ after: 'Tues' })).toContain('error: in the text “after”: the quote cuts a word in two');
		expect(changed({ before: 'wait.\nThe' })).toContain(
			'error: in the text “before”: the quote runs over a line end, and a mark stays inside one paragraph',
		);
		expect(changed({ before: 'council said', after: 'Tuesday' })).toContain(
			'error: in the text “before”: two changes lie on the same words, “said” and “council said”',
		);
	});

	it('names effects that are offered, and at least two of them', () => {
		expect(messages({ effects: effects.filter(({ id }) => id !== 'gone') })).toEqual([
			'error: its key names the effect “gone”, which is not offered',
		]);
		const only = keyFile.changes.map((change) => ({ ...change, effect: 'heat' }));
		expect(messages({}, { changes: only })).toEqual([
			'error: its changes need at least two different effects, or there is nothing to tell apart',
		]);
		const [first] = keyFile.changes;
		const after = { label: 'Later', text: task.before.text.replace('said', 'admitted') };
		expect(messages({ after }, { changes: first ? [first] : [] })).toEqual([]);
	});

	it('warns where a change is most of its text, and one mark over everything would find it', () => {
		const short = {
			before: { label: 'One', text: 'A cold wind blew' },
			after: { label: 'Two', text: 'A mild wind blew' },
		};
		const change = { before: 'cold', after: 'mild', effect: 'heat', why: 'So.' };
		expect(messages(short, { changes: [change] })).toEqual([
			'warning: one mark over the whole text “before” finds a change; show more of what stayed',
			'warning: one mark over the whole text “after” finds a change; show more of what stayed',
		]);
	});

	it('takes a quotation mark for a change where the author says so', () => {
		const quoted = { ...task.after, text: task.after.text.replace('library', '“library”') };
		expect(messages({ after: quoted })).toEqual([]);
		const change = { before: 'library', after: '“library”', effect: 'doubt', why: 'Quotation marks can sneer.' };
		expect(messages({ after: quoted }, { changes: [...keyFile.changes, change] })).toEqual([]);
	});

	it('is refused where a change quotes nothing', () => {
		expect(safeParse(keySchema, { changes: [{ effect: 'heat', why: 'So.' }] }).success).toBe(false);
		expect(
			safeParse(keySchema, { changes: [{ after: 'a', beforeOccurrence: 2, effect: 'x', why: 'So.' }] }).success,
		).toBe(false);
	});
});
