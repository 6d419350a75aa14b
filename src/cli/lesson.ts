/** The author's commands on the lesson files. Exit: 0 fine, 1 findings, 2 wrong use. They need no build. */
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { judgementOf, type KeySpan } from '../lib/domain/lessons/document-key.ts';
import { scoreMarks } from '../lib/domain/marking/score-marks.ts';
import { readScoringCase } from '../lib/domain/marking/scoring-case.ts';
import { loadKinds } from '../lib/exercises/load-kinds.ts';
import { findingInWords, hasError } from '../lib/server/lessons/findings.ts';
import { readCourse, type Course } from '../lib/server/lessons/lesson-catalog.ts';
import { writeJsonSchemas } from './lesson/json-schemas.ts';
import { concerning } from './lesson/concerning.ts';
import { newLesson } from './lesson/new.ts';
import { Unreadable } from './lesson/read-article.ts';
import { readMarkedPassages } from './lesson/marked-passages.ts';
import { measureAgainstKeys, measurePassages } from './lesson/measure.ts';
import { suggestFor } from './lesson/suggest.ts';

const usage = `Use:
  npm run --silent lesson -- check [NAME]          say what is wrong in the lesson files, or in those of one lesson
  npm run --silent lesson -- keys --json           print every key span of every document
  npm run --silent lesson -- score --json          score one case a line, read from standard input
  npm run --silent lesson -- new FILE [--as NAME]  begin a lesson from a text or a saved web page
  npm run --silent lesson -- suggest FILE --json   print candidate spans of a text, mostly wrong, for a person to decide
  npm run --silent lesson -- suggest --measure [FOLDER]
                                                   say how well such candidates meet the keys of the documents,
                                                   or the marks of passages such as those in tests/suggest
  npm run --silent lesson -- schemas               write lessons/.schemas, with which an editor completes and checks

LESSONS_DIR names another folder than lessons/.`;

const FINE = 0;
const FINDINGS = 1;
const WRONG_USE = 2;

async function run([command, ...rest]: string[]): Promise<number> {
	const given = [command, ...rest].join(' ');
	if (command === 'check' && rest.length < 2) return check(rest[0]);
	if (given === 'keys --json') return printKeys();
	if (given === 'score --json') return scoreLines();
	if (command === 'new') return begin(rest);
	if (given === 'schemas') return writeSchemas();
	if (given === 'suggest --measure') return measureSuggest();
	if (command === 'suggest' && rest.length === 2 && rest[0] === '--measure') return measurePassagesOf(rest[1] ?? '');
	if (command === 'suggest' && rest.length === 2 && rest.includes('--json')) {
		return suggest(rest.find((word) => word !== '--json') ?? '');
	}
	return refuse(whyWrong(command, given));
}

function whyWrong(command: string | undefined, given: string): string {
	if (command === undefined) return 'Say what to do.';
	if (command === 'new') return '“new” takes a file, and --as NAME if you like.';
	if (command === 'suggest') return '“suggest” takes a file and --json, or --measure with or without a folder.';
	if (command === 'keys' || command === 'score') return `“${command}” takes --json and nothing else.`;
	if (command === 'check') return '“check” takes the name of one lesson or document, or nothing.';
	return `There is no command “${given}”.`;
}

function refuse(why: string): number {
	process.stderr.write(`${why}\n\n${usage}\n`);
	return WRONG_USE;
}

async function check(name?: string): Promise<number> {
	const course = await readLessons();
	if (name !== undefined) return checkOne(course, name);
	printFindings(course);
	if (hasError(course.findings)) return FINDINGS;
	const exercises = [...course.lessons.values()].reduce((sum, { edition }) => sum + edition.exercises.length, 0);
	const spans = [...course.documentKeys.values()].reduce((sum, key) => sum + key.spans.length, 0);
	process.stdout.write(
		`No errors: ${course.lessons.size} lessons, ${exercises} exercises, ${course.documents.size} documents, ` +
			`${spans} key spans, ${course.library.size} library sources, ${course.practice.size} practice sentences, ` +
			`${course.techniques.size} glossary pages.\n`,
	);
	return FINE;
}

function checkOne(course: Course, name: string): number {
	const concerns = concerning(lessonsFolder(), name);
	if (!concerns) return refuse(`There is no lesson and no document called “${name}”.`);
	const findings = course.findings.filter(concerns);
	printFindings({ findings });
	if (hasError(findings)) return FINDINGS;
	process.stdout.write(`No errors in ${name}.\n`);
	return FINE;
}

async function printKeys(): Promise<number> {
	const course = await readLessons();
	printFindings(course);
	const spans = [...course.documentKeys.values()]
		.filter(({ document }) => !course.documents.get(document)?.withdrawn)
		.flatMap(({ document, spans: all }) => all.map((span) => printedSpan(document, span)));
	process.stdout.write(`${JSON.stringify(spans, null, '\t')}\n`);
	return hasError(course.findings) ? FINDINGS : FINE;
}

function printedSpan(document: string, span: KeySpan) {
	const { start, end, quote, category, technique, tier, nucleus = span, envelope = span } = span;
	return {
		document,
		start,
		end,
		quote,
		category,
		technique: oneOrList(technique),
		judgement: oneOrList(judgementOf(span) ?? []),
		tier,
		nucleus: [nucleus.start, nucleus.end],
		envelope: [envelope.start, envelope.end],
	};
}

const oneOrList = (values: readonly string[]) => (values.length > 1 ? values : (values[0] ?? null));

function begin(rest: string[]): number {
	const [file, as, name, ...more] = rest;
	if (file === undefined || more.length > 0 || (as !== undefined && (as !== '--as' || name === undefined))) {
		return refuse(whyWrong('new', ''));
	}
	try {
		process.stdout.write(`${newLesson(lessonsFolder(), resolve(file), name)}\n`);
		return FINE;
	} catch (problem) {
		if (!(problem instanceof Unreadable)) throw problem;
		process.stderr.write(`${problem.message}\n`);
		return FINDINGS;
	}
}

async function writeSchemas(): Promise<number> {
	const written = writeJsonSchemas(lessonsFolder(), await loadKinds());
	process.stdout.write(`Written: ${written.map((file) => relative(process.cwd(), file)).join(', ')}\n`);
	return FINE;
}

function suggest(file: string): number {
	const { candidates, findings } = suggestFor(resolve(file));
	for (const finding of findings) process.stderr.write(`${findingInWords({ ...finding, file })}\n`);
	if (!candidates) return FINDINGS;
	process.stdout.write(`${JSON.stringify(candidates, null, '\t')}\n`);
	return FINE;
}

async function measureSuggest(): Promise<number> {
	process.stdout.write(`${measureAgainstKeys(await readLessons())}\n`);
	return FINE;
}

function measurePassagesOf(folder: string): number {
	if (!existsSync(folder)) return refuse(`There is no folder ${folder}.`);
	process.stdout.write(`${measurePassages(readMarkedPassages(resolve(folder)))}\n`);
	return FINE;
}

async function scoreLines(): Promise<number> {
	let exit = FINE;
	let number = 0;
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
		number += 1;
		if (line.trim() === '') continue;
		try {
			process.stdout.write(`${JSON.stringify(scoreCase(JSON.parse(line)))}\n`);
		} catch (problem) {
			process.stderr.write(`line ${number}: ${whyBadCase(problem)}\n`);
			exit = FINDINGS;
		}
	}
	return exit;
}

function scoreCase(given: unknown) {
	const { key, marks, options } = readScoringCase(given);
	const { credit, extras, penalty, K, score, earned } = scoreMarks(key, marks, options);
	return { credit, extras: extras.length, penalty, K, score, points: earned / 100 };
}

function whyBadCase(problem: unknown): string {
	if (problem instanceof SyntaxError) return `this is not JSON: ${problem.message}`;
	if (!v.isValiError(problem)) throw problem;
	const [issue] = problem.issues;
	return `${v.getDotPath(issue) ?? 'the case'}: ${issue.message}`;
}

const lessonsFolder = (): string => resolve(process.env['LESSONS_DIR'] ?? join(import.meta.dirname, '../../lessons'));

async function readLessons(): Promise<Course> {
	const { kinds, scorers } = await loadKinds();
	return readCourse(lessonsFolder(), kinds, scorers);
}

function printFindings({ findings }: Pick<Course, 'findings'>): void {
	const folder = relative(process.cwd(), lessonsFolder());
	const shown = folder.startsWith('..') || isAbsolute(folder) ? lessonsFolder() : folder;
	for (const finding of findings) {
		process.stderr.write(`${findingInWords({ ...finding, file: join(shown, finding.file) })}\n`);
	}
}

/** `lesson keys --json | head` is no fault of ours. */
function stopWhenNobodyReads(problem: NodeJS.ErrnoException): void {
	if (problem.code !== 'EPIPE') throw problem;
	process.exit(FINE);
}

process.stdout.on('error', stopWhenNobodyReads);
process.exitCode = await run(process.argv.slice(2));
