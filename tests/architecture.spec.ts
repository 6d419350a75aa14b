/** The rules of the folders, read from every import under src. A broken one is named by file, import and rule. */
import { existsSync, globSync } from 'node:fs';
import { basename, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { type Import, imports, ourImports, parse, sources } from './architecture/imports.ts';
import { KEPT_BEHIND, KEPT_BEHIND_ONE_FILE, LAYERS, PURE_PACKAGES, layerOf } from './architecture/layers.ts';

describe('imports', () => {
	test('name a file that exists', () => {
		expect(ourImports.filter(({ target }) => !existsSync(target)).map(broken('there is no such file'))).toEqual([]);
	});

	test('never go a step upward', () => {
		const upward = ourImports.flatMap((one) => {
			const from = layerOf(one.file);
			const to = layerOf(one.target);
			if (from.name === to.name || from.mayImport.includes(to.name)) return [];
			return [broken(`${from.name} may not import ${to.name}, only: ${from.mayImport.join(', ') || 'itself'}`)(one)];
		});
		expect(upward).toEqual([]);
	});

	test('never go in a circle', () => {
		expect(circles()).toEqual([]);
	});

	test('of the domain and of the kinds run under plain Node: relative, with the ending', () => {
		const plain = imports.filter(({ file }) => ['domain', 'a kind'].includes(layerOf(file).name));
		const foreign = plain.filter(({ specifier, isOurs }) => isOurs && !/^\.{1,2}\/.*\.ts$/.test(specifier));
		expect(foreign.map(broken('the domain and the kinds import relatively, with the .ts ending'))).toEqual([]);
	});

	test('of the domain are valibot, itself and the named pure packages, each behind one file', () => {
		const foreign = imports.filter(
			({ file, target, isOurs }) =>
				layerOf(file).name === 'domain' && !isOurs && target !== 'valibot' && PURE_PACKAGES[target] !== file,
		);
		expect(foreign.map(broken('the domain uses valibot, itself and PURE_PACKAGES of this test'))).toEqual([]);
	});

	test('of one kind never reach into another', () => {
		const kindOf = (path: string) => /^src\/lib\/exercises\/([^/]+)\//.exec(path)?.[1];
		const across = ourImports.filter(({ file, target }) => {
			const [from, to] = [kindOf(file), kindOf(target)];
			return from !== undefined && to !== undefined && from !== to;
		});
		expect(across.map(broken('a kind is one folder; what two share belongs to the domain or ui'))).toEqual([]);
	});

	test('bring no schema into a browser: it gets of a kind what plays and explains it, never its kind.ts', () => {
		const heavy = ourImports.filter(
			({ file, target, isTypeOnly }) =>
				/\.svelte(\.ts)?$/.test(file) && /^src\/lib\/exercises\/[^/]+\/kind\.ts$/.test(target) && !isTypeOnly,
		);
		expect(
			heavy.map(broken('a component takes types from kind.ts; what it needs to run has a file of its own')),
		).toEqual([]);
	});

	test('leave the database to the repositories', () => {
		const loose = imports.filter(({ file, target }) => KEPT_BEHIND[target] && !KEPT_BEHIND[target].test(file));
		expect(loose.map(broken('only repositories query, only server/database opens'))).toEqual([]);
	});

	test.each(KEPT_BEHIND_ONE_FILE)('keep %s behind one file', (name) => {
		expect(new Set(imports.filter(({ target }) => target === name).map(({ file }) => file)).size).toBeLessThanOrEqual(
			1,
		);
	});
});

describe('keys', () => {
	test('are imported by server files only; a component of a route may name the type of its data', () => {
		const leaks = ourImports.filter(
			({ file, target, isTypeOnly }) =>
				isServerOnly(target) && !isServerOnly(file) && !(isTypeOnly && file.startsWith('src/routes/')),
		);
		expect(leaks.map(broken('what a browser may get never imports a server file'))).toEqual([]);
	});

	test('live in files whose name says that they never leave the server', () => {
		const lessons = globSync('lessons/**/*.yaml').map((path) => path.split(sep).join('/'));
		const kinds = sources.filter((path) => path.startsWith('src/lib/exercises/'));
		const unmarked = [...lessons, ...kinds].filter(
			(path) => /(^|[.-])(answers?|key|scorers?)\./.test(basename(path)) && !basename(path).includes('.server.'),
		);
		expect(unmarked, 'rename these to *.server.*').toEqual([]);
	});
});

describe('folders and files', () => {
	test('are named by what they hold', () => {
		const drawers = sources.filter((path) =>
			path.split('/').some((part) => /^(utils?|helpers?|misc|common|shared)(\.|$)/.test(part)),
		);
		expect(drawers, 'utils, helpers, misc and common hold anything; name the thing').toEqual([]);
	});

	test('are never barrels', () => {
		const barrels = sources.filter((path) => {
			if (/^index\.[jt]s$/.test(basename(path))) return true;
			const { statements } = parse(path);
			return statements.length > 0 && statements.every((one) => ts.isExportDeclaration(one) && one.moduleSpecifier);
		});
		expect(barrels, 'a file that only passes on what others export hides where it comes from').toEqual([]);
	});

	test('each have a layer', () => {
		expect(sources.filter((path) => !LAYERS.some(({ pattern }) => pattern.test(path)))).toEqual([]);
	});
});

function broken(rule: string) {
	return ({ file, specifier }: Import) => `${file} imports "${specifier}": ${rule}`;
}

/** `$lib/server`, `x.server.ts` and the routes' own server files; the two commands never meet a browser. */
function isServerOnly(path: string) {
	return (
		path.startsWith('src/lib/server/') ||
		path.startsWith('src/cli/') ||
		path === 'src/app.d.ts' ||
		/(^|\/)[^/]*\.server\.[^/]+$/.test(path) ||
		/(^|\/)\+server\.ts$/.test(path)
	);
}

function circles() {
	const next = Map.groupBy(ourImports, ({ file }) => file);
	const found = new Set<string>();
	const isDone = new Set<string>();

	const walk = (file: string, path: string[]): void => {
		if (path.includes(file)) {
			found.add([...path.slice(path.indexOf(file)), file].join(' -> '));
			return;
		}
		if (isDone.has(file)) return;
		for (const { target } of next.get(file) ?? []) walk(target, [...path, file]);
		isDone.add(file);
	};
	for (const file of sources) walk(file, []);
	return [...found];
}
