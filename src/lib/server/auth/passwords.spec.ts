import { expect, test } from 'vitest';
import { hashPassword, passwordMatches } from './passwords.ts';

test('a password matches its own hash and no other', async () => {
	const stored = await hashPassword('paper and ink');
	expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	expect(await passwordMatches('paper and ink', stored)).toBe(true);
	expect(await passwordMatches('paper and ink ', stored)).toBe(false);
});

test('the same password is stored differently each time', async () => {
	expect(await hashPassword('paper and ink')).not.toBe(await hashPassword('paper and ink'));
});

test('letters typed in another Unicode form are the same password', async () => {
	expect(await passwordMatches('cafe\u0301 au lait', await hashPassword('caf\u00e9 au lait'))).toBe(true);
});

test.each(['', 'plain', '$argon2id$v=19$m=1,t=1,p=1$'])('the stored text %j matches nothing', async (stored) => {
	expect(await passwordMatches('anything', stored)).toBe(false);
});
