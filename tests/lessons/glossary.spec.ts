import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { techniqueWording } from '../../src/lib/domain/marking/wording.ts';
import { everyTechnique } from '../../src/lib/domain/study/readings.ts';
import { loadKinds } from '../../src/lib/exercises/load-kinds.ts';
import { findingInWords } from '../../src/lib/server/lessons/findings.ts';
import { readCourse } from '../../src/lib/server/lessons/lesson-catalog.ts';
import { writeCourse } from './fixture-course.ts';

const { kinds, scorers } = await loadKinds();
const course = readCourse('lessons', kinds, scorers);
const FOLDER = 'lessons/techniques';
const textOf = (technique: string) => readFileSync(`${FOLDER}/${technique}.svx`, 'utf8');
const bodyOf = (technique: string) => textOf(technique).replace(/^---\n[\s\S]*?\n---\n/, '');

describe('the glossary of this course', () => {
	it('has a page for every technique, without a fault', () => {
		expect([...course.techniques.keys()]).toEqual(everyTechnique);
		expect(course.findings.filter(({ file }) => file.startsWith('techniques/')).map(findingInWords)).toEqual([]);
	});

	it.each(everyTechnique)('%s: is called as everywhere else, and is read in a few minutes', (technique) => {
		expect(course.techniques.get(technique)?.name).toBe(techniqueWording[technique].label);
		const { definition = '', sources = [], lookAlikes = [] } = course.techniques.get(technique) ?? {};
		const read = [
			definition,
			bodyOf(technique)
				.replaceAll(/<Example why="([^"]*)"[^>]*>/g, '$1 ')
				.replaceAll(/<[^>]+>/g, ' '),
			...sources.map(({ says }) => says),
			...lookAlikes.map(({ ask }) => ask),
		];
		const words = read.join(' ').match(/[\p{L}\p{N}’]+/gu)?.length ?? 0;
		expect(words).toBeGreaterThanOrEqual(400);
		expect(words).toBeLessThanOrEqual(600);
	});

	it.each(everyTechnique)('%s: gives examples of its own and leaves those of the pool fresh', (technique) => {
		const plain = (text: string) => text.replaceAll(/<[^>]+>/g, '').toLowerCase();
		const examples = [...bodyOf(technique).matchAll(/<Example\b[^>]*>([\s\S]*?)<\/Example>/g)].map(([, text = '']) =>
			plain(text),
		);
		const pool = [...course.practice.values()].map(({ text }) => text.toLowerCase());
		const taken = examples.filter((example) => pool.some((text) => text.includes(example) || example.includes(text)));
		expect(examples.length).toBeGreaterThanOrEqual(8);
		expect(taken).toEqual([]);
	});
});

/** The small course with this glossary, one word of one page changed. */
function said(page: string, from: string | RegExp, to: string): string[] {
	const changed: Record<string, string> = {};
	for (const name of readdirSync(FOLDER)) changed[`techniques/${name}`] = readFileSync(`${FOLDER}/${name}`, 'utf8');
	const before = changed[`techniques/${page}`] ?? '';
	changed[`techniques/${page}`] = before.replace(from, to);
	expect(changed[`techniques/${page}`], 'the fixture was changed').not.toBe(before);
	return findingsWith(changed);
}

function findingsWith(changed: Record<string, string | null>): string[] {
	const { root, remove } = writeCourse(changed);
	try {
		// Its library is small: what these pages read in the real one is not there.
		return readCourse(root, kinds, scorers)
			.findings.filter(({ file, message }) => file.startsWith('techniques/') && !message.includes('has no passage'))
			.map(findingInWords);
	} finally {
		remove();
	}
}

describe('what an author of a glossary is told', () => {
	const lineOf = (page: string, words: string) => textOf(page).split(words)[0]?.split('\n').length;

	it('a course without one has no glossary and no fault', () => {
		expect(findingsWith({})).toEqual([]);
	});

	it('a page is missing', () => {
		const one = { 'techniques/literature.yaml': readFileSync(`${FOLDER}/literature.yaml`, 'utf8') };
		expect(findingsWith(one)).toHaveLength(everyTechnique.length);
		expect(findingsWith(one)).toContain('techniques/cause.svx:1: the file is missing');
	});

	it.each([
		[
			'an unknown field',
			'category: claim',
			'category: claim\ncolour: red',
			'colour',
			'there is no field called “colour”',
		],
		['another name', 'name: Cause', 'name: Reason', 'name: Cause', 'everywhere else it is called “Cause”'],
		['another category', 'category: claim', 'category: loaded', 'category: claim', 'it belongs to “claim”'],
		['an unknown work', 'work: semeval-2020', 'work: semeval-1920', 'work: semeval-2020', 'has no work “semeval-1920”'],
		['an unknown look-alike', 'technique: event', 'technique: accident', 'technique: event', 'no such technique'],
		['itself as a look-alike', 'technique: event', 'technique: cause', 'technique: event', 'not its own look-alike'],
		['no question', /ask: Is there a link[^\n]+/, 'ask: One thing.', 'ask: Is there a link', 'It must be a question.'],
		['another heading', '## How to decide', '## Rules', '## Mark these', 'the parts of a page are, in this order'],
		['no reason', / why="Common knowledge\."/, '', 'Ice <Words>', 'the example has no reason'],
	])('%s', (_, from, to, place, message) => {
		const findings = said('cause.svx', from, to);
		const line = place === 'colour' ? (lineOf('cause', 'category: claim') ?? 0) + 1 : lineOf('cause', place);
		expect(findings).toHaveLength(1);
		expect(findings[0]).toMatch(new RegExp(`^techniques/cause\\.svx:${String(line)}: `));
		expect(findings[0]).toContain(message);
	});

	it('too few examples, or one that does not say which words', () => {
		const [example = ''] = /<Example why="Perhaps[\s\S]*?<\/Example>\n/.exec(textOf('cause')) ?? [];
		expect(said('cause.svx', example, '').join()).toContain('<Marked> has 3 examples; it needs at least 4');
		expect(said('cause.svx', /<Words>(The new lights[^<]*)<\/Words>/, '$1').join()).toContain('which words carry it');
	});

	it('a link to a technique that is not there, in a page or in a lesson', () => {
		expect(
			said('exaggeration.svx', '<TechniqueLink id="generalisation"', '<TechniqueLink id="all-of-it"').join(),
		).toContain('there is no technique “all-of-it”');
		const { root, remove } = writeCourse({
			'course/wells/lesson.svx': readFileSync('lessons/course/loaded-words/lesson.svx', 'utf8').replace(
				'id="euphemism"',
				'id="soft-soap"',
			),
		});
		try {
			const findings = readCourse(root, kinds, scorers).findings.map(findingInWords);
			expect(findings.join('\n')).toContain('course/wells/lesson.svx:19: there is no technique “soft-soap”');
		} finally {
			remove();
		}
	});
});
