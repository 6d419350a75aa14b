/** docs/writing-lessons.md promises that its examples can be copied, and that its excerpts are from a lesson that ships. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadKinds } from '../../src/lib/exercises/load-kinds.ts';
import { findingInWords } from '../../src/lib/server/lessons/findings.ts';
import { readCourse } from '../../src/lib/server/lessons/lesson-catalog.ts';

const guide = readFileSync('docs/writing-lessons.md', 'utf8');
const fenced = (language: string): string[] =>
	[...guide.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, words = '']) => words);
const examples = (file: string): string[] => fenced('yaml').filter((words) => words.startsWith(`# ${file}\n`));

const root = mkdtempSync(join(tmpdir(), 'guide-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('the guide for authors', () => {
	it('has examples that a lesson can take as they are', async () => {
		const exercises = examples('exercises.yaml').join('');
		const ids = [...exercises.matchAll(/^- id: (\S+)$/gm)].map(([, id]) => id);
		expect(ids.length).toBeGreaterThan(3);
		expect(examples('answers.server.yaml')).toHaveLength(ids.length);

		cpSync('lessons', root, { recursive: true });
		const folder = join(root, 'course/guide');
		mkdirSync(folder);
		const head = '---\ntitle: A\nsummary: B\nminutes: 5\nobjectives: [C]\n---\n';
		const places = ids.map((id) => `<Exercise id="${id}" />`).join('\n\n');
		writeFileSync(join(folder, 'lesson.svx'), `${head}\n${fenced('svx').join('\n')}\n${places}\n`);
		writeFileSync(join(folder, 'exercises.yaml'), exercises);
		writeFileSync(join(folder, 'answers.server.yaml'), examples('answers.server.yaml').join(''));

		const { kinds, scorers } = await loadKinds();
		const course = readCourse(root, kinds, scorers);
		const ofGuide = course.findings.filter(({ file }) => file.startsWith('course/guide/'));
		expect(ofGuide.map(findingInWords)).toEqual([]);
		expect(course.lessons.get('guide')?.edition.exercises.map(({ id }) => id)).toEqual(ids);
	});

	it('shows the key and the exercises of the library as they are', () => {
		const read = (file: string): unknown => parse(readFileSync(join('lessons', file), 'utf8'));
		const key = read('documents/library-hours.key.server.yaml') as { spans: unknown[]; lures: unknown[] };
		const all = [...key.spans, ...key.lures, ...(read('course/library-hours/exercises.yaml') as unknown[])];
		const shown = fenced('yaml')
			.filter((words) => words.startsWith('- '))
			.flatMap((words) => parse(words) as unknown[]);
		expect(shown.length).toBeGreaterThan(2);
		for (const each of shown) expect(all).toContainEqual(each);

		const about = fenced('yaml').filter((words) => words.startsWith('title:') || words.startsWith('furniture:'));
		expect(Object.assign({}, ...about.map((words) => parse(words) as object))).toEqual(
			read('documents/library-hours.yaml'),
		);
	});
});
