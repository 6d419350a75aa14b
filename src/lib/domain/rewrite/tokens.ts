/** Words and numbers of a text in the one form in which two texts are compared; their places stay those of the text. */
import { joinNumbers } from './numbers.ts';
import type { Token } from './token.ts';

/** The zero of each set of digits that people type: Latin, Arabic, Urdu and Persian, Devanagari. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966];
const DIGIT = '[0-9٠-٩۰-۹०-९]';
/** Groups of three behind one kind of separator (1,000; 1 000), groups as in 12,34,567, or no groups. */
const WHOLE =
	`(?:(?<!${DIGIT}[.,]?)${DIGIT}{1,3}(?:(?<gap>[,٬'’\\u00a0\\u202f\\u2009 ])${DIGIT}{3})(?:\\k<gap>${DIGIT}{3})*(?!${DIGIT})` +
	`|${DIGIT}{1,2}(?:,${DIGIT}{2})+,${DIGIT}{3}(?!${DIGIT})|${DIGIT}+)`;
const NUMBER = `(?<number>${WHOLE}(?:[.٫]${DIGIT}+)?)(?:(?:st|nd|rd|th|['’]?s)(?![\\p{L}\\p{M}]))?`;
/** Hyphens part words here, so that “so-called” and “so called” are the same two. */
const WORD = "\\p{L}[\\p{L}\\p{M}\\p{Cf}]*(?:['’ʼ][\\p{L}\\p{M}]+)*";
const pattern = new RegExp(`${NUMBER}|[%٪]|${WORD}`, 'gu');

export function tokensOf(text: string): Token[] {
	const tokens = [...text.matchAll(pattern)].map(({ 0: found, groups, index }): Token => {
		const place = { start: index, end: index + found.length };
		const number = groups?.['number'];
		if (number !== undefined) return { ...place, form: String(valueOf(number)), isNumber: true };
		if (found === '%' || found === '٪') return { ...place, form: 'percent', isNumber: false };
		return { ...place, form: formOf(found), isNumber: false };
	});
	return joinNumbers(text, joinPerCent(tokens));
}

/** Letter case, accents, vowel signs and the several codes of one Arabic letter aside, and without a possessive. */
function formOf(word: string): string {
	return word
		.normalize('NFKD')
		.replaceAll(/[\u0300-\u036f\u064b-\u0652\u0670\u0640\p{Cf}]/gu, '')
		.normalize('NFC')
		.toLowerCase()
		.replaceAll(/[’ʼ]/gu, "'")
		.replaceAll(/[يى]/gu, 'ی')
		.replaceAll('ك', 'ک')
		.replaceAll(/[ةهۃ]/gu, 'ہ')
		.replace(/'s$/u, '');
}

function valueOf(number: string): number {
	const digits = number.replaceAll(/./gu, (sign) => {
		const code = sign.charCodeAt(0);
		const zero = ZEROS.find((each) => each <= code && code < each + 10);
		if (zero !== undefined) return String(code - zero);
		return sign === '.' || sign === '٫' ? '.' : '';
	});
	return Number(digits);
}

function joinPerCent(tokens: Token[]): Token[] {
	return tokens.flatMap((token, index): Token[] => {
		if (token.form === 'cent' && tokens[index - 1]?.form === 'per') return [];
		const next = tokens[index + 1];
		if (token.form !== 'per' || next?.form !== 'cent') return [token];
		return [{ ...token, end: next.end, form: 'percent' }];
	});
}
