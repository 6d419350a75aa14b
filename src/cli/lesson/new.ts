/** `lesson new FILE [--as SLUG]`: from a text or a saved web page to the files of a lesson, for an author to fill in. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { readArticle, Unreadable } from './read-article.ts';
import { FILL_IN, scaffold } from './scaffold.ts';

/** Writes nothing unless everything can be written. @returns what to tell the author */
export function newLesson(lessons: string, file: string, wanted: string | undefined): string {
	const slug = wanted ?? slugOf(basename(file, extname(file)));
	if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(slug)) {
		throw new Unreadable('Give the lesson a name of small letters, digits and hyphens: --as bus-fares.');
	}
	const files = scaffold(slug, readArticle(file));
	const taken = [...files.keys()].filter((path) => existsSync(join(lessons, path)));
	if (taken.length > 0) {
		throw new Unreadable(`There is a ${taken[0] ?? ''} already. Nothing was changed. Choose another name: --as NAME.`);
	}
	for (const [path, content] of files) {
		mkdirSync(dirname(join(lessons, path)), { recursive: true });
		writeFileSync(join(lessons, path), content);
	}
	return inWords(lessons, slug, [...files.keys()]);
}

function inWords(lessons: string, slug: string, paths: string[]): string {
	const shown = (path: string) => relative(process.cwd(), join(lessons, path));
	return [
		'Written:',
		...paths.map((path) => `  ${shown(path)}`),
		'',
		`1. Fill in what begins with “${FILL_IN}”: first ${shown(`documents/${slug}.yaml`)}.`,
		`2. Decide on the key: ${shown(`documents/${slug}.key.server.yaml`)} lists candidates, mostly wrong.`,
		`3. Write the lesson and its questions, and add “${slug}” to a unit in ${shown('course.yaml')}.`,
		`4. npm run --silent lesson -- check ${slug} says what is missing, by file and line.`,
		'',
		'docs/writing-lessons.md walks through it.',
	].join('\n');
}

const slugOf = (name: string): string =>
	name
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/gu, '-')
		.replaceAll(/^-+|-+$/gu, '')
		.slice(0, 60)
		.replace(/-+$/u, '');
