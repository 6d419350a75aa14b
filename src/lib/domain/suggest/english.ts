/** Whether a text is English: the dictionaries are, and what they find in another language is chance. */
import { words } from '../documents/words.ts';

const COMMON = new Set(
	'the of and to a in is that for it was on with as be at by this have from or had not are but they which you were their has been its he she said will would there who when what an we his her our if all no so about into than more after over can also'.split(
		' ',
	),
);
const ENOUGH_WORDS = 20;
const SHARE = 0.15;
/** A page is enough to tell. */
const LOOKED_AT = 20_000;

/** True for a text too short to tell. */
export function isEnglish(text: string): boolean {
	const found = words(text.slice(0, LOOKED_AT));
	if (found.length < ENOUGH_WORDS) return !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]{20}/u.test(text);
	const common = found.filter(({ start, end }) => COMMON.has(text.slice(start, end).toLowerCase()));
	return common.length >= found.length * SHARE;
}
