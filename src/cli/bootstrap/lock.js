/** One installer and builder at a time, also when two people type `npm start` in the same folder. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './runtime.js';
import { codeOf, say } from './trouble.js';

const HEARTBEAT_MS = 5_000;
/** A holder that has not touched its file for so long is gone, even if another process has its number by now. */
const STALE_MS = 60_000;
const RETRY_MS = 200;

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function whileAlone(work) {
	const folder = join(root, '.cache');
	mkdirSync(folder, { recursive: true });
	const lock = join(folder, 'install-and-build.lock');
	const mine = `${lock}.${String(process.pid)}`;

	writeFileSync(mine, String(process.pid));
	try {
		let hasSaidWaiting = false;
		while (!take(mine, lock)) {
			const holder = holderOf(lock);
			if (holder && !hasSaidWaiting) {
				say(`Waiting for another start or test of Underline (process ${holder}) to finish installing and building ...`);
				hasSaidWaiting = true;
			}
			await pause(RETRY_MS);
		}
	} finally {
		rmSync(mine, { force: true });
	}

	const release = () => rmSync(lock, { force: true });
	process.once('exit', release);
	const heartbeat = setInterval(() => {
		utimesSync(lock, new Date(), new Date());
	}, HEARTBEAT_MS);
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		process.removeListener('exit', release);
		release();
	}
}

/**
 * A hard link appears whole and only where nothing is: no moment in which the file exists without its number.
 *
 * @param {string} mine
 * @param {string} lock
 */
function take(mine, lock) {
	try {
		linkSync(mine, lock);
		return true;
	} catch (problem) {
		if (codeOf(problem) !== 'EEXIST') throw problem;
		return false;
	}
}

/**
 * The process that holds the lock; a lock whose holder is gone is removed.
 *
 * @param {string} lock
 */
function holderOf(lock) {
	try {
		const holder = readFileSync(lock, 'utf8');
		if (isAlive(Number(holder)) && Date.now() - statSync(lock).mtimeMs < STALE_MS) return holder;

		// Someone may have cleared and taken it in between: only what was judged may be removed.
		const aside = `${lock}.stale.${String(process.pid)}`;
		renameSync(lock, aside);
		if (readFileSync(aside, 'utf8') !== holder) take(aside, lock);
		rmSync(aside, { force: true });
	} catch (problem) {
		if (codeOf(problem) !== 'ENOENT') throw problem;
	}
	return undefined;
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (problem) {
		return codeOf(problem) === 'EPERM';
	}
}
