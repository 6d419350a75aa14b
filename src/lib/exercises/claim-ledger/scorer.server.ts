import * as v from 'valibot';
import { shareOfPoints } from '../../domain/grading/points.ts';
import { findByAddress } from '../../domain/lessons/library.ts';
import { statuses, techniques, voices, type Status, type Voice } from '../../domain/marking/categories.ts';
import { capitalNumberWord, counted, numberWord } from '../../domain/marking/number-word.ts';
import { statusWording, techniqueWording, voiceWording } from '../../domain/marking/wording.ts';
import type { Lint, Scored, Scorer } from '../contract.ts';
import type { ClaimLedgerAnswer, ClaimLedgerTask, ClaimType, LedgerRow } from './kind.ts';
import { ledgerParts, type LedgerPart } from './parts.ts';
import type { ClaimLedgerReview } from './review.ts';

type ClaimKey = {
	/** What is right in each part that is asked, the best first. */
	right: Partial<Record<LedgerPart, string[]>>;
	/** Entries of the pack that bear on the claim. */
	evidence: string[];
	why: Partial<Record<LedgerPart, string>>;
};

export type ClaimLedgerKey = {
	claims: Record<string, ClaimKey>;
	/** What each thing could settle, and what not. */
	why: Record<string, string>;
};

type OneOrMore<T> = T | T[];

export type ClaimLedgerKeyFile = {
	claims: Record<
		string,
		{
			type?: OneOrMore<ClaimType>;
			voice?: OneOrMore<Voice>;
			status: OneOrMore<Status>;
			settle?: OneOrMore<string>;
			evidence?: string[];
			why: { type?: string; who?: string; status: string; settle?: string };
		}
	>;
	settle?: Record<string, string>;
};

type Input = Scored<ClaimLedgerTask, ClaimLedgerKey, ClaimLedgerAnswer>;

const sentence = v.pipe(v.string(), v.nonEmpty('The reason is empty.'));
const oneOrMore = <T extends string>(one: v.GenericSchema<unknown, T>) =>
	v.union([one, v.pipe(v.array(one), v.minLength(1))]);

export const scorer: Scorer<ClaimLedgerTask, ClaimLedgerKey, ClaimLedgerAnswer, ClaimLedgerReview, ClaimLedgerKeyFile> =
	{
		keySchema: v.strictObject({
			claims: v.record(
				v.string(),
				v.strictObject({
					type: v.exactOptional(oneOrMore(v.picklist(techniques.claim))),
					voice: v.exactOptional(oneOrMore(v.picklist(voices))),
					status: oneOrMore(v.picklist(statuses)),
					settle: v.exactOptional(oneOrMore(v.string())),
					evidence: v.exactOptional(v.array(v.string())),
					why: v.strictObject({
						type: v.exactOptional(sentence),
						who: v.exactOptional(sentence),
						status: sentence,
						settle: v.exactOptional(sentence),
					}),
				}),
			),
			settle: v.exactOptional(v.record(v.string(), sentence)),
		}),

		buildKey: (_, keyFile) => ({
			claims: Object.fromEntries(
				Object.entries(keyFile?.claims ?? {}).map(([id, { type, voice, status, settle, evidence, why }]) => [
					id,
					{
						right: {
							...(type === undefined ? {} : { type: listOf(type) }),
							...(voice === undefined ? {} : { who: listOf(voice) }),
							status: listOf(status),
							...(settle === undefined ? {} : { settle: listOf(settle) }),
						},
						evidence: evidence ?? [],
						why,
					},
				]),
			),
			why: keyFile?.settle ?? {},
		}),

		score(input) {
			const { right, all } = countRight(input);
			const possible = input.points * 100;
			return { earned: shareOfPoints(possible, right, all), possible, needsTeacher: false, detail: { right, all } };
		},

		review: (input) => ({
			kind: 'claim-ledger',
			...inWords(input),
			claims: input.task.claims.map(({ id }) => explainClaim(input.task, input.key, id, input.answer.rows[id] ?? null)),
			settle: explainSettle(input.task, input.key),
		}),

		keyReview: ({ task, key }) => ({
			kind: 'claim-ledger',
			headline: 'The key, with the reason for every part.',
			sentences: [],
			claims: task.claims.map(({ id }) => ({ ...explainClaim(task, key, id, null), evidenceRemark: '' })),
			settle: explainSettle(task, key),
		}),

		lint({ task, key, documents, library }) {
			const findings: Lint[] = [];
			const error = (message: string, quote?: string) =>
				findings.push({ level: 'error', message, ...(quote === undefined ? {} : { quote }) });

			for (const { quote, document = task.document } of task.claims) {
				const source = document === undefined ? undefined : documents[document];
				if (source && !source.text.includes(quote)) error(`“${quote}” is not in the document “${source.name}”`, quote);
			}
			for (const { id, address } of task.evidence) {
				if (address !== undefined && !findByAddress(library, address)) {
					error(`the evidence “${id}” names the passage “${address}”, which is not in the library`);
				}
			}
			const claims = new Set(task.claims.map(({ id }) => id));
			for (const id of Object.keys(key.claims).filter((each) => !claims.has(each))) {
				error(`its key speaks of the claim “${id}”, which is not there`);
			}
			for (const id of claims)
				for (const message of faultsOfClaimKey(task, key.claims[id])) error(`claim “${id}”: ${message}`);

			const options = new Set(task.settle?.map(({ id }) => id));
			for (const id of Object.keys(key.why).filter((each) => !options.has(each))) {
				error(`its key explains “${id}”, which is not among what could settle a claim`);
			}
			for (const id of [...options].filter((each) => !key.why[each])) {
				error(`its key does not say what “${id}” could settle`);
			}
			const supported = task.claims.filter(({ id }) => key.claims[id]?.right.status?.[0] === 'supported').length;
			if (supported * 3 < task.claims.length) {
				error(`only ${supported} of its ${task.claims.length} claims end as supported; at least a third must`);
			}
			return findings;
		},
	};

function faultsOfClaimKey(task: ClaimLedgerTask, claim: ClaimKey | undefined): string[] {
	if (!claim) return ['its key is not there'];
	const faults: string[] = [];
	for (const part of task.ask) {
		if (!claim.right[part]?.length) faults.push(`its key does not say what is right for “${part}”`);
		if (!claim.why[part]) faults.push(`its key gives no reason for “${part}”`);
	}
	const [best] = claim.right.status ?? [];
	if (best !== undefined && !(task.statuses ?? statuses).some((each) => each === best)) {
		faults.push(`its status “${best}” is not offered`);
	}
	if (claim.right.status?.some(needsEvidence) && claim.evidence.length === 0) {
		faults.push('a status of supported or contradicted needs evidence');
	}
	for (const id of claim.evidence.filter((each) => !task.evidence.some((entry) => entry.id === each))) {
		faults.push(`its key names the evidence “${id}”, which is not there`);
	}
	for (const id of (claim.right.settle ?? []).filter((each) => !task.settle?.some((option) => option.id === each))) {
		faults.push(`its key says that “${id}” would settle it, which is not offered`);
	}
	return faults;
}

const listOf = <T>(value: OneOrMore<T>): T[] => (Array.isArray(value) ? value : [value]);
const needsEvidence = (status: string): boolean => status === 'supported' || status === 'contradicted';

/** What was answered in one part; null where nothing was. */
function answerOf(row: LedgerRow | null, part: LedgerPart): string | null {
	if (!row) return null;
	if (part === 'type') return row.type;
	if (part === 'who') return row.voice;
	return part === 'status' ? row.status : row.settle;
}

const askedParts = (task: ClaimLedgerTask): LedgerPart[] => ledgerParts.filter((part) => task.ask.includes(part));

function isRight(claim: ClaimKey | undefined, row: LedgerRow | null, part: LedgerPart): boolean {
	const given = answerOf(row, part);
	return given !== null && (claim?.right[part] ?? []).includes(given);
}

function countRight({ task, key, answer }: Input): { right: number; all: number } {
	const parts = task.claims.flatMap(({ id }) =>
		askedParts(task).map((part) => isRight(key.claims[id], answer.rows[id] ?? null, part)),
	);
	return { right: parts.filter(Boolean).length, all: parts.length };
}

function inWords(input: Input): { headline: string; sentences: string[] } {
	const { right, all } = countRight(input);
	const claims = input.task.claims.length;
	const whole = input.task.claims.filter(({ id }) =>
		askedParts(input.task).every((part) => isRight(input.key.claims[id], input.answer.rows[id] ?? null, part)),
	).length;
	if (right === all)
		return {
			headline: `Right: ${claims === 1 ? 'the claim is' : `all ${numberWord(claims)} claims are`} judged as in the key.`,
			sentences: [],
		};
	const headline =
		whole === 0
			? 'No claim is wholly as in the key yet.'
			: `${capitalNumberWord(whole)} of the ${counted(claims, 'claim')} ${whole === 1 ? 'is' : 'are'} wholly as in the key.`;
	return {
		headline,
		sentences: [
			`${capitalNumberWord(all)} parts were asked, and each counts the same; ${numberWord(right)} of them ${right === 1 ? 'is' : 'are'} right.`,
		],
	};
}

function explainClaim(
	task: ClaimLedgerTask,
	key: ClaimLedgerKey,
	id: string,
	row: LedgerRow | null,
): ClaimLedgerReview['claims'][number] {
	const claim = key.claims[id];
	return {
		id,
		parts: askedParts(task).map((part) => {
			const given = answerOf(row, part);
			return {
				part,
				chosen: given === null ? null : wordingOf(task, part, given),
				right: (claim?.right[part] ?? []).map((each) => wordingOf(task, part, each).label),
				isRight: isRight(claim, row, part),
				why: claim?.why[part] ?? '',
			};
		}),
		evidence: task.evidence.map((entry) => ({
			id: entry.id,
			bears: claim?.evidence.includes(entry.id) ?? false,
			opened: row?.opened.includes(entry.id) ?? false,
			restedOn: row?.restsOn.includes(entry.id) ?? false,
		})),
		evidenceRemark: evidenceInWords(claim?.evidence ?? [], row),
	};
}

function evidenceInWords(bearing: readonly string[], row: LedgerRow | null): string {
	if (bearing.length === 0) return 'Nothing in the pack settles it, and that is why no entry is named here.';
	const opened = bearing.filter((id) => row?.opened.includes(id)).length;
	if (opened === 0) return 'You had opened none of the entries that bear on it.';
	const rested = row?.restsOn ?? [];
	if (rested.some((id) => !bearing.includes(id)))
		return 'You rested your status on an entry that says nothing on this claim.';
	return rested.length > 0 ? 'You rested your status on an entry that bears on the claim.' : '';
}

function wordingOf(task: ClaimLedgerTask, part: LedgerPart, value: string): { label: string; meaning: string } {
	if (part === 'settle') return { label: task.settle?.find(({ id }) => id === value)?.text ?? value, meaning: '' };
	const table: Partial<Record<string, { label: string; meaning: string }>> =
		part === 'type' ? techniqueWording : part === 'who' ? voiceWording : statusWording;
	const { label, meaning } = table[value] ?? { label: value, meaning: '' };
	return { label, meaning };
}

const explainSettle = (task: ClaimLedgerTask, key: ClaimLedgerKey): ClaimLedgerReview['settle'] =>
	(task.settle ?? []).map(({ id, text }) => ({ text, why: key.why[id] ?? '' }));
