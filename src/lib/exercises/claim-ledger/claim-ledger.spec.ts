import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import type { DocumentAbout, SourceDocument } from '../../domain/documents/document.ts';
import { creditsOf } from './credits.ts';
import { kind, type ClaimLedgerTask, type LedgerRow } from './kind.ts';
import { scorer, type ClaimLedgerKeyFile } from './scorer.server.ts';

const task: ClaimLedgerTask = {
	document: 'report',
	claims: [
		{ id: 'hours', quote: 'The pool opens at six' },
		{ id: 'crowd', quote: 'a million people came' },
		{ id: 'motive', quote: 'the mayor wants to sell it' },
	],
	evidence: [
		{ id: 'notice', title: 'The notice on the door', text: 'Open from 6.00.', source: 'Town of Dunmore, notice, 2026' },
		{ id: 'tickets', title: 'The tickets', text: '412 tickets were sold.', source: 'Town of Dunmore, accounts, 2026' },
	],
	asOf: 'May 2026',
	ask: ['who', 'status', 'settle'],
	settle: [
		{ id: 'record', text: 'A record of the town' },
		{ id: 'nothing', text: 'Nothing; it is about a wish' },
	],
};
const claims: ClaimLedgerKeyFile['claims'] = {
	hours: {
		voice: 'own',
		status: 'supported',
		settle: 'record',
		evidence: ['notice'],
		why: { who: 'Nobody is named.', status: 'The notice says so.', settle: 'The notice is one.' },
	},
	crowd: {
		voice: 'unnamed-source',
		status: 'contradicted',
		settle: 'record',
		evidence: ['tickets'],
		why: { who: 'Who counted?', status: '412 is far from a million.', settle: 'The accounts are one.' },
	},
	motive: {
		voice: ['unnamed-source', 'own'],
		status: ['unresolved', 'not-verifiable'],
		settle: ['nothing', 'record'],
		why: { who: 'Nobody is named.', status: 'Nothing here shows it.', settle: 'A plan on paper could show it.' },
	},
};
const keyFile: ClaimLedgerKeyFile = {
	claims,
	settle: { record: 'It shows what was done.', nothing: 'Wishes leave no trace.' },
};
const report = {
	name: 'report',
	text: 'The pool opens at six. It is said that a million people came and that the mayor wants to sell it.',
} as SourceDocument;
const documents = { report };
const sources = { documentKeys: {}, documents };
const key = scorer.buildKey(task, keyFile, sources);

const row = (part: Partial<LedgerRow>): LedgerRow => ({
	type: null,
	voice: null,
	opened: ['notice', 'tickets'],
	restsOn: [],
	status: null,
	settle: null,
	...part,
});
const right = {
	hours: row({ voice: 'own', status: 'supported', settle: 'record', restsOn: ['notice'] }),
	crowd: row({ voice: 'unnamed-source', status: 'contradicted', settle: 'record', restsOn: ['tickets'] }),
	motive: row({ voice: 'own', status: 'not-verifiable', settle: 'nothing' }),
};
const score = (rows: Record<string, LedgerRow>, points = 3) => {
	const input = { task, key, answer: { rows }, points, documents };
	const scored = scorer.score(input);
	return { ...scored, review: scorer.review(input, scored) };
};
const lint = (given: ClaimLedgerTask, file: ClaimLedgerKeyFile) =>
	scorer
		.lint({ task: given, key: scorer.buildKey(given, file, sources), points: 3, documents, library: new Map() })
		.map(({ message }) => message);

describe('a claim ledger', () => {
	it('spreads the points evenly over what is asked', () => {
		expect(score(right)).toMatchObject({ earned: 300, possible: 300, needsTeacher: false });
		expect(score({ ...right, hours: { ...right.hours, status: 'unresolved' } }).earned).toBe(267);
		expect(score({ hours: right.hours }).earned).toBe(100);
		expect(score({}).earned).toBe(0);
	});

	it('takes a status only after evidence was opened for that very claim', () => {
		expect(kind.faults(task, { rows: right }, documents)).toEqual([]);
		const unopened = { ...right, hours: row({ opened: [], status: 'supported' }) };
		expect(kind.faults(task, { rows: unopened }, documents)).toEqual([
			'A status can be set only after evidence was opened for its claim.',
		]);
		const elsewhere = { ...right, hours: row({ opened: ['tickets'], restsOn: ['notice'], status: 'supported' }) };
		expect(kind.faults(task, { rows: elsewhere }, documents)).toEqual([
			'A status can rest only on evidence that was opened for its claim.',
		]);
	});

	it('asks for the entry that “supported” and “contradicted” rest on, and for nothing there for the others', () => {
		const unlinked = { ...right, hours: { ...right.hours, restsOn: [] } };
		expect(kind.missing(task, { rows: unlinked })).toEqual(['Claim 1: tick the entry that your status rests on.']);
		expect(kind.missing(task, { rows: right })).toEqual([]);
	});

	it('names what is missing, and never what is right', () => {
		expect(kind.missing(task, { rows: {} })).toEqual(
			[1, 2, 3].map(
				(number) => `Claim ${number}: say who says it; open the evidence; set its status; say what would settle it.`,
			),
		);
		const wrongEverywhere = { ...right, crowd: row({ voice: 'own', status: 'opinion', settle: 'nothing' }) };
		expect(kind.missing(task, { rows: wrongEverywhere })).toEqual([]);
	});

	it('refuses what the exercise does not have or does not ask', () => {
		const faultsOf = (part: Partial<LedgerRow>) => kind.faults(task, { rows: { hours: row(part) } }, documents);
		expect(faultsOf({ opened: ['rumour'] })).toHaveLength(1);
		expect(faultsOf({ type: 'event' })).toHaveLength(1);
		expect(faultsOf({ settle: 'a coin' })).toHaveLength(1);
		expect(kind.faults({ ...task, statuses: ['supported', 'unresolved'] }, { rows: right }, documents)).toHaveLength(1);
		expect(kind.faults(task, { rows: { other: row({}) } }, documents)).toHaveLength(1);
		expect(safeParse(kind.answerSchema, { rows: { hours: { ...right.hours, sure: true } } }).success).toBe(false);
		expect(safeParse(kind.answerSchema, { rows: { hours: { ...right.hours, status: 'false' } } }).success).toBe(false);
	});

	it('explains every part, says what the evidence came to, and what each record could settle', () => {
		const { review } = score({
			...right,
			crowd: row({ voice: 'own', status: 'supported', settle: 'record', restsOn: ['notice'] }),
		});
		expect(review.headline).toBe('Two of the three claims are wholly as in the key.');
		expect(review.sentences[0]).toBe('Nine parts were asked, and each counts the same; seven of them are right.');
		const crowd = review.claims[1];
		expect(crowd?.parts.map(({ part, isRight }) => [part, isRight])).toEqual([
			['who', false],
			['status', false],
			['settle', true],
		]);
		expect(crowd?.parts[1]).toMatchObject({ right: ['Contradicted'], why: '412 is far from a million.' });
		expect(crowd?.parts[1]?.chosen?.label).toBe('Supported');
		expect(crowd?.evidence).toEqual([
			{ id: 'notice', bears: false, opened: true, restedOn: true },
			{ id: 'tickets', bears: true, opened: true, restedOn: false },
		]);
		expect(crowd?.evidenceRemark).toBe('You rested your status on an entry that says nothing on this claim.');
		expect(review.settle.map(({ why }) => why)).toEqual(['It shows what was done.', 'Wishes leave no trace.']);
	});

	it('shows a teacher the key without an answer', () => {
		const shown = scorer.keyReview({ task, key, points: 3, documents });
		expect(shown.claims.flatMap(({ parts }) => parts).every(({ chosen }) => chosen === null)).toBe(true);
		expect(shown.claims.map(({ parts }) => parts[1]?.right[0])).toEqual(['Supported', 'Contradicted', 'Unresolved']);
	});

	it('is published only with a third of its claims supported, evidence for every verdict, and a reason for every part', () => {
		expect(lint(task, keyFile)).toEqual([]);
		const change = (id: string, part: Partial<(typeof claims)[string]>) => ({
			...keyFile,
			claims: { ...claims, [id]: { ...claims[id]!, ...part } },
		});
		expect(lint(task, change('hours', { status: 'unresolved' }))).toEqual([
			'only 0 of its 3 claims end as supported; at least a third must',
		]);
		expect(lint(task, change('crowd', { evidence: [] }))).toEqual([
			'claim “crowd”: a status of supported or contradicted needs evidence',
		]);
		expect(lint(task, change('crowd', { why: { status: 'Far off.' } }))).toHaveLength(2);
		expect(lint(task, change('crowd', { evidence: ['rumour'] }))[0]).toContain('which is not there');
		expect(lint(task, change('crowd', { settle: 'a coin' }))[0]).toContain('which is not offered');
		expect(lint({ ...task, statuses: ['supported', 'contradicted'] }, keyFile)).toEqual([
			'claim “motive”: its status “unresolved” is not offered',
		]);
		expect(lint(task, { ...keyFile, settle: { record: 'It shows what was done.' } })).toEqual([
			'its key does not say what “nothing” could settle',
		]);
	});

	it('finds its quotations in the text and its addresses in the library', () => {
		const [first, ...others] = task.claims;
		expect(lint({ ...task, claims: [{ ...first!, quote: 'The pool is closed' }, ...others] }, keyFile)).toEqual([
			'“The pool is closed” is not in the document “report”',
		]);
		const evidence = [{ ...task.evidence[0]!, address: 'udhr#article-1' }, ...task.evidence.slice(1)];
		expect(lint({ ...task, evidence }, keyFile)[0]).toContain('not in the library');
		expect(
			safeParse(kind.taskSchema, { ...task, evidence: [{ ...task.evidence[0], address: 'Article 1' }] }).success,
		).toBe(false);
	});

	it('credits its one text once, and each claim where there are several texts', () => {
		const about = (publisher: string) => ({ about: { publisher, genre: 'report', date: '2026' } as DocumentAbout });
		const shown = { report: about('The Marren Mail'), letter: about('The Dunmore Post') };
		expect(creditsOf(task, shown)).toEqual({ all: 'The Marren Mail, report, 2026' });
		const [hours, ...others] = task.claims;
		expect(creditsOf({ ...task, claims: [{ ...hours!, document: 'letter' }, ...others] }, shown)).toEqual({
			each: {
				hours: 'The Dunmore Post, report, 2026',
				crowd: 'The Marren Mail, report, 2026',
				motive: 'The Marren Mail, report, 2026',
			},
		});
	});

	it('has no field that it does not know, and asks for the status at least', () => {
		expect(safeParse(kind.taskSchema, task).success).toBe(true);
		expect(safeParse(kind.taskSchema, { ...task, hint: 'supported' }).success).toBe(false);
		expect(safeParse(kind.taskSchema, { ...task, ask: ['who', 'settle'] }).success).toBe(false);
		expect(safeParse(kind.taskSchema, { ...task, ask: ['who', 'status'] }).success).toBe(false);
		const { document: _, ...without } = task;
		expect(safeParse(kind.taskSchema, without).success).toBe(false);
	});
});
