/** Runs other programs so that none outlives us. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { root } from './runtime.js';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @typedef {{ command: string, args: string[], env?: Record<string, string>, shell?: boolean }} Program */

/**
 * Runs a program to its end and keeps what it printed.
 *
 * @param {Program} program
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly({ command, args, env = {}, shell = false }) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: root,
			env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
			shell,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		running.add(child);
		let output = '';
		child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
		child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
		child.on('error', reject);
		child.on('close', (code, signal) => {
			running.delete(child);
			resolve({ code: code ?? 1, output: signal ? `${output}\n(ended by ${signal})` : output });
		});
	});
}

/**
 * Runs a program in our place: same terminal, our signals are its signals, its exit code is ours. The channel tells it
 * when we die without a word, so that it does not stay behind holding the port.
 *
 * @param {Program} program
 * @returns {Promise<number>}
 */
export function become({ command, args, env = {} }) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
		});
		running.add(child);
		child.on('error', reject);
		child.on('exit', (code, signal) => {
			running.delete(child);
			resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
		});
	});
}

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Passes each signal on to what runs.
 *
 * @param {{ orEndAtOnce: () => boolean }} then whether we end too; else we wait for the program that took our place
 */
export function passSignalsOn({ orEndAtOnce }) {
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
		process.on(signal, () => {
			for (const child of running) child.kill(signal);
			if (orEndAtOnce()) process.exit(exitCodes[signal]);
		});
	}
}
