/** Passages with their marks written into the text, `{C1 like this}`: tests/suggest/README.md tells how. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { categories, techniques, type Category } from '../../lib/domain/marking/categories.ts';
import type { KeyItem } from '../../lib/domain/marking/rule.ts';

export type MarkedPassage = { name: string; style: string; text: string; spans: KeyItem[] };

const passagesShape = v.array(v.strictObject({ name: v.string(), style: v.string(), text: v.string() }));

/** @returns the passages of each YAML file of a folder, by the name of the file */
export function readMarkedPassages(folder: string): Map<string, MarkedPassage[]> {
	const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
	return new Map(files.toSorted().map((file) => [file, passagesOf(readFileSync(join(folder, file), 'utf8'))]));
}

function passagesOf(yaml: string): MarkedPassage[] {
	return v.parse(passagesShape, parse(yaml)).map(({ text, ...passage }) => ({ ...passage, ...withoutMarks(text) }));
}

/** @throws RangeError where a mark is not closed, or its letter and digit name nothing */
export function withoutMarks(marked: string): Pick<MarkedPassage, 'text' | 'spans'> {
	const spans: MarkedPassage['spans'] = [];
	const open: MarkedPassage['spans'] = [];
	let text = '';
	for (const [piece, code] of marked.matchAll(/\{(\w\d)\s|\}|[^{}]+|\{/gu)) {
		if (code !== undefined) open.push({ start: text.length, end: text.length, ...meaningOf(code) });
		else if (piece === '}') spans.push({ ...popped(open, text), end: text.length });
		else text += piece;
	}
	if (open.length > 0) throw new RangeError(`A mark is not closed in “${text.slice(0, 60)}”.`);
	return { text, spans: spans.toSorted((a, b) => a.start - b.start || b.end - a.end) };
}

function popped<Open>(open: Open[], text: string): Open {
	const last = open.pop();
	if (last === undefined) throw new RangeError(`A mark ends that did not begin, after “${text.slice(-60)}”.`);
	return last;
}

function meaningOf(code: string): { category: Category; technique: string[]; tier: 'core' | 'acceptable' } {
	const letter = code.charAt(0);
	const category = categories.find((each) => each.startsWith(letter.toLowerCase()));
	const technique = category && techniques[category][Number(code.charAt(1)) - 1];
	if (!category || technique === undefined) throw new RangeError(`{${code} names no category and technique.`);
	return { category, technique: [technique], tier: letter === letter.toLowerCase() ? 'acceptable' : 'core' };
}
