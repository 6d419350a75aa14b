/** The fixture course with its secrets replaced by random words, built and ready to be served. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/lib/domain/spans/span.ts';
import { loadKinds } from '../../src/lib/exercises/load-kinds.ts';
import type { SpotTheChangeKey } from '../../src/lib/exercises/spot-the-change/key.server.ts';
import { readCourse } from '../../src/lib/server/lessons/lesson-catalog.ts';
import { buildCourse } from '../faults/build-course.ts';
import { secretPool, type SecretSentence } from './practice.ts';
import type { Secrets } from './secrets.ts';

const { kinds, scorers } = await loadKinds();

const FILLER = 'The lane runs past the orchard, and the river turns the wheel when the water is high enough. ';
/** Pushes every key offset to five digits, which nothing else on a page has by chance. */
const FILLER_LENGTH = 10_400;

export type Fixture = {
	lessons: string;
	built: string;
	/** Of the lesson, every page of which may be open once it is worked through. */
	secrets: Secrets;
	/** Of studying alone. */
	sentences: SecretSentence[];
};

export async function buildFixture(): Promise<Fixture> {
	let canaries: string[] = [];
	const pool = secretPool(newCanary);
	const { lessons, built } = await buildCourse('canary', (folder) => {
		cpSync(join(import.meta.dirname, 'course'), folder, { recursive: true });
		canaries = plantCanaries(folder);
		mkdirSync(join(folder, 'practice'));
		writeFileSync(join(folder, 'practice', 'pool.server.yaml'), pool.file);
	});
	return { lessons, built, secrets: { canaries, offsets: keyOffsets(lessons) }, sentences: pool.sentences };
}

const newCanary = () => `canary${randomBytes(9).toString('hex')}`;

/** Every %canary% becomes a random word of its own. */
function plantCanaries(lessons: string): string[] {
	const canaries: string[] = [];
	const plant = () => {
		const canary = newCanary();
		canaries.push(canary);
		return canary;
	};
	for (const entry of readdirSync(lessons, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const file = join(entry.parentPath, entry.name);
		const text = readFileSync(file, 'utf8');
		const filler = FILLER.repeat(Math.ceil(FILLER_LENGTH / FILLER.length)).trim();
		writeFileSync(file, text.replaceAll('%canary%', plant).replaceAll('%filler%', filler));
	}
	return canaries;
}

/** Starts and ends of everything in the key that has a place in the text. */
function keyOffsets(lessons: string): number[] {
	const course = readCourse(lessons, kinds, scorers);
	if (course.findings.some(({ level }) => level === 'error')) {
		throw new Error(`The fixture course is faulty: ${JSON.stringify(course.findings, null, '\t')}`);
	}
	const key = course.documentKeys.get('mill');
	if (!key) throw new Error('The fixture course has no key');
	const spans = key.spans.flatMap(({ start, end, nucleus, envelope }) =>
		[{ start, end }, nucleus ?? [], envelope ?? []].flat(),
	);
	return [...new Set([...spans, ...key.lures, ...changedPassages(course)].flatMap(({ start, end }) => [start, end]))];
}

/** The words of two versions that the key calls changed. */
function changedPassages(course: ReturnType<typeof readCourse>): Span[] {
	const exercises = [...course.lessons.values()].flatMap(({ edition }) => edition.exercises);
	const keys = exercises.filter(({ kind }) => kind === 'spot-the-change').map(({ key }) => key as SpotTheChangeKey);
	return keys.flatMap(({ changes }) => changes.flatMap(({ before, after }) => [before ?? [], after ?? []].flat()));
}
