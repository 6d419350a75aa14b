/**
 * Saves as fast as they are answered, each over the revision that the one before made. A generator of our own, because
 * autocannon builds every changing request anew and would measure itself; both servers get the same bytes from it.
 */
import { connect } from 'node:net';
import { quantile } from './rows.ts';

export type Saver = { path: string; cookie: string; body(revision: number): string; revision: number };
export type Pressure = { count: number; rate: number; p50: number; p99: number };

export async function pressSaves(origin: string, savers: Saver[], seconds: number): Promise<Pressure> {
	const until = performance.now() + seconds * 1000;
	const begun = performance.now();
	const latencies = (await Promise.all(savers.map((saver) => saveUntil(until, origin, saver)))).flat();
	const elapsed = (performance.now() - begun) / 1000;
	return {
		count: latencies.length,
		rate: latencies.length / elapsed,
		p50: quantile(latencies, 0.5),
		p99: quantile(latencies, 0.99),
	};
}

function saveUntil(until: number, origin: string, saver: Saver): Promise<number[]> {
	const { hostname, port, host } = new URL(origin);
	const cookie = saver.cookie ? `cookie: ${saver.cookie}\r\n` : '';
	const head = `PUT ${saver.path} HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\ncontent-type: application/json\r\n${cookie}`;
	const latencies: number[] = [];
	const socket = connect(Number(port), hostname).setNoDelay(true).setEncoding('latin1');

	return new Promise((done, reject) => {
		let sentAt = 0;
		let received = '';
		const send = () => {
			const body = saver.body(saver.revision);
			sentAt = performance.now();
			socket.write(`${head}content-length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
		};
		socket.on('data', (part: unknown) => {
			received += String(part);
			if (!isWhole(received)) return;
			if (!received.startsWith('HTTP/1.1 200')) {
				socket.destroy();
				reject(new Error(`A save was refused: ${received.slice(0, 600)}`));
				return;
			}
			received = '';
			saver.revision += 1;
			latencies.push(performance.now() - sentAt);
			if (performance.now() < until) send();
			else {
				socket.destroy();
				done(latencies);
			}
		});
		socket.on('error', reject);
		socket.on('connect', send);
	});
}

function isWhole(received: string): boolean {
	const bodyAt = received.indexOf('\r\n\r\n');
	if (bodyAt < 0) return false;
	const length = /\r\ncontent-length: (\d+)/iu.exec(received.slice(0, bodyAt))?.[1];
	return length === undefined ? received.endsWith('\r\n0\r\n\r\n') : received.length >= bodyAt + 4 + Number(length);
}
