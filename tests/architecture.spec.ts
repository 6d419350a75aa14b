/** The rules of the folders, read from every import under src. A broken one is named by file, import and rule. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

type Import = {
	file: string;
	/** As written. */
	specifier: string;
	/** A path from the project's root, or the name of a package. */
	target: string;
	isOurs: boolean;
	/** Gone from what is built; `import { type X }` is not. */
	isTypeOnly: boolean;
};

type Layer = { name: string; pattern: RegExp; mayImport: readonly string[] };

/** The first pattern that fits a file is its layer. A layer may import itself and what is listed, nothing else of ours. */
const LAYERS: readonly Layer[] = [
	{ name: 'domain', pattern: /^src\/lib\/domain\//, mayImport: [] },
	{
		name: 'the drawing of a kind',
		pattern: /^src\/lib\/exercises\/[^/]+\/.*(\.svelte|\.svelte\.ts|review-notes\.ts)$/,
		mayImport: ['a kind', 'the contract of the kinds', 'ui', 'domain'],
	},
	{
		name: 'a kind',
		pattern: /^src\/lib\/exercises\/[^/]+\//,
		mayImport: ['the contract of the kinds', 'domain'],
	},
	{
		// These list the kinds' folders, by glob or from the disk.
		name: 'the lists of the kinds',
		pattern: /^src\/lib\/exercises\/(kinds|scorers|components|load-kinds)\b/,
		mayImport: ['a kind', 'the drawing of a kind', 'the contract of the kinds', 'domain'],
	},
	{ name: 'the contract of the kinds', pattern: /^src\/lib\/exercises\//, mayImport: ['domain'] },
	{
		name: 'ui',
		pattern: /^src\/lib\/ui\//,
		mayImport: ['the contract of the kinds', 'the lists of the kinds', 'domain'],
	},
	{ name: 'database', pattern: /^src\/lib\/server\/database\//, mayImport: ['domain'] },
	{ name: 'repositories', pattern: /^src\/lib\/server\/repositories\//, mayImport: ['database', 'domain'] },
	{ name: 'access', pattern: /^src\/lib\/server\/access\//, mayImport: ['domain'] },
	{ name: 'auth', pattern: /^src\/lib\/server\/auth\//, mayImport: ['repositories', 'database', 'domain'] },
	{
		name: 'lessons',
		pattern: /^src\/lib\/server\/lessons\//,
		mayImport: ['repositories', 'database', 'the contract of the kinds', 'domain'],
	},
	{
		name: 'the app that use cases are given',
		pattern: /^src\/lib\/server\/app\.ts$/,
		mayImport: ['auth', 'lessons', 'database', 'the contract of the kinds', 'domain'],
	},
	{
		name: 'use-cases',
		pattern: /^src\/lib\/server\/use-cases\//,
		mayImport: [
			'the app that use cases are given',
			'access',
			'auth',
			'lessons',
			'repositories',
			'database',
			'the contract of the kinds',
			'domain',
		],
	},
	{ name: 'http', pattern: /^src\/lib\/server\/http\//, mayImport: ['auth', 'use-cases', 'domain'] },
	{
		name: 'the opening of the app',
		pattern: /^src\/lib\/server\/[^/]+\.ts$/,
		mayImport: [
			'the app that use cases are given',
			'use-cases',
			'auth',
			'lessons',
			'database',
			'the contract of the kinds',
			'domain',
		],
	},
	{
		name: 'the start of the app',
		pattern: /^src\/(hooks\.|app\.d\.ts|service-worker)/,
		mayImport: [
			'the opening of the app',
			'the app that use cases are given',
			'auth',
			'http',
			'the lists of the kinds',
			'the contract of the kinds',
			'domain',
		],
	},
	{
		name: 'routes',
		pattern: /^src\/(routes\/|app\.css)/,
		mayImport: [
			'use-cases',
			'http',
			'auth',
			'ui',
			'the app that use cases are given',
			'the lists of the kinds',
			'the contract of the kinds',
			'domain',
		],
	},
	{
		name: 'cli',
		pattern: /^src\/cli\//,
		mayImport: [
			'the opening of the app',
			'the app that use cases are given',
			'use-cases',
			'lessons',
			'database',
			'a kind',
			'the lists of the kinds',
			'the contract of the kinds',
			'domain',
		],
	},
];

/** What pure code may use from npm, and the one file that does; valibot is everywhere. */
const PURE_PACKAGES: Readonly<Record<string, string>> = {
	'approx-string-match': 'src/lib/domain/documents/re-anchor.ts',
	'csv-parse': 'src/lib/domain/roster/read-table.ts',
	diff: 'src/lib/domain/documents/word-diff.ts',
	'simple-statistics': 'src/lib/domain/measures/statistics.ts',
	'ts-fsrs': 'src/lib/domain/study/schedule.ts',
};

/** Packages that stand behind few files, so that they can be replaced. */
const KEPT_BEHIND: Readonly<Record<string, RegExp>> = {
	'drizzle-orm': /^src\/lib\/server\/(database|repositories)\//,
	'better-sqlite3': /^src\/lib\/server\/database\//,
};
const KEPT_BEHIND_ONE_FILE = ['lucia', 'rate-limiter-flexible', '@scure/bip39'];

const sources = globSync('src/**/*.{ts,js,svelte}')
	.map((path) => path.split(sep).join('/'))
	.filter((path) => !path.includes('.spec.'))
	.sort();
const imports = sources.flatMap(importsOf);
const ourImports = imports.filter(({ isOurs }) => isOurs);

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

function layerOf(path: string): Pick<Layer, 'name' | 'mayImport'> {
	const layer = LAYERS.find(({ pattern }) => pattern.test(path));
	return layer ?? { name: dirname(path), mayImport: [] };
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

function parse(path: string) {
	const text = readFileSync(path, 'utf8');
	const code = path.endsWith('.svelte')
		? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n')
		: text;
	return ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

function importsOf(file: string): Import[] {
	const found: { specifier: string; isTypeOnly: boolean }[] = [];
	const visit = (node: ts.Node): void => {
		const named =
			ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
				? node.moduleSpecifier
				: ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
					? node.argument.literal
					: ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
						? node.arguments[0]
						: undefined;
		if (named && ts.isStringLiteralLike(named)) found.push({ specifier: named.text, isTypeOnly: isOnlyType(node) });
		ts.forEachChild(node, visit);
	};
	visit(parse(file));
	return found
		.filter(({ specifier }) => !/^\.\/\$types(\.js)?$/.test(specifier))
		.map((one) => ({ file, ...one, ...resolve(file, one.specifier) }));
}

function isOnlyType(node: ts.Node) {
	if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
	if (ts.isExportDeclaration(node)) return node.isTypeOnly;
	return ts.isImportTypeNode(node);
}

function resolve(file: string, specifier: string) {
	const path = specifier.replace(/\?.*$/, '');
	if (path.startsWith('$lib/'))
		return { isOurs: true, target: withEnding(join('src/lib', path.slice('$lib/'.length))) };
	if (path.startsWith('.')) {
		const target = withEnding(relative('.', join(dirname(file), path)));
		return { isOurs: target.startsWith('src/'), target };
	}
	const [scope = '', name] = path.split('/');
	return { isOurs: false, target: scope.startsWith('@') && name ? `${scope}/${name}` : scope };
}

function withEnding(path: string) {
	const plain = path.split(sep).join('/');
	return [plain, `${plain}.ts`, `${plain}.js`].find((candidate) => existsSync(candidate)) ?? plain;
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
