import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/cli/bootstrap/build.js';

type Outcome = { code: number | string | null; said: string };

function run(script: string, env: Record<string, string>): Promise<Outcome> {
	return new Promise((done) => {
		execFile(process.execPath, [script], { env: { PATH: process.env.PATH, ...env } }, (problem, stdout, stderr) => {
			done({ code: problem ? (problem.code ?? null) : 0, said: stdout + stderr });
		});
	});
}

describe('npm start says in one sentence and ends with 1', () => {
	test('that the port is in use, before it touches the build that may be serving there', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		const { code, said } = await run('src/cli/start.js', { PORT: String(port) });
		other.close();

		expect(said).toMatch(new RegExp(`^Port ${port} is already in use[^\n]+PORT=${port + 1} npm start\n$`));
		expect(code).toBe(1);
	});

	test.each([
		['the port is none', { PORT: 'web' }, 'PORT is "web", but a port is a whole number up to 65535.\n'],
		[
			'the address is not this machine’s',
			{ HOST: '192.0.2.1', PORT: '0' },
			'HOST is "192.0.2.1", which is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for every address.\n',
		],
	])('that %s', async (_, env, sentence) => {
		expect(await run('src/cli/start.js', env)).toEqual({ code: 1, said: sentence });
	});
});

describe('the server says in one sentence and ends with 1', () => {
	test.each([
		['that a certificate has no key', { TLS_CERT: 'cert.pem' }, /^TLS_CERT and TLS_KEY belong together[^\n]+\n$/],
		[
			'that a certificate cannot be read',
			{ TLS_CERT: '/none', TLS_KEY: '/none' },
			/^TLS_CERT is \/none, which[^\n]+\n$/,
		],
		['that nothing is built', { BUILD_DIR: '/none' }, /^There is no built app in \/none[^\n]+\n$/],
		[
			'that the data cannot be kept',
			{ DATA_DIR: 'package.json/data' },
			/^The folder for the data[^\n]+cannot be made[^\n]+\n$/,
		],
	])('%s', async (_, env, sentence) => {
		const { code, said } = await run('src/cli/serve.js', { PORT: '0', ...env });
		expect(said).toMatch(sentence);
		expect(code).toBe(1);
	});
});

test('a build is made anew for other contents, not for other times or tests', () => {
	expect(fingerprint(['static'])).toBe(fingerprint(['static']));
	expect(fingerprint(['static'])).not.toBe(fingerprint(['static', 'package.json']));
	expect(fingerprint(['src/cli'])).toBe(fingerprint([]));
});
