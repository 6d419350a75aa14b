/** Reads the head of a lesson's prose, and what the prose places or links; the build turns the prose itself into a page. */
import { findByAddress, type Library } from '../../domain/lessons/library.ts';
import { lessonFrontmatterSchema, type LessonFrontmatter } from '../../domain/lessons/schemas.ts';
import { categories } from '../../domain/marking/categories.ts';
import { categoryOf, everyTechnique } from '../../domain/study/readings.ts';
import type { Finding } from './findings.ts';
import { parseYaml, readText } from './lesson-file.ts';
import { checkTechniqueLinks } from './read-techniques.ts';

export type Prose = {
	frontmatter: LessonFrontmatter;
	/** The exercises in the order in which the prose places them. */
	placed: { id: string; line: number }[];
};

export function readProse(root: string, file: string, library: Library, findings: Finding[]): Prose | null {
	const text = readText(root, file, findings);
	if (text === null) return null;
	const head = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text);
	if (!head) {
		findings.push({ file, line: 1, level: 'error', message: 'the lesson has no frontmatter between two lines of ---' });
		return null;
	}
	const frontmatter = parseYaml(file, head[1] ?? '', lessonFrontmatterSchema, findings, 2);
	const at = (offset: number) => text.slice(0, offset).split('\n').length;

	for (const { index, 1: address = '' } of text.matchAll(/<Source\b[^>]*?\bpassage="([^"]*)"/g)) {
		if (findByAddress(library, address)) continue;
		findings.push({ file, line: at(index), level: 'error', message: `the library has no passage “${address}”` });
	}
	const say = (offset: number, message: string) => findings.push({ file, line: at(offset), level: 'error', message });
	checkTechniqueLinks(text, say);
	checkMarks(text, say);
	checkTags(text, say);
	for (const { index } of text.slice(head[0].length).matchAll(/^FILL IN/gm)) {
		say(head[0].length + index, 'This is still to be filled in.');
	}
	if (!frontmatter) return null;
	const placed = [...text.matchAll(/<Exercise\b[^>]*?\bid="([^"]*)"/g)].map(({ index, 1: id = '' }) => ({
		id,
		line: at(index),
	}));
	return { frontmatter: frontmatter.value, placed };
}

/** A worked example calls words by what the marking scheme has: the build takes whatever stands there. */
function checkMarks(text: string, say: (offset: number, message: string) => void): void {
	for (const { index, 1: given = '' } of text.matchAll(/<Mark\b((?:[^"'>]|"[^"]*"|'[^']*')*)>/g)) {
		const attributes = new Map(
			[...given.matchAll(/(\w+)=(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [name, double ?? single]),
		);
		const [as, technique] = [attributes.get('as'), attributes.get('technique')];
		const category = categories.find((each) => each === as);
		if (as === undefined) say(index, `the mark does not say what it is (as): ${categories.join(', ')}`);
		else if (!category) say(index, `there is no category “${as}”; there are: ${categories.join(', ')}`);
		if (!attributes.get('note')) say(index, 'the mark has no reason (note)');
		const known = everyTechnique.find((each) => each === technique);
		if (technique !== undefined && !known) say(index, `there is no technique “${technique}”`);
		else if (category && known && categoryOf(known) !== category)
			say(index, `“${known}” is a technique of “${categoryOf(known)}”, and the mark says “${category}”`);
	}
}

const tags = ['Worked', 'Mark', 'Sound', 'Source', 'Exercise'];

/** A small letter makes plain HTML of a tag, which shows no reason; one that is left open breaks the build. */
function checkTags(text: string, say: (offset: number, message: string) => void): void {
	for (const tag of tags) {
		for (const { index } of text.matchAll(new RegExp(`<${tag.toLowerCase()}\\b`, 'g'))) {
			say(index, `<${tag.toLowerCase()}> must be written with a capital: <${tag}>`);
		}
		const opened = [...text.matchAll(new RegExp(`<${tag}\\b(?:[^"'>]|"[^"]*"|'[^']*')*(?<!/)>`, 'g'))];
		const closed = [...text.matchAll(new RegExp(`</${tag}\\s*>`, 'g'))];
		if (opened.length === closed.length) continue;
		const index = (opened.length > closed.length ? opened : closed).at(-1)?.index ?? 0;
		say(index, `<${tag}> and </${tag}> belong together: ${opened.length} open, ${closed.length} close`);
	}
}

/** Every exercise is placed once, and every place has its exercise. */
export function checkPlaces(
	file: string,
	placed: Prose['placed'],
	exercises: readonly { id: string; line: number; file: string }[],
): Finding[] {
	const findings: Finding[] = [];
	for (const [index, { id, line }] of placed.entries()) {
		if (!exercises.some((exercise) => exercise.id === id)) {
			findings.push({
				file,
				line,
				level: 'error',
				message: `the prose places the exercise “${id}”, which is not there`,
			});
		}
		if (placed.findIndex((other) => other.id === id) !== index) {
			findings.push({ file, line, level: 'error', message: `the prose places the exercise “${id}” a second time` });
		}
	}
	for (const exercise of exercises) {
		if (placed.some(({ id }) => id === exercise.id)) continue;
		const message = `${exercise.id}: the prose does not place this exercise`;
		findings.push({ file: exercise.file, line: exercise.line, level: 'error', message });
	}
	return findings;
}
