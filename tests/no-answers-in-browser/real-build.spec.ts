import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../src/cli/bootstrap/runtime.js';
import { findBuild } from '../faults/server.ts';
import { filesForBrowsers } from './client-build.ts';

/** Fields whose sentences explain a key. Shorter ones may stand in prose by chance. */
const EXPLAINING = new Set(['why', 'model', 'models', 'carried', 'checklist', 'says']);
const SHORTEST = 25;

it(
	'no reason, model answer or checklist of the course is in a file that a browser can ask for',
	{ timeout: 300_000 },
	async () => {
		const secrets = filesEndingWith(join(root, 'lessons'), '.server.yaml').flatMap((file) =>
			explanationsIn(parse(readFileSync(file, 'utf8')), false),
		);
		expect(secrets.length).toBeGreaterThan(100);

		const served = filesForBrowsers(await findBuild());
		expect(served.some(({ name }) => name.endsWith('.js'))).toBe(true);
		const found = (sentences: string[]) =>
			served.flatMap(({ name, text }) => {
				const letters = lettersOf(text);
				return sentences.filter((each) => letters.includes(lettersOf(each))).map((each) => `${name}: ${each}`);
			});
		// What a lesson says openly is found in this way, so an answer would be.
		expect(found(proseOf(join(root, 'lessons'))).length).toBeGreaterThan(0);
		expect(found(secrets)).toEqual([]);
	},
);

const filesEndingWith = (folder: string, end: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(end))
		.map((entry) => join(entry.parentPath, entry.name));

/** Paragraphs of lessons that hold words alone. */
const proseOf = (lessons: string) =>
	filesEndingWith(lessons, 'lesson.svx')
		.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
		.filter((line) => /^[\p{L} ,.]{80,}$/u.test(line));

function explanationsIn(value: unknown, explains: boolean): string[] {
	if (typeof value === 'string') return explains && lettersOf(value).length >= SHORTEST ? [value] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => explanationsIn(inner, explains || EXPLAINING.has(name)));
}

/** However quotes, spaces and tags were written on the way. */
const lettersOf = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
