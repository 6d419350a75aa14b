/** Builds the app, only when its sources are not the built ones. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { runQuietly } from './run.js';
import { root } from './runtime.js';
import { say, Trouble } from './trouble.js';

const builtFrom = [
	'src',
	'drizzle',
	'static',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
];

/** @param {string} path relative to the project */
function isLeftOut(path) {
	return path === `src${sep}cli` || path.endsWith('.spec.ts');
}

/**
 * @param {string} node the pinned one
 * @returns {Promise<string>} the folder of the build
 */
export async function buildApp(node) {
	const folder = resolve(root, process.env.BUILD_DIR || 'build');
	// The adapter empties the folder first, and with it the stamp: a build that was cut off leaves none.
	const stampFile = join(folder, '.underline-built-from');
	const stamp = fingerprint([...builtFrom, process.env.LESSONS_DIR || 'lessons']);
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return folder;

	say('Building ...');
	const { code, output } = await runQuietly({
		command: node,
		args: [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'],
		// A NODE_ENV of the shell would put Svelte's development checks into the build.
		env: { NODE_ENV: 'production' },
	});
	if (code !== 0) {
		const isDiskFull = output.includes('ENOSPC');
		throw new Trouble(
			isDiskFull
				? 'Underline could not be built: the disk is full. Make some room and try again.'
				: 'Underline could not be built; what went wrong is above.',
			output,
		);
	}

	writeFileSync(stampFile, stamp);
	return folder;
}

/**
 * Contents, not times: a fresh clone has new times, and an edit within a second has old ones.
 *
 * @param {string[]} paths
 */
export function fingerprint(paths) {
	const hash = createHash('sha256');
	for (const file of paths.flatMap((path) => filesUnder(resolve(root, path)))) {
		const content = readFileSync(file);
		hash.update(`${relative(root, file)}\0${String(content.length)}\0`).update(content);
	}
	return `${hash.digest('hex')}\n`;
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
	if (isLeftOut(relative(root, path)) || !existsSync(path)) return [];
	/** @type {import('node:fs').Dirent[]} */
	let entries;
	try {
		entries = readdirSync(path, { withFileTypes: true });
	} catch {
		return [path];
	}
	return entries
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => {
			const inside = join(path, entry.name);
			if (entry.isDirectory()) return filesUnder(inside);
			return isLeftOut(relative(root, inside)) ? [] : [inside];
		});
}
