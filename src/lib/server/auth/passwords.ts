/** Argon2id by node:crypto, stored as a PHC string. Parameters: OWASP password storage cheat sheet (19 MiB, t = 2, p = 1). */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
const MEMORY_KIB = 19_456;
const PASSES = 2;
const TAG_BYTES = 32;

export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 200;

export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const tag = await tagOf(password, salt, MEMORY_KIB, PASSES);
	return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=1$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Compares in constant time; a stored string that is not one of ours matches nothing. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
	const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([\w+/]+)\$([\w+/]+)$/.exec(stored);
	if (!parts) return false;
	const [, memory, passes, salt, tag] = parts as unknown as [string, string, string, string, string];
	const expected = Buffer.from(tag, 'base64');
	const given = await tagOf(password, Buffer.from(salt, 'base64'), Number(memory), Number(passes));
	return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Costs as much as a comparison, so that an unknown name answers as slowly as a wrong password. */
export async function spendOnePasswordCheck(password: string): Promise<void> {
	await tagOf(password, Buffer.alloc(16), MEMORY_KIB, PASSES);
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');

function tagOf(password: string, salt: Buffer, memory: number, passes: number): Promise<Buffer> {
	const message = Buffer.from(password.normalize('NFKC'));
	return derive('argon2id', { message, nonce: salt, parallelism: 1, tagLength: TAG_BYTES, memory, passes });
}
