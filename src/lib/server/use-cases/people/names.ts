import { check, maxLength, minLength, pipe, regex, safeParse, string, transform, trim } from 'valibot';
import { Invalid } from '../../../domain/errors.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../../auth/passwords.ts';

/** What a person types to be known by. User names are compared without case and in one Unicode form. */
const userName = pipe(
	string(),
	transform(foldUserName),
	minLength(2, 'A user name has at least 2 characters.'),
	maxLength(40, 'A user name has at most 40 characters.'),
	regex(
		/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u,
		'A user name is made of letters, digits, dots, hyphens and underscores.',
	),
);

const displayName = pipe(
	string(),
	transform((typed) => typed.normalize('NFC').replaceAll(/\s+/gu, ' ')),
	trim(),
	minLength(1, 'Please give the name that your teacher and class will see.'),
	maxLength(60, 'A name has at most 60 characters here.'),
	check((name) => !/\p{Cc}/u.test(name), 'A name holds no control characters.'),
);

const password = pipe(
	string(),
	minLength(
		MIN_PASSWORD_LENGTH,
		`A password has at least ${MIN_PASSWORD_LENGTH} characters. Three or four words are good.`,
	),
	maxLength(MAX_PASSWORD_LENGTH, `A password has at most ${MAX_PASSWORD_LENGTH} characters.`),
);

export function foldUserName(typed: string): string {
	return typed.trim().normalize('NFKC').toLowerCase();
}

export const parseUserName = (typed: string) => parsed(userName, typed, 'userName');
export const parseDisplayName = (typed: string) => parsed(displayName, typed, 'displayName');
export const parsePassword = (typed: string, field = 'password') => parsed(password, typed, field);

function parsed(schema: typeof userName | typeof displayName | typeof password, typed: string, field: string): string {
	const result = safeParse(schema, typed);
	if (!result.success) throw new Invalid(result.issues[0].message, field);
	return result.output;
}
