/**
 * A SvelteKit app of the same versions and the same adapter: what the framework alone costs, with an empty page and with
 * one as long as a lesson.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../src/cli/bootstrap/runtime.js';
import { node, temporaryFolder } from '../faults/server.ts';

const files: Record<string, string> = {
	'package.json': '{ "name": "empty-page", "private": true, "type": "module" }',
	'svelte.config.js': `import adapter from '@sveltejs/adapter-node';
export default { kit: { adapter: adapter({ out: 'build', precompress: true }) } };
`,
	'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';
export default { plugins: [sveltekit()], build: { target: 'es2023' } };
`,
	'src/app.html': `<!doctype html>
<html lang="en">
	<head><meta charset="utf-8" />%sveltekit.head%</head>
	<body><div>%sveltekit.body%</div></body>
</html>
`,
	'src/routes/+page.svelte': '<h1>Empty</h1>\n',
	'src/routes/long/+page.svelte': `<p>${'Long. '.repeat(14_000)}</p>\n`,
};

/** The folder of its build. */
export async function buildEmptyPage(): Promise<string> {
	const folder = temporaryFolder('empty-page');
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	await promisify(execFile)(node, [vite, 'build'], { cwd: folder, env: { ...process.env, NODE_ENV: 'production' } });
	return join(folder, 'build');
}
