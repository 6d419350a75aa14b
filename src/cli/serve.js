/** Serves the built app over http, or https with TLS_CERT and TLS_KEY, until SIGTERM or Ctrl+C. */
import { mkdirSync, readFileSync, existsSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { wantedAddress, whyNotListening } from './bootstrap/port.js';
import { root } from './bootstrap/runtime.js';
import { codeOf, explain, messageOf, say, Trouble } from './bootstrap/trouble.js';

const OLDEST_NODE = 26;
/** A class list may be as large as this with its form around it, and only there. */
const LONGEST_LIST_BYTES = 1280 * 1024;
const TAKES_LISTS = /^\/classrooms\/[^/]+\/students\/add(?:\/__data\.json)?$/;
const RUNNING_REQUESTS_MAY_TAKE_MS = 10_000;
const CLOSING_MAY_TAKE_MS = 3_000;
/** Ctrl+C reaches us twice, from the terminal and from the start command; a person who insists comes later. */
const SAME_KEYPRESS_MS = 1_000;

/** @typedef {import('node:http').IncomingMessage} Asked */
/** @typedef {import('node:http').ServerResponse} Answer */

try {
	// The database driver ends an older Node without a word, so this comes before anything is loaded.
	refuseAnotherNode();
	const address = wantedAddress();
	const build = prepareEnvironment();
	const tls = readCertificate();
	const setScheme = schemeSetter();
	const limit = bodyLimitBytes();
	const handler = await loadApp(build);
	await serve({ handler, limit, setScheme, tls, address });
} catch (problem) {
	explain(problem);
	// The app may already hold timers and files open; nothing of it is worth keeping.
	process.exit(1);
}

function refuseAnotherNode() {
	if (Number.parseInt(process.versions.node) >= OLDEST_NODE) return;
	throw new Trouble(
		`Underline's server runs on Node ${String(OLDEST_NODE)}, which \`npm start\` brings along; this is Node ${process.versions.node}. Use \`npm start\`.`,
	);
}

/** Sets what adapter-node and the app read from the environment; returns the folder of the build. */
function prepareEnvironment() {
	const { env } = process;
	env.NODE_ENV ??= 'production';
	env.DATA_DIR = resolve(env.DATA_DIR || join(root, 'data'));
	env.LESSONS_DIR = resolve(env.LESSONS_DIR || join(root, 'lessons'));
	for (const name of ['TLS_CERT', 'TLS_KEY']) if (env[name]) env[name] = resolve(env[name]);
	const build = resolve(env.BUILD_DIR || join(root, 'build'));

	try {
		mkdirSync(env.DATA_DIR, { recursive: true });
	} catch (problem) {
		throw new Trouble(`The folder for the data, ${env.DATA_DIR}, cannot be made: ${messageOf(problem)}.`);
	}
	process.chdir(root);
	return build;
}

function readCertificate() {
	const { TLS_CERT: certFile, TLS_KEY: keyFile } = process.env;
	if (!certFile && !keyFile) return undefined;
	if (!certFile || !keyFile) {
		throw new Trouble(`TLS_CERT and TLS_KEY belong together, but ${certFile ? 'TLS_KEY' : 'TLS_CERT'} is not set.`);
	}
	return { cert: readNamedFile('TLS_CERT', certFile), key: readNamedFile('TLS_KEY', keyFile) };
}

/**
 * @param {string} name
 * @param {string} path
 */
function readNamedFile(name, path) {
	try {
		return readFileSync(path);
	} catch (problem) {
		throw new Trouble(`${name} is ${path}, which cannot be read: ${messageOf(problem)}.`);
	}
}

/**
 * @param {string} build
 * @returns {Promise<(asked: Asked, answer: Answer, next: () => void) => void>}
 */
async function loadApp(build) {
	const entry = join(build, 'handler.js');
	if (!existsSync(entry)) throw new Trouble(`There is no built app in ${build}. \`npm start\` builds it.`);

	try {
		return (await import(pathToFileURL(entry).href)).handler;
	} catch (problem) {
		const code = codeOf(problem);
		if (code === 'ENOSPC' || code === 'SQLITE_FULL')
			throw new Trouble('The disk is full. Make some room and try again.');
		if (code.startsWith('SQLITE_')) {
			throw new Trouble(`The database in ${String(process.env.DATA_DIR)} cannot be opened: ${messageOf(problem)}.`);
		}
		throw problem;
	}
}

/**
 * Without ORIGIN and a proxy's headers the adapter takes every request for https, and refuses a form sent over plain
 * http as forged. The connection itself knows better (decision 004).
 *
 * @returns {(asked: Asked) => void}
 */
function schemeSetter() {
	const { ORIGIN, ADDRESS_HEADER, PROTOCOL_HEADER, HOST_HEADER } = process.env;
	if (ORIGIN || ADDRESS_HEADER || PROTOCOL_HEADER || HOST_HEADER) return () => undefined;

	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	return (asked) => {
		asked.headers['x-forwarded-proto'] = 'encrypted' in asked.socket ? 'https' : 'http';
	};
}

/** What a page may send, from BODY_SIZE_LIMIT; the adapter is told what the one page may send that takes more. */
function bodyLimitBytes() {
	const limit = process.env.BODY_SIZE_LIMIT || '256K';
	const unit = { K: 1024, M: 1024 ** 2, G: 1024 ** 3 }[limit.at(-1)?.toUpperCase() ?? ''] ?? 1;
	const bytes = Number.parseFloat(limit) * unit;
	process.env.BODY_SIZE_LIMIT = String(Math.max(bytes, LONGEST_LIST_BYTES));
	return bytes;
}

/**
 * A body that does not say its length counts as too long: browsers always say it, and the adapter, which counts as it
 * reads, knows only the largest limit of all pages.
 *
 * @param {number} limit
 * @param {Asked} asked
 */
function longerThan(limit, { headers }) {
	return Number(headers['content-length']) > limit || headers['transfer-encoding'] !== undefined;
}

/**
 * The adapter would refuse it only once a page reads the body, and then cut the connection before the answer is read.
 *
 * @param {Asked} asked
 * @param {Answer} answer
 * @param {number} limit
 */
function refuseTooLong(asked, answer, limit) {
	const message = `This is too long: at most ${String(Math.floor(limit / 1024))} kB can be sent at once. Nothing was saved. Go back, shorten it and send it again.`;
	const { accept = '', 'content-type': type = '', 'x-sveltekit-action': isForm } = asked.headers;
	// The shapes in which Kit itself says an error to a script, to a form of its own and to a page without a script.
	const isForScript = type.includes('json') || accept.includes('json');
	const body = isForm
		? JSON.stringify({ type: 'error', status: 413, error: { message } })
		: JSON.stringify({ message });
	answer.writeHead(413, {
		'content-type': isForScript ? 'application/json' : 'text/plain; charset=utf-8',
		connection: 'close',
	});
	answer.end(isForScript ? body : `${message}\n`);
	asked.resume();
}

/**
 * @param {{
 *   handler: Awaited<ReturnType<typeof loadApp>>,
 *   limit: number,
 *   setScheme: ReturnType<typeof schemeSetter>,
 *   tls: ReturnType<typeof readCertificate>,
 *   address: { port: number, host: string },
 * }} what
 */
async function serve({ handler, limit, setScheme, tls, address }) {
	let isStopping = false;

	/**
	 * @param {Asked} asked
	 * @param {Answer} answer
	 */
	function onRequest(asked, answer) {
		if (isStopping) answer.setHeader('connection', 'close');
		const mayBe = TAKES_LISTS.test((asked.url ?? '').replace(/\?.*$/s, ''))
			? Math.max(limit, LONGEST_LIST_BYTES)
			: limit;
		if (longerThan(mayBe, asked)) {
			refuseTooLong(asked, answer, mayBe);
			return;
		}
		setScheme(asked);
		handler(asked, answer, () => {
			answer.statusCode = 404;
			answer.end('Not found');
		});
	}

	const server = createServer(tls, onRequest);
	await listen(server, address);
	announce(server, tls !== undefined, address.host);

	let stoppingSince = 0;
	/** @param {string} reason */
	function stop(reason) {
		if (isStopping) {
			if (Date.now() - stoppingSince > SAME_KEYPRESS_MS) process.exit(1);
			return;
		}
		isStopping = true;
		stoppingSince = Date.now();
		const impatience = setTimeout(() => {
			server.closeAllConnections();
		}, RUNNING_REQUESTS_MAY_TAKE_MS);
		server.close(() => {
			clearTimeout(impatience);
			// The same word that adapter-node's own server says: the app closes its database on it.
			/** @type {import('node:events').EventEmitter} */ (process).emit('sveltekit:shutdown', reason);
			process.exitCode = 0;
			// Only the start command gives us a channel; left open it would keep us alive.
			process.disconnect?.();
			setTimeout(() => process.exit(0), CLOSING_MAY_TAKE_MS).unref();
		});
		server.closeIdleConnections();
	}

	process.on('SIGTERM', () => {
		stop('SIGTERM');
	});
	process.on('SIGINT', () => {
		stop('SIGINT');
	});
	process.on('SIGHUP', () => {
		stop('SIGTERM');
	});
	// The start command is gone, killed without a word: do not stay behind holding the port.
	process.on('disconnect', () => {
		stop('SIGTERM');
	});
}

/**
 * @param {ReturnType<typeof readCertificate>} tls
 * @param {(asked: Asked, answer: Answer) => void} onRequest
 */
function createServer(tls, onRequest) {
	if (!tls) return createHttpServer(onRequest);
	try {
		return createHttpsServer(tls, onRequest);
	} catch (problem) {
		throw new Trouble(`TLS_CERT and TLS_KEY are not a certificate and its key in PEM form: ${messageOf(problem)}.`);
	}
}

/**
 * @param {ReturnType<typeof createServer>} server
 * @param {{ port: number, host: string }} address
 * @returns {Promise<void>}
 */
function listen(server, address) {
	return new Promise((done, reject) => {
		server.once('error', (problem) => {
			reject(new Trouble(whyNotListening(problem, address)));
		});
		server.listen(address.port, address.host, done);
	});
}

/**
 * @param {ReturnType<typeof createServer>} server
 * @param {boolean} isSecure
 * @param {string} host
 */
function announce(server, isSecure, host) {
	const listening = server.address();
	const port = typeof listening === 'object' && listening ? String(listening.port) : '';
	const scheme = isSecure ? 'https' : 'http';
	const isEveryAddress = host === '0.0.0.0' || host === '::';
	const shown = isEveryAddress ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
	say(`Underline is ready: ${process.env.ORIGIN ?? `${scheme}://${shown}:${port}`}`);
	if (!isEveryAddress || process.env.ORIGIN) return;

	for (const { family, internal, address } of Object.values(networkInterfaces()).flatMap((list) => list ?? [])) {
		if (family === 'IPv4' && !internal) say(`In this network: ${scheme}://${address}:${port}`);
	}
}
