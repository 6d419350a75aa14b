/** Reads one file of the lessons folder, as text or as YAML whose every part knows its line. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { Finding } from './findings.ts';
import { yamlFault } from './yaml-fault.ts';

export type Path = readonly PropertyKey[];

export type YamlFile<T> = {
	value: T;
	/** The line of a part, or of the nearest part above it that is there. */
	lineOf: (path: Path) => number;
	error: (path: Path, message: string) => Finding;
	warning: (path: Path, message: string) => Finding;
};

export const isThere = (root: string, file: string): boolean => existsSync(join(root, file));

/** Text in UTF-8 with \n line ends, byte for byte; null, with the finding, when it is not. */
export function readText(root: string, file: string, findings: Finding[]): string | null {
	const refuse = (line: number, message: string): null => {
		findings.push({ file, line, level: 'error', message });
		return null;
	};
	if (!isThere(root, file)) return refuse(1, 'the file is missing');
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(root, file)));
	} catch {
		return refuse(1, 'the file is not UTF-8 text');
	}
	if (text.startsWith('\uFEFF')) return refuse(1, 'the file begins with a byte order mark; save it without one');
	const carriageReturn = text.indexOf('\r');
	if (carriageReturn === -1) return text;
	const line = text.slice(0, carriageReturn).split('\n').length;
	return refuse(line, 'the file has Windows line ends (\\r); save it with \\n alone');
}

export function readYaml<T>(
	root: string,
	file: string,
	schema: v.GenericSchema<unknown, T>,
	findings: Finding[],
): YamlFile<T> | null {
	const text = readText(root, file, findings);
	return text === null ? null : parseYaml(file, text, schema, findings);
}

/** @param firstLine line of the file at which the text begins, where it is only a part of it */
export function parseYaml<T>(
	file: string,
	text: string,
	schema: v.GenericSchema<unknown, T>,
	findings: Finding[],
	firstLine = 1,
): YamlFile<T> | null {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
	const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
	const [fault] = document.errors;
	if (fault) {
		const { at, message } = yamlFault(text, fault);
		findings.push({ file, line: lineAt(at), level: 'error', message });
		return null;
	}

	const lineOf = (path: Path) => lineAt(offsetOf(document, path));
	const given: unknown = document.toJS();
	const parsed = v.safeParse(schema, given);
	if (!parsed.success) {
		for (const issue of parsed.issues) findings.push(...faultOf(file, issue, lineOf, given));
		return null;
	}
	return {
		value: parsed.output,
		lineOf,
		error: (path, message) => ({ file, line: lineOf(path), level: 'error', message }),
		warning: (path, message) => ({ file, line: lineOf(path), level: 'warning', message }),
	};
}

/** What a schema says of a part, in words: the way to it, its own name or quote, and what is wrong. */
export function faultOf(
	file: string,
	issue: v.BaseIssue<unknown>,
	lineOf: (path: Path) => number,
	given: unknown,
	above: Path = [],
): Finding[] {
	const path = [...above, ...(issue.path ?? []).map((step) => (step as { key: PropertyKey }).key)];
	const { name, below } = nameOf(given, path);
	const field = below.length > 0 ? `${wayInWords(below)}: ` : '';
	const message = `${name}${field}${issueInWords(issue, path)}`;
	return [{ file, line: lineOf(path), level: 'error', message }];
}

function issueInWords(issue: v.BaseIssue<unknown>, path: Path): string {
	const last = String(path.at(-1) ?? '');
	if (issue.expected === 'never') {
		const torn = /\s/.test(last) ? '; words with a comma, between { and }, need quotation marks' : '';
		return `there is no field called “${last}” here${torn}`;
	}
	if (issue.received === 'undefined') return 'this field is missing';
	return issue.message.startsWith('Invalid type: ') ? `it must be ${typeInWords(issue)}` : issue.message;
}

const types: Record<string, string> = {
	string: 'words; put a number or a date in quotation marks',
	number: 'a number',
	boolean: 'true or false',
	Array: 'a list',
	Object: 'fields with names',
};

/** For the schemas that have no words of their own. */
function typeInWords({ expected }: v.BaseIssue<unknown>): string {
	const values = expected?.match(/"[^"]*"/g);
	if (values) return `one of: ${values.map((value) => value.slice(1, -1)).join(', ')}`;
	return types[expected ?? ''] ?? `${expected}`;
}

/** `changes 2, effect`: a place in a list is counted as people count. */
const wayInWords = (path: Path): string =>
	path.reduce<string>((way, step) => {
		if (typeof step === 'number') return `${way}${way === '' ? '' : ' '}${step + 1}`;
		return `${way}${way === '' ? '' : ', '}${String(step)}`;
	}, '');

/** The id or quote of the innermost thing that the path runs through, and the way on from there. */
function nameOf(given: unknown, path: Path): { name: string; below: Path } {
	let current = given;
	let found = { name: '', below: path };
	for (const depth of [...path.keys(), path.length]) {
		if (typeof current !== 'object' || current === null) break;
		const { id, quote } = current as { id?: unknown; quote?: unknown };
		const name = typeof quote === 'string' ? `“${quote}”: ` : typeof id === 'string' ? `${id}: ` : '';
		if (name !== '') found = { name, below: path.slice(depth) };
		current = (current as Record<PropertyKey, unknown>)[path[depth] ?? ''];
	}
	return found;
}

/** Where a part begins; for a field that is where its name stands, which may be lines above its value. */
function offsetOf(document: Document, path: Path): number {
	for (let length = path.length; length > 0; length -= 1) {
		const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
		const key = path[length - 1];
		const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(key)) : undefined;
		if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return node.range[0];
	}
	return isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0;
}
