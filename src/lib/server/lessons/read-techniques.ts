/**
 * Reads techniques/: the glossary, one page for each technique. A course without that folder has no glossary; one that
 * has it has every page. The build turns the prose itself into a page.
 */
import { findByAddress, type Library } from '../../domain/lessons/library.ts';
import {
	FEWEST_EXAMPLES,
	literatureFileSchema,
	PAGE_PARTS,
	techniqueHeadSchema,
	type TechniquePage,
	type Work,
} from '../../domain/lessons/technique-page.ts';
import type { Technique } from '../../domain/marking/categories.ts';
import { techniqueWording } from '../../domain/marking/wording.ts';
import { categoryOf, everyTechnique } from '../../domain/study/readings.ts';
import { hasError, type Finding } from './findings.ts';
import { isThere, parseYaml, readText, readYaml, type YamlFile } from './lesson-file.ts';
import { namesIn } from './lesson-folder.ts';

type Say = (offset: number, message: string) => void;

const FOLDER = 'techniques';

export function readTechniques(root: string, library: Library, findings: Finding[]): Map<Technique, TechniquePage> {
	const pages = new Map<Technique, TechniquePage>();
	if (!isThere(root, FOLDER)) return pages;
	const works = readYaml(root, `${FOLDER}/literature.yaml`, literatureFileSchema, findings);
	for (const name of namesIn(root, FOLDER, '.svx')) {
		if (everyTechnique.some((each) => each === name)) continue;
		findings.push({
			file: `${FOLDER}/${name}.svx`,
			line: 1,
			level: 'error',
			message: `there is no technique “${name}”`,
		});
	}
	for (const technique of everyTechnique) {
		const found: Finding[] = [];
		const page = readPage(root, technique, { works: works?.value ?? {}, library }, found);
		findings.push(...found);
		if (page && !hasError(found)) pages.set(technique, page);
	}
	return pages;
}

function readPage(
	root: string,
	id: Technique,
	{ works, library }: { works: Record<string, Work>; library: Library },
	findings: Finding[],
): TechniquePage | null {
	const file = `${FOLDER}/${id}.svx`;
	const text = readText(root, file, findings);
	if (text === null) return null;
	const say: Say = (offset, message) => {
		findings.push({ file, line: text.slice(0, offset).split('\n').length, level: 'error', message });
	};
	const fence = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text);
	if (!fence) {
		say(0, 'the page has no frontmatter between two lines of ---');
		return null;
	}
	checkBody(text, fence[0].length, library, say);
	const head = parseYaml(file, fence[1] ?? '', techniqueHeadSchema, findings, 2);
	if (!head) return null;
	checkHead(id, head, works, findings);
	const { name, category, definition, sources, lookAlikes } = head.value;
	return {
		id,
		name,
		category,
		definition,
		sources: sources.flatMap(({ work, label, says }) => {
			const known = works[work];
			return known ? [{ ...known, label: label ?? null, says }] : [];
		}),
		lookAlikes,
	};
}

/** The name and the category are those of the marking scheme, so that a link and its page say the same. */
function checkHead(
	id: Technique,
	{ value, error }: YamlFile<Pick<TechniquePage, 'name' | 'category' | 'lookAlikes'> & { sources: { work: string }[] }>,
	works: Record<string, Work>,
	findings: Finding[],
): void {
	const { label } = techniqueWording[id];
	if (value.name !== label) findings.push(error(['name'], `everywhere else it is called “${label}”`));
	if (value.category !== categoryOf(id)) findings.push(error(['category'], `it belongs to “${categoryOf(id)}”`));
	value.sources.forEach(({ work }, index) => {
		if (!works[work])
			findings.push(error(['sources', index, 'work'], `${FOLDER}/literature.yaml has no work “${work}”`));
	});
	value.lookAlikes.forEach(({ technique }, index) => {
		const path = ['lookAlikes', index, 'technique'];
		if (technique === id) findings.push(error(path, 'a technique is not its own look-alike'));
		if (value.lookAlikes.findIndex((other) => other.technique === technique) !== index)
			findings.push(error(path, `“${technique}” is named twice`));
	});
}

/** @param from where the prose begins */
function checkBody(text: string, from: number, library: Library, say: Say): void {
	const headings = [...text.matchAll(/^## (.+)$/gm)].filter(({ index }) => index >= from);
	const expected = PAGE_PARTS.join(', ');
	if (headings.map(([, name]) => name).join(', ') !== expected)
		say(headings[0]?.index ?? from, `the parts of a page are, in this order: ${expected}`);
	checkExamples(text, 'Marked', say);
	checkExamples(text, 'LeftAlone', say);
	for (const { index, 1: address = '' } of text.matchAll(/<Source\b[^>]*?\bpassage="([^"]*)"/g)) {
		if (!findByAddress(library, address)) say(index, `the library has no passage “${address}”`);
	}
	checkTechniqueLinks(text, say);
}

/** Each example has its reason, and each one to mark says which words. */
function checkExamples(text: string, list: 'Marked' | 'LeftAlone', say: Say): void {
	const lists = [...text.matchAll(new RegExp(`<${list}>([\\s\\S]*?)</${list}>`, 'g'))];
	const [only] = lists;
	if (!only || lists.length > 1) return say(only?.index ?? 0, `a page has one <${list}> with its examples`);
	const examples = [...only[0].matchAll(/<Example\b([^>]*)>([\s\S]*?)<\/Example>/g)];
	if (examples.length < FEWEST_EXAMPLES)
		say(only.index, `<${list}> has ${examples.length} examples; it needs at least ${FEWEST_EXAMPLES}`);
	for (const { index, 1: given = '', 2: sentence = '' } of examples) {
		const at = only.index + index;
		if (!/\bwhy="[^"]+"/.test(given)) say(at, 'the example has no reason (why)');
		if (list === 'Marked' && !/<Words>[^<]+<\/Words>/.test(sentence))
			say(at, 'the example does not say which words carry it (<Words>)');
	}
}

/** In the prose of lessons too: the name of a technique leads to its page. */
export function checkTechniqueLinks(text: string, say: Say): void {
	for (const { index, 1: id = '' } of text.matchAll(/<TechniqueLink\b[^>]*?\bid="([^"]*)"/g)) {
		if (!everyTechnique.some((each) => each === id)) say(index, `there is no technique “${id}”`);
	}
}
