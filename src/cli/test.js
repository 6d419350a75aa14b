/**
 * `npm test`: installs what is needed, then checks everything; the last line is `N passed, N failed`.
 * `npm test -- static|node|browser|e2e [file ...]` runs one part of it.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buildApp } from './bootstrap/build.js';
import { installPackages } from './bootstrap/install.js';
import { whileAlone } from './bootstrap/lock.js';
import { passSignalsOn, runQuietly } from './bootstrap/run.js';
import { refuseAnOldNode, root } from './bootstrap/runtime.js';
import { codeOf, explain, messageOf, say, Trouble } from './bootstrap/trouble.js';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {(node: string, files: string[]) => Promise<Count>} Part */

const parts = new Map(
	/** @type {[string, Part][]} */ ([
		['static', checkStatically],
		['node', runNodeTests],
		['browser', (node, files) => runVitest(node, 'browser', files)],
		['e2e', runPlaywright],
	]),
);

const reports = join(root, '.cache', 'test', String(process.pid));

passSignalsOn({ orEndAtOnce: () => true });
process.on('exit', () => {
	rmSync(reports, { recursive: true, force: true });
});

try {
	refuseAnOldNode();
	const [wanted, ...files] = process.argv.slice(2);
	const chosen = wanted === undefined ? [...parts.values()] : [partNamed(wanted)];
	const node = await whileAlone(installPackages);
	mkdirSync(reports, { recursive: true });
	await syncTypes(node);

	/** @type {Count} */
	const total = { passed: 0, failed: 0 };
	for (const part of chosen) {
		// One part that breaks must not hide what the others find.
		const { passed, failed } = await part(node, files).catch((/** @type {unknown} */ problem) => {
			explain(problem);
			return { passed: 0, failed: 1 };
		});
		total.passed += passed;
		total.failed += failed;
	}
	process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
	say(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
} catch (problem) {
	explain(problem);
	say('\n0 passed, 1 failed');
	process.exitCode = 1;
}

/** @param {string} name */
function partNamed(name) {
	const part = parts.get(name);
	if (!part) throw new Trouble(`There is no part "${name}" of the tests; there are: ${[...parts.keys()].join(', ')}.`);
	return part;
}

/**
 * @param {string} node
 * @param {string} script inside node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function runTool(node, script, args, env = {}) {
	const beganAt = performance.now();
	const { code, output } = await runQuietly({
		command: node,
		args: [join(root, 'node_modules', ...script.split('/')), ...args],
		env,
	});
	return { code, output, took: `${((performance.now() - beganAt) / 1000).toFixed(1)} s` };
}

/** @param {string} node */
async function syncTypes(node) {
	const { code, output } = await runTool(node, '@sveltejs/kit/svelte-kit.js', ['sync']);
	if (code !== 0) throw new Trouble('svelte-kit sync failed; what it said is above.', output);
}

/** @type {Part} */
async function checkStatically(node) {
	// Of our own cores one stays free for the editor and the others who use the machine.
	const checks = /** @type {const} */ ([
		['types', 'svelte-check/bin/svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']],
		['lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
		['format', 'prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn']],
	]);
	const results = await Promise.all(
		checks.map(async ([name, script, args]) => {
			const { code, output, took } = await runTool(node, script, [...args]);
			if (code === 0) say(`${name}: in order (${took})`);
			else say(`${output.trim()}\n${name}: FAILED (${took})`);
			return code === 0;
		}),
	);
	const passed = results.filter(Boolean).length;
	return { passed, failed: results.length - passed };
}

/**
 * @param {string} node
 * @param {'node' | 'browser'} project
 * @param {string[]} files
 * @returns {Promise<Count>}
 */
async function runVitest(node, project, files) {
	const report = join(reports, `${project}.json`);
	const { code, output, took } = await runTool(node, 'vitest/vitest.mjs', [
		'run',
		`--project=${project}`,
		'--reporter=dot',
		'--reporter=json',
		`--outputFile.json=${report}`,
		...files,
	]);

	/** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
	const results = readReport(report, project, output);
	// A file that cannot even be loaded has no tests to fail.
	const unloadable = results.testResults.filter(
		(file) => file.status === 'failed' && file.assertionResults.length === 0,
	);
	return summed({
		name: `${project} tests`,
		passed: results.numPassedTests,
		failed: results.numFailedTests + unloadable.length,
		code,
		output,
		took,
	});
}

/**
 * Some of them serve the built app, to kill it.
 *
 * @type {Part}
 */
async function runNodeTests(node, files) {
	await whileAlone(() => buildApp(node));
	return runVitest(node, 'node', files);
}

/** @type {Part} */
async function runPlaywright(node, files) {
	const build = await whileAlone(() => buildApp(node));
	const report = join(reports, 'e2e.json');
	const { code, output, took } = await runTool(
		node,
		'@playwright/test/cli.js',
		['test', '--forbid-only', '--reporter=line,json', ...files],
		{ PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report, BUILD_DIR: build },
	);

	/** @type {{ stats: { expected: number, unexpected: number, flaky: number } }} */
	const { stats } = readReport(report, 'e2e', output);
	return summed({
		name: 'e2e tests',
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		code,
		output,
		took,
	});
}

/**
 * @param {string} path
 * @param {string} name
 * @param {string} output
 */
function readReport(path, name, output) {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch (problem) {
		const why = codeOf(problem) === 'ENOENT' ? 'ended without a report' : messageOf(problem);
		throw new Trouble(`The runner of the ${name} tests ${why}; what it said is above.`, output);
	}
}

/**
 * A runner that fails without a failed test, and one that found no test, count as one failure.
 *
 * @param {Count & { name: string, code: number, output: string, took: string }} run
 * @returns {Count}
 */
function summed({ name, passed, failed: failedTests, code, output, took }) {
	const isBroken = failedTests === 0 && (code !== 0 || passed === 0);
	const failed = isBroken ? 1 : failedTests;
	if (failed > 0) say(output.trim());
	say(`${name}: ${String(passed)} passed, ${String(failed)} failed (${took})`);
	return { passed, failed };
}
