/** The built server as a process of its own, to be stopped, killed and started again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildApp } from '../../src/cli/bootstrap/build.js';
import { whileAlone } from '../../src/cli/bootstrap/lock.js';
import { pinnedNode, root } from '../../src/cli/bootstrap/runtime.js';

export type RunningServer = {
	/** Such as `http://127.0.0.1:41234`. */
	origin: string;
	pid: number;
	/** Everything that it said so far. */
	said(): string;
	/** Asks it to stop and waits; the exit code, or null where a signal ended it. */
	stop(): Promise<number | null>;
	/** SIGKILL: no last word. */
	kill(): Promise<void>;
	/** Sends SIGTERM and does not wait. */
	askToStop(): void;
	exitCode: Promise<number | null>;
};

export type ServerOptions = {
	dataDir: string;
	/** Folder of the build; else BUILT_DIR, else BUILD_DIR or build/, which is built where it is missing. */
	built?: string;
	env?: Record<string, string>;
	/** Options of Node itself, such as --cpu-prof. */
	nodeOptions?: string[];
};

export const node = pinnedNode() ?? process.execPath;

/** What a shell may have set for a real server has no place in a test. */
const NOT_INHERITED = [
	'ORIGIN',
	'HOST_HEADER',
	'PROTOCOL_HEADER',
	'ADDRESS_HEADER',
	'TLS_CERT',
	'TLS_KEY',
	'TEACHER_CODE',
	'LESSONS_DIR',
	'BODY_SIZE_LIMIT',
	'NODE_OPTIONS',
	'NODE_ENV',
];

const running = new Set<RunningServer>();
const folders = new Set<string>();

export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const built = options.built ?? (await findBuild());
	const inherited = Object.entries(process.env).filter(([name]) => !NOT_INHERITED.includes(name));
	const child = spawn(node, [...(options.nodeOptions ?? []), join(root, 'src', 'cli', 'serve.js')], {
		cwd: root,
		// The channel ends the server when we are killed without a word.
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		env: {
			...Object.fromEntries(inherited),
			HOST: '127.0.0.1',
			PORT: '0',
			BUILD_DIR: built,
			DATA_DIR: options.dataDir,
			...options.env,
		},
	});
	const { stdout, stderr } = child;
	if (!stdout || !stderr) throw new Error('The server has no output to read');
	let output = '';
	for (const stream of [stdout, stderr]) stream.on('data', (part) => (output += String(part)));
	const exitCode = once(child, 'exit').then(([code]) => code as number | null);

	const server: RunningServer = {
		origin: '',
		pid: child.pid ?? 0,
		said: () => output,
		exitCode,
		askToStop: () => void child.kill('SIGTERM'),
		async stop() {
			running.delete(server);
			child.kill('SIGTERM');
			return exitCode;
		},
		async kill() {
			running.delete(server);
			child.kill('SIGKILL');
			await exitCode;
		},
	};
	running.add(server);
	server.origin = await untilReady(stdout, exitCode, () => output);
	return server;
}

function untilReady(stdout: NodeJS.ReadableStream, exitCode: Promise<number | null>, said: () => string) {
	return new Promise<string>((ready, reject) => {
		stdout.on('data', () => {
			const address = /Underline is ready: (\S+)/u.exec(said())?.[1];
			if (address) ready(address);
		});
		void exitCode.then((code) => reject(new Error(`The server ended with ${String(code)} and said:\n${said()}`)));
	});
}

/** A build is made only where there is none: `npm test` has made the right one before. */
export async function findBuild(): Promise<string> {
	const built = resolve(root, process.env.BUILT_DIR || process.env.BUILD_DIR || 'build');
	if (existsSync(join(built, 'handler.js')) || process.env.BUILT_DIR) return built;
	return whileAlone(() => buildApp(node));
}

/** A folder of its own for a test; `tidyUp` removes it. */
export function temporaryFolder(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), `underline-${name}-`));
	folders.add(folder);
	return folder;
}

/** Ends what was started and removes what was made, also after a test that failed. */
export async function tidyUp(): Promise<void> {
	await Promise.all([...running].map((server) => server.kill()));
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
	folders.clear();
}
