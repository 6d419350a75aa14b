/** The fixture course with its secrets replaced by random words, built and ready to be served. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../src/cli/bootstrap/runtime.js';
import { loadKinds } from '../../src/lib/exercises/load-kinds.ts';
import { readCourse } from '../../src/lib/server/lessons/lesson-catalog.ts';
import { node, temporaryFolder } from '../faults/server.ts';
import type { Secrets } from './secrets.ts';

const FILLER = 'The lane runs past the orchard, and the river turns the wheel when the water is high enough. ';
/** Pushes every key offset to five digits, which nothing else on a page has by chance. */
const FILLER_LENGTH = 10_400;

export type Fixture = { lessons: string; built: string; secrets: Secrets };

export async function buildFixture(): Promise<Fixture> {
	const folder = temporaryFolder('canary');
	const lessons = join(folder, 'lessons');
	const built = join(folder, 'build');
	cpSync(join(import.meta.dirname, 'course'), lessons, { recursive: true });
	const canaries = plantCanaries(lessons);
	// Prose and server import packages by name, and look for them upward from where they lie.
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');

	const env = { ...process.env, NODE_ENV: 'production', LESSONS_DIR: lessons, BUILD_DIR: built };
	try {
		await promisify(execFile)(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
			cwd: root,
			env,
		});
	} finally {
		// svelte.config.js makes Kit work in a folder named after the build.
		rmSync(join(root, `.svelte-kit-${built.replaceAll(/\W+/g, '-')}`), { recursive: true, force: true });
	}
	return { lessons, built, secrets: { canaries, offsets: await keyOffsets(lessons) } };
}

/** Every %canary% becomes a random word of its own. */
function plantCanaries(lessons: string): string[] {
	const canaries: string[] = [];
	const plant = () => {
		const canary = `canary${randomBytes(9).toString('hex')}`;
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
async function keyOffsets(lessons: string): Promise<number[]> {
	const { kinds, scorers } = await loadKinds();
	const course = await readCourse(lessons, kinds, scorers);
	if (course.findings.some(({ level }) => level === 'error')) {
		throw new Error(`The fixture course is faulty: ${JSON.stringify(course.findings, null, '\t')}`);
	}
	const key = course.documentKeys.get('mill');
	if (!key) throw new Error('The fixture course has no key');
	const spans = key.spans.flatMap(({ start, end, nucleus, envelope }) =>
		[{ start, end }, nucleus ?? [], envelope ?? []].flat(),
	);
	return [...new Set([...spans, ...key.lures].flatMap(({ start, end }) => [start, end]))];
}
