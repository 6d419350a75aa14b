/** What must not reach a browser before feedback, and where a reply holds it all the same. */
import type { Reply } from '../faults/client.ts';
import { unflattenValues } from '../faults/page-data.ts';

export type Secrets = {
	/** Random words that stand in reasons, plainer wordings, models, checklists, notes and evidence. */
	canaries: string[];
	/** Starts and ends of key spans, lures, nuclei and envelopes; each has five digits. */
	offsets: number[];
};

/** Names of fields that only keys and reviews have. */
const KEY_FIELDS = [
	'tier',
	'nucleus',
	'envelope',
	'voice',
	'plainer',
	'lures',
	'looksLike',
	'correct',
	'why',
	'model',
	'models',
	'groups',
	'belongs',
	'checklist',
	'rubric',
	'baseline',
	'account',
	'keyVersion',
	'outcome',
	'carried',
	'anyOf',
	'terms',
	'kept',
	'minor',
	'imagined',
];

/** Headers that count bytes: a number there says nothing of a key. */
const COUNTING_HEADERS = ['content-length', 'etag'];

export type Recorded = { path: string; reply: Reply };

/** Each leak as `path: what`. */
export function leaksOf(recorded: readonly Recorded[], secrets: Secrets): string[] {
	return recorded.flatMap(({ path, reply }) => {
		const headers = Object.entries(reply.headers).filter(([name]) => !COUNTING_HEADERS.includes(name));
		const text = `${JSON.stringify(headers)}\n${reply.text}`;
		return [...leaksInText(text, secrets), ...keyFieldsIn(reply.text)].map((leak) => `${path}: ${leak}`);
	});
}

export function leaksInText(text: string, { canaries, offsets }: Secrets): string[] {
	const words = canaries.filter((canary) => text.includes(canary));
	const numbers = [...text.matchAll(/(?<![\w.#])\d{5}(?![\w.])/gu)].map(([number]) => Number(number));
	const places = offsets.filter((offset) => numbers.includes(offset));
	return [...words, ...places.map((place) => `key offset ${String(place)}`)];
}

export function canariesIn(recorded: readonly Recorded[], { canaries }: Secrets): string[] {
	const text = recorded.map(({ reply }) => reply.text).join('\n');
	return canaries.filter((canary) => text.includes(canary));
}

function keyFieldsIn(text: string): string[] {
	const data = parsedData(text);
	if (data === undefined) return [];
	const found = new Set<string>();
	walk(data, (name) => {
		if (KEY_FIELDS.includes(name)) found.add(name);
	});
	return [...found].map((name) => `field ${name}`);
}

/** Page data, the answer to an enhanced form, or plain JSON; undefined for anything else. */
function parsedData(text: string): unknown {
	if (!text.startsWith('{')) return undefined;
	const json = JSON.parse(text) as { type?: string; nodes?: ({ data?: unknown[] } | null)[]; data?: string };
	if (json.type === 'data') return json.nodes?.map((node) => node?.data && unflattenValues(node.data));
	if (typeof json.type === 'string' && typeof json.data === 'string')
		return unflattenValues(JSON.parse(json.data) as unknown[]);
	return json;
}

function walk(value: unknown, onField: (name: string) => void): void {
	if (typeof value !== 'object' || value === null) return;
	for (const [name, inner] of Object.entries(value)) {
		if (!Array.isArray(value)) onField(name);
		walk(inner, onField);
	}
}
