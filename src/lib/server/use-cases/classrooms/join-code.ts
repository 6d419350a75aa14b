import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for one another when read from a board. */
const ALPHABET = 'BCDFGHJKLMNPQRTVWXYZ2346789';
const LENGTH = 6;

export function makeJoinCode(): string {
	return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** As typed from a board: any case, with spaces or hyphens. */
export function readJoinCode(typed: string): string {
	return typed.toUpperCase().replaceAll(/[\s-]/gu, '');
}
