/** What suggestions are worth on passages that nothing was tuned on. Floors are a little under what was measured. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { measuredPassages, measureOf, judgedOf } from '../../src/cli/lesson/measure.ts';
import { readMarkedPassages, withoutMarks } from '../../src/cli/lesson/marked-passages.ts';
import { suggestFor } from '../../src/cli/lesson/suggest.ts';
import { categories } from '../../src/lib/domain/marking/categories.ts';
import { calibrate } from '../../src/lib/domain/suggest/measure.ts';
import { temporaryFolder, tidyUp } from '../faults/server.ts';

const passages = readMarkedPassages(import.meta.dirname);
const heldOut = passages.get('held-out.yaml') ?? [];
const loaded = measuredPassages(heldOut.filter(({ style }) => style === 'loaded'));
const wire = measuredPassages(heldOut.filter(({ style }) => style === 'wire'));

describe('suggestions for passages that were held out', () => {
	test('are measured on as many of either style, with marks of every category', () => {
		expect([loaded.length, wire.length]).toEqual([11, 11]);
		for (const category of categories) expect(measureOf(loaded, category).core).toBeGreaterThan(10);
	});

	test.each([
		['loaded', 0.8, 0.85],
		['claim', 0.68, 0.85],
		['authority', 0.7, 0.9],
	] as const)('find %s in what takes sides: %f of them meet, %f of the core is met', (category, precision, recall) => {
		const { candidates, meeting, core, met } = measureOf(loaded, category);
		expect(meeting / candidates).toBeGreaterThanOrEqual(precision);
		expect(met / core).toBeGreaterThanOrEqual(recall);
	});

	test('are few in plain reports: next to no loaded words, and not two claims in each', () => {
		expect(measureOf(wire, 'loaded').candidates).toBeLessThanOrEqual(3);
		expect(measureOf(wire, 'claim').candidates).toBeLessThanOrEqual(2 * wire.length);
	});

	test('meet a key the oftener, the surer they are', () => {
		const [unsure, sure] = calibrate(judgedOf([...loaded, ...wire]), [0, 0.6, 0.8]).map(
			({ candidates, meeting }) => meeting / candidates,
		);
		const surest = calibrate(judgedOf([...loaded, ...wire]), [0.8])[0];
		expect(unsure).toBeLessThan(0.5);
		expect(sure).toBeGreaterThan(unsure ?? 1);
		expect((surest?.meeting ?? 0) / (surest?.candidates ?? 1)).toBeGreaterThan(0.8);
	});
});

describe('a file for suggestions', () => {
	const folder = temporaryFolder('suggest');
	afterAll(tidyUp);
	const suggest = (name: string, content: string) => {
		const file = join(folder, name);
		writeFileSync(file, content);
		return suggestFor(file);
	};
	const places = (name: string, content: string) =>
		suggest(name, content).candidates?.map(({ start, end, quote }) => ({ start, end, quote }));

	test('has offsets of its text with plain line ends, whatever ends its lines, and without a byte order mark', () => {
		const text = 'A calm line.\nThe 🚌 and the shameful mayor.\n';
		const start = text.indexOf('shameful');
		expect(places('plain.txt', text)).toEqual([{ start, end: start + 8, quote: 'shameful' }]);
		expect(places('windows.txt', `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(places('plain.txt', text));
	});

	test('may be empty', () => expect(suggest('empty.txt', '')).toEqual({ candidates: [], findings: [] }));

	test('may be a saved page: only its article is read', () => {
		const words =
			'The council met on Monday in the hall and talked about the budget of the town for a long while. '.repeat(6);
		const page = `<html><body><nav>Shameful menu</nav><article><h1>Budget</h1><p>${words}</p><p>It was a shameful speech, and ${words}</p></article></body></html>`;
		expect(suggest('page.html', page).candidates?.filter(({ quote }) => /shameful/iu.test(quote))).toHaveLength(1);
	});

	test('in another language is named, and nothing is suggested', () => {
		const german =
			'Der Rat hat am Dienstag beschlossen, dass die Bibliothek nur noch an drei Tagen in der Woche offen ist. Die Bürger der Stadt sind empört und sagen, dass es eine Schande ist.';
		const { candidates, findings } = suggest('german.txt', german);
		expect(candidates).toEqual([]);
		expect(findings.map(({ level }) => level)).toEqual(['warning']);
		expect(findings[0]?.message).toContain('English');
	});

	test('that is missing is named', () =>
		expect(suggestFor(join(folder, 'none.txt'))).toMatchObject({ candidates: null, findings: [{ level: 'error' }] }));
});

test('marks in a passage are taken out, and refused where they do not close', () => {
	expect(withoutMarks('It {C1 fell by {l3 a whopping} half}.')).toMatchObject({
		text: 'It fell by a whopping half.',
		spans: [
			{ start: 3, end: 26, category: 'claim', technique: ['quantity'], tier: 'core' },
			{ start: 11, end: 21, category: 'loaded', technique: ['exaggeration'], tier: 'acceptable' },
		],
	});
	expect(() => withoutMarks('It {C1 fell.')).toThrow(RangeError);
	expect(() => withoutMarks('It fell}.')).toThrow(RangeError);
	expect(() => withoutMarks('It {C9 fell}.')).toThrow(RangeError);
});
