/** Builds the app around a course of a test's own, in a temporary folder. */
import { execFile } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../src/cli/bootstrap/runtime.js';
import { node, temporaryFolder } from './server.ts';

export type BuiltCourse = { lessons: string; built: string };

/** @param write fills the folder that is to be the lessons folder */
export async function buildCourse(name: string, write: (lessons: string) => void): Promise<BuiltCourse> {
	const folder = temporaryFolder(name);
	const lessons = join(folder, 'lessons');
	const built = join(folder, 'build');
	write(lessons);
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
	return { lessons, built };
}
