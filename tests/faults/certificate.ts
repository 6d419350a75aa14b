/** A self-signed certificate for 127.0.0.1, written with Node alone: a clean machine has no openssl. RFC 5280, ECDSA with SHA-256. */
import { generateKeyPairSync, sign } from 'node:crypto';

export function selfSignedCertificate(): { certificate: string; privateKey: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
	const algorithm = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
	const name = sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from('Underline test')))));
	const day = 24 * 60 * 60 * 1000;
	const validity = sequence(utcTime(Date.now() - day), utcTime(Date.now() + day));
	const address = der(0x87, Buffer.from([127, 0, 0, 1]));
	const alternativeName = sequence(oid(0x55, 0x1d, 0x11), der(0x04, sequence(address)));
	const toSign = sequence(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.from([1])),
		algorithm,
		name,
		validity,
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
		der(0xa3, sequence(alternativeName)),
	);
	const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', toSign, privateKey)]));
	const base64 = sequence(toSign, algorithm, signature).toString('base64');
	const lines = base64.match(/.{1,64}/gu) ?? [];
	return {
		certificate: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
		privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
	};
}

function der(tag: number, content: Buffer): Buffer {
	const { length } = content;
	const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]) => der(0x30, Buffer.concat(parts));
const oid = (...bytes: number[]) => der(0x06, Buffer.from(bytes));
/** YYMMDDhhmmssZ */
const utcTime = (at: number) =>
	der(0x17, Buffer.from(`${new Date(at).toISOString().replaceAll(/\D/gu, '').slice(2, 14)}Z`));
