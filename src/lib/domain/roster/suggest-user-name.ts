/** A user name made from a name: readable, typed with any keyboard where the script allows it, and nobody else's. */

/** Letters that no decomposition takes apart. */
const SPELT_OUT: Readonly<Record<string, string>> = {
	ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h', ŋ: 'ng',
}; // prettier-ignore
const LONGEST = 30;
const SHORTEST = 2;

/**
 * "María José Núñez" becomes maria.jose.nunez; a name too long for a card keeps its first and last word. Scripts that no
 * rule turns into ASCII without misspelling people keep their own letters.
 */
export function userNameFrom(name: string): string {
	const words = foldLatin(name)
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		// A mark cannot begin a user name.
		.map((word) => word.replace(/^\p{M}+/u, ''))
		.filter((word) => word !== '');
	const whole = words.join('.');
	const short = whole.length <= LONGEST ? whole : [words[0], words.at(-1)].join('.').slice(0, LONGEST);
	return short.length < SHORTEST ? `${short}1` : short.replace(/\.$/u, '');
}

/** The wish itself, or the wish with the smallest number from 2 that is free; what is given is taken from then on. */
export function freeUserName(wish: string, taken: Set<string>, numbers: Map<string, number>): string {
	let userName = wish;
	let number = numbers.get(wish) ?? 1;
	while (taken.has(userName)) {
		number += 1;
		userName = `${wish}${number}`;
	}
	numbers.set(wish, number);
	taken.add(userName);
	return userName;
}

function foldLatin(name: string): string {
	const small = name
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/['’ʼ`´]/gu, '');
	const spelt = small.replaceAll(/[ßæœøđðþłıħŋ]/gu, (letter) => SPELT_OUT[letter] ?? letter);
	// Only marks on Latin letters are left out: in Urdu and Hindi they are part of the word.
	const bare = spelt.normalize('NFD').replaceAll(/(?<=[a-z])\p{M}+/gu, '');
	return bare.normalize('NFC');
}
