import * as v from 'valibot';

/** A text that somebody types, with a clear sentence when it is longer than `longest` characters (UTF-16 units). */
export const typedText = (longest: number) =>
	v.pipe(
		v.string(),
		v.maxLength(longest, `The answer is longer than ${longest.toLocaleString('en')} characters. Please shorten it.`),
	);
