/** Who may import whom, and which packages stand behind which file. */
import { dirname } from 'node:path';

export type Layer = { name: string; pattern: RegExp; mayImport: readonly string[] };

/** The first pattern that fits a file is its layer. A layer may import itself and what is listed, nothing else of ours. */
export const LAYERS: readonly Layer[] = [
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
export const PURE_PACKAGES: Readonly<Record<string, string>> = {
	'approx-string-match': 'src/lib/domain/documents/re-anchor.ts',
	'csv-parse': 'src/lib/domain/roster/read-table.ts',
	diff: 'src/lib/domain/documents/word-diff.ts',
	'simple-statistics': 'src/lib/domain/measures/statistics.ts',
	'ts-fsrs': 'src/lib/domain/study/schedule.ts',
};

/** Packages that stand behind few files, so that they can be replaced. */
export const KEPT_BEHIND: Readonly<Record<string, RegExp>> = {
	'drizzle-orm': /^src\/lib\/server\/(database|repositories)\//,
	'better-sqlite3': /^src\/lib\/server\/database\//,
};
export const KEPT_BEHIND_ONE_FILE = ['lucia', 'rate-limiter-flexible', '@scure/bip39'];

export function layerOf(path: string): Pick<Layer, 'name' | 'mayImport'> {
	const layer = LAYERS.find(({ pattern }) => pattern.test(path));
	return layer ?? { name: dirname(path), mayImport: [] };
}
