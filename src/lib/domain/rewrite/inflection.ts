/**
 * Whether two words are regular forms of one: kill, kills, killed, killing; brutal, brutally. A light rule for English alone
 * (cf. Harman 1991, "How effective is suffixing?"): words of another script are the same only when they are equal.
 */
export function isSameWord(one: string, other: string): boolean {
	if (one === other) return true;
	// Forms of one word begin alike: this spares most pairs the work.
	return one.slice(0, 2) === other.slice(0, 2) && basesOf(one).some((base) => basesOf(other).includes(base));
}

/** Below this nothing is cut off: “need” is no form of “ne”, “used” none of “us”. */
const SHORTEST_BASE = 3;

function basesOf(word: string): string[] {
	if (!/^[a-z']+$/u.test(word)) return [word];
	const bases = [word.replace(/'$/u, '')];
	const add = (base: string) => {
		if (base.length >= SHORTEST_BASE) bases.push(base);
	};
	if (/(?<![sui])s$/u.test(word)) add(word.slice(0, -1));
	if (/(?:s|x|z|o|ch|sh)es$/u.test(word)) add(word.slice(0, -2));
	if (/(?:ies|ied)$/u.test(word)) add(`${word.slice(0, -3)}y`);
	for (const ending of ['ed', 'ing']) {
		if (!word.endsWith(ending)) continue;
		const stem = word.slice(0, -ending.length);
		add(stem);
		add(`${stem}e`);
		if (/([b-df-hj-np-tv-z])\1$/u.test(stem)) add(stem.slice(0, -1));
	}
	if (word.endsWith('ly')) add(word.slice(0, -2));
	if (word.endsWith('ily')) add(`${word.slice(0, -3)}y`);
	if (word.endsWith('bly')) add(`${word.slice(0, -1)}e`);
	return bases;
}
