/** The address to serve at, as the environment gives it. */
import { createServer } from 'node:net';
import process from 'node:process';
import { codeOf, messageOf, Trouble } from './trouble.js';

export function wantedAddress() {
	const port = Number(process.env.PORT || '3000');
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new Trouble(`PORT is "${String(process.env.PORT)}", but a port is a whole number up to 65535.`);
	}
	return { port, host: process.env.HOST || '127.0.0.1' };
}

/**
 * @param {unknown} problem
 * @param {{ port: number, host: string }} address
 */
export function whyNotListening(problem, { port, host }) {
	const code = codeOf(problem);
	if (code === 'EADDRINUSE') {
		return `Port ${String(port)} is already in use, perhaps by another Underline. Stop that one, or choose another port: PORT=${String(port + 1)} npm start`;
	}
	if (code === 'EACCES')
		return `This account may not use port ${String(port)}. Choose one above 1023: PORT=3000 npm start`;
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
		return `HOST is "${host}", which is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for every address.`;
	}
	return `Underline cannot listen at ${host}, port ${String(port)}: ${messageOf(problem)}.`;
}

/**
 * Asked before building: a build would pull the files from under the Underline that is already serving from here.
 *
 * @param {{ port: number, host: string }} address
 * @returns {Promise<void>}
 */
export function requireFreePort(address) {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', (problem) => {
			reject(new Trouble(whyNotListening(problem, address)));
		});
		probe.listen(address.port, address.host, () => {
			probe.close(() => {
				resolve();
			});
		});
	});
}
