import * as v from 'valibot';
import { showDocument } from '../../domain/documents/article.ts';
import { parsePassageAddress } from '../../domain/lessons/library.ts';
import { statuses, techniques, voices, type Status, type Voice } from '../../domain/marking/categories.ts';
import type { ExerciseKind } from '../contract.ts';
import { ledgerParts, type LedgerPart } from './parts.ts';

export type ClaimType = (typeof techniques)['claim'][number];

export type LedgerEvidence = {
	id: string;
	title: string;
	text: string;
	/** The credit in words: publisher, title, date. */
	source: string;
	/** The passage of the library that it is taken from. */
	address?: string;
};

export type ClaimLedgerTask = {
	/** The document of every claim that names none itself. */
	document?: string;
	/** Exact quotes. */
	claims: { id: string; quote: string; document?: string }[];
	evidence: LedgerEvidence[];
	/** When the pack was put together: a status holds against this evidence, as of this date. */
	asOf: string;
	/** The words to choose from; all five where it is left out. */
	statuses?: Status[];
	ask: LedgerPart[];
	/** What could settle a claim; one list for all of them. */
	settle?: { id: string; text: string }[];
};

export type LedgerRow = {
	type: ClaimType | null;
	voice: Voice | null;
	/** Evidence that was opened for this claim, in order. */
	opened: string[];
	/** Opened evidence that the status rests on. */
	restsOn: string[];
	status: Status | null;
	settle: string | null;
};

/** Claim id -> its row. A claim that nobody touched has none. */
export type ClaimLedgerAnswer = { rows: Record<string, LedgerRow> };

const MOST_CLAIMS = 20;
const MOST_EVIDENCE = 20;
const MOST_SETTLE = 10;

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
const words = (longest: number) => v.pipe(v.string(), v.trim(), v.nonEmpty('It is empty.'), v.maxLength(longest));
const isUnique = (all: readonly string[]): boolean => new Set(all).size === all.length;
const hasUniqueIds = (all: readonly { id: string }[]): boolean => isUnique(all.map((each) => each.id));

const address = v.pipe(
	words(200),
	v.check(
		(given) => parsePassageAddress(given) !== null,
		'This is no address of a passage, such as un-charter#article-55.c.',
	),
);

const taskSchema: v.GenericSchema<unknown, ClaimLedgerTask> = v.pipe(
	v.strictObject({
		document: v.exactOptional(words(200)),
		claims: v.pipe(
			v.array(v.strictObject({ id, quote: words(1000), document: v.exactOptional(words(200)) })),
			v.minLength(1, 'Give at least one claim.'),
			v.maxLength(MOST_CLAIMS),
			v.check((all) => hasUniqueIds(all), 'Two claims have the same id.'),
		),
		evidence: v.pipe(
			v.array(
				v.strictObject({
					id,
					title: words(120),
					text: words(2000),
					source: words(300),
					address: v.exactOptional(address),
				}),
			),
			v.minLength(1, 'Give at least one entry of evidence.'),
			v.maxLength(MOST_EVIDENCE),
			v.check((all) => hasUniqueIds(all), 'Two entries of evidence have the same id.'),
		),
		asOf: words(60),
		statuses: v.exactOptional(
			v.pipe(
				v.array(v.picklist(statuses, `It must be one of: ${statuses.join(', ')}.`)),
				v.minLength(2, 'Give at least two words to choose from.'),
				v.check((all) => isUnique(all), 'A status stands there twice.'),
			),
		),
		ask: v.pipe(
			v.array(v.picklist(ledgerParts, `It must be one of: ${ledgerParts.join(', ')}.`)),
			v.check((all) => isUnique(all), 'Something is asked twice.'),
			v.check((ask) => ask.includes('status'), 'A ledger asks for the status at least.'),
		),
		settle: v.exactOptional(
			v.pipe(
				v.array(v.strictObject({ id, text: words(200) })),
				v.minLength(2, 'Give at least two things that could settle a claim.'),
				v.maxLength(MOST_SETTLE),
				v.check((all) => hasUniqueIds(all), 'Two things that could settle a claim have the same id.'),
			),
		),
	}),
	v.check(
		({ document, claims }) => document !== undefined || claims.every((claim) => claim.document !== undefined),
		'A claim names no document, and neither does the exercise.',
	),
	v.check(
		({ ask, settle }) => ask.includes('settle') === (settle !== undefined),
		'What would settle a claim is asked where the exercise lists what could, and nowhere else.',
	),
);

const answerId = v.pipe(v.string(), v.maxLength(100));
const answerIds = v.pipe(
	v.array(answerId),
	v.maxLength(MOST_EVIDENCE, 'More evidence was opened than there is.'),
	v.check((all) => isUnique(all), 'An entry of evidence stands there twice.'),
);

const answerSchema: v.GenericSchema<unknown, ClaimLedgerAnswer> = v.strictObject({
	rows: v.pipe(
		v.record(
			answerId,
			v.strictObject({
				type: v.nullable(v.picklist(techniques.claim, 'There is no such kind of claim.')),
				voice: v.nullable(v.picklist(voices, 'There is no such voice.')),
				opened: answerIds,
				restsOn: answerIds,
				status: v.nullable(v.picklist(statuses, 'There is no such status.')),
				settle: v.nullable(answerId),
			}),
		),
		v.check((rows) => Object.keys(rows).length <= MOST_CLAIMS, 'More claims were judged than there are.'),
	),
});

export const kind: ExerciseKind<ClaimLedgerTask, ClaimLedgerAnswer> = {
	id: 'claim-ledger',
	label: 'Keep the ledger',
	taskSchema,
	answerSchema,
	emptyAnswer: () => ({ rows: {} }),
	documentsOf: (task) => [...new Set(task.claims.flatMap((claim) => claim.document ?? task.document ?? []))],
	/** Only where the claims come from; they themselves are in the task. */
	showDocuments: (task, documents) =>
		Object.fromEntries(
			kind.documentsOf(task).flatMap((name) => {
				const document = documents[name];
				return document ? [[name, { ...showDocument(document), paragraphs: [] }] as const] : [];
			}),
		),
	sourcesOf: () => [],

	missing: (task, { rows }) =>
		task.claims.flatMap((claim, index) => {
			const missing = missingIn(task, rows[claim.id]);
			return missing.length === 0 ? [] : [`Claim ${index + 1}: ${missing.join('; ')}.`];
		}),

	faults(task, { rows }) {
		const claims = new Set(task.claims.map((claim) => claim.id));
		if (Object.keys(rows).some((each) => !claims.has(each))) {
			return ['A claim was judged that this exercise does not have.'];
		}
		return [...new Set(Object.values(rows).flatMap((row) => faultsIn(task, row)))];
	},
};

function missingIn(task: ClaimLedgerTask, row: LedgerRow | undefined): string[] {
	const missing: string[] = [];
	if (task.ask.includes('type') && !row?.type) missing.push('say what kind of claim it is');
	if (task.ask.includes('who') && !row?.voice) missing.push('say who says it');
	if (!row?.opened.length) missing.push('open the evidence');
	if (!row?.status) missing.push('set its status');
	else if (needsEvidence(row.status) && row.restsOn.length === 0)
		missing.push('tick the entry that your status rests on');
	if (task.ask.includes('settle') && !row?.settle) missing.push('say what would settle it');
	return missing;
}

function faultsIn(task: ClaimLedgerTask, row: LedgerRow): string[] {
	const faults: string[] = [];
	const evidence = new Set(task.evidence.map((entry) => entry.id));
	if ([...row.opened, ...row.restsOn].some((each) => !evidence.has(each))) {
		faults.push('Evidence was opened that this exercise does not have.');
	}
	if (row.restsOn.some((each) => !row.opened.includes(each))) {
		faults.push('A status can rest only on evidence that was opened for its claim.');
	}
	if (row.status !== null && row.opened.length === 0) {
		faults.push('A status can be set only after evidence was opened for its claim.');
	}
	if (row.status !== null && !(task.statuses ?? statuses).includes(row.status)) {
		faults.push('A status was set that this exercise does not offer.');
	}
	if ((row.type !== null && !task.ask.includes('type')) || (row.voice !== null && !task.ask.includes('who'))) {
		faults.push('Something was answered that this exercise does not ask.');
	}
	if (row.settle !== null && !task.settle?.some((each) => each.id === row.settle)) {
		faults.push('Something was named to settle a claim that this exercise does not offer.');
	}
	return faults;
}

const needsEvidence = (status: Status): boolean => status === 'supported' || status === 'contradicted';
