/** Installs the packages of package-lock.json, only when they are not the installed ones. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { runQuietly } from './run.js';
import { npm, pinnedNode, root } from './runtime.js';
import { codeOf, say, Trouble } from './trouble.js';

/** `npm ci` begins by deleting the folder, and with it the stamp: an install that was cut off leaves none. */
const stampFile = join(root, 'node_modules', '.underline-installed');

export async function installPackages() {
	const stamp = wantedStamp();
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return requirePinnedNode();

	say('Installing packages (needed once, about a minute) ...');
	const { command, args, shell = false } = npm();
	const { code, output } = await runQuietly({
		command,
		args: [...args, 'ci', '--include=dev', '--include=optional'],
		shell,
	}).catch((/** @type {unknown} */ problem) => {
		if (codeOf(problem) !== 'ENOENT') throw problem;
		throw new Trouble('npm was not found. Install Node 20 or newer together with npm, and try again.');
	});
	if (code !== 0) throw new Trouble(whyNpmFailed(output), output);

	const node = requirePinnedNode();
	writeFileSync(stampFile, stamp);
	return node;
}

function wantedStamp() {
	const lock = readFileSync(join(root, 'package-lock.json'));
	return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** @param {string} output */
function whyNpmFailed(output) {
	if (output.includes('ENOSPC'))
		return 'The packages could not be installed: the disk is full. Make some room and try again.';
	if (/EACCES|EPERM|EROFS/.test(output)) {
		return 'The packages could not be installed: this folder cannot be written to. Its owner can run the command.';
	}
	if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(output)) {
		return 'The packages could not be installed: the npm registry cannot be reached. Check the connection and try again.';
	}
	return 'The packages could not be installed; what npm said is above.';
}

function requirePinnedNode() {
	const node = pinnedNode();
	if (node === undefined) {
		throw new Trouble(
			`Underline does not run on ${process.platform} ${process.arch} yet: its pinned Node has no build for it.`,
		);
	}
	if (!existsSync(node)) {
		throw new Trouble('The pinned Node is missing from node_modules. Delete the folder node_modules and try again.');
	}
	linkForScripts(node);
	return node;
}

/**
 * npm 10 drops the link to the pinned Node while it leaves out those for other platforms, and then `npm run lesson`
 * would run on the system's Node.
 *
 * @param {string} node
 */
function linkForScripts(node) {
	const folder = join(root, 'node_modules', '.bin');
	const isWindows = process.platform === 'win32';
	const link = join(folder, isWindows ? 'node.cmd' : 'node');
	if (existsSync(link)) return;

	mkdirSync(folder, { recursive: true });
	if (isWindows) writeFileSync(link, `@"%~dp0\\${relative(folder, node)}" %*\r\n`);
	else symlinkSync(relative(folder, node), link);
}
