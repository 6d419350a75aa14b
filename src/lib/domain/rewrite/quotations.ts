/** What stands in quotation marks, and whether its sentence says whose words they are. */
import { overlap } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';

/** The span has the marks in it, `inside` has not. */
export type Quotation = Span & { inside: Span; isAttributed: boolean };

/** Opening mark -> closing marks. Urdu is also printed with ” before and “ behind. */
const CLOSES: Readonly<Record<string, string>> = {
	'“': '”',
	'"': '"',
	'„': '“”',
	'«': '»',
	'‘': '’',
	"'": "'",
	'”': '“',
	'’': '‘',
};

/** An apostrophe is no quotation mark: inside a word, or where nothing opened before it. */
const SINGLE = new Set(["'", '‘', '’']);

/** @param sentences of the text, in order */
export function quotationsIn(text: string, sentences: readonly Span[]): Quotation[] {
	const found: Omit<Quotation, 'isAttributed'>[] = [];
	let at = 0;
	while (at < text.length) {
		const end = opens(text, at) ? closingOf(text, at) : -1;
		if (end !== -1) found.push({ start: at, end: end + 1, inside: { start: at + 1, end } });
		at = end === -1 ? at + 1 : end + 1;
	}
	return withSpeakers(text, sentences, found);
}

function opens(text: string, at: number): boolean {
	const mark = text[at] ?? '';
	if (!(mark in CLOSES)) return false;
	if (mark === '“' || mark === '"' || mark === '„' || mark === '«') return true;
	return !/[\p{L}\p{M}\p{N}.,!?]/u.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
}

/** Where it closes; -1 where it does not before its line ends. */
function closingOf(text: string, opening: number): number {
	const closing = CLOSES[text[opening] ?? ''] ?? '';
	for (let at = opening + 1; at < text.length && text[at] !== '\n'; at += 1) {
		const mark = text[at] ?? '';
		if (!closing.includes(mark)) continue;
		if (SINGLE.has(mark) && /[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ')) continue;
		return at;
	}
	return -1;
}

const whole = (words: string) => `(?<![\\p{L}\\p{M}-])(?:${words})(?![\\p{L}\\p{M}])`;
const CALLED = 'called|described|label+ed|termed|dubbed|branded|denounced|condemned|said to be|known as|referred to';
/** Verbs and phrases that give words to somebody. */
const attributing = new RegExp(
	[
		whole(
			`${CALLED}|said|says?|saying|told|tells|calls?|calling|describes?|describing|wr[io]tes?|writing|written by|stated|according to|in the words of|` +
				`sp[eo]a?ks? of|spoke of|speaking of|claim(?:s|ed|ing)?|argue[sd]?|arguing|accus(?:es?|ed|ing)|denounces?|denouncing|condemns?|condemning|` +
				`alleg(?:es?|ed)|announce[sd]?|adds|added|insist(?:s|ed)?|labels|terms it|brands|refers? to|referring to|puts? it|quotes?|quoted|reads|` +
				`asks|asked|warn(?:s|ed)?|declare[sd]?|complain(?:s|ed)?|writes|told|uses? the words?|used the words?|replie[sd]`,
		),
		"(?<=['’]s?\\s+(?:own\\s+|…\\s+)?)(?:words?|term|phrase|expression|description|headline|name)(?!\\p{L})",
		whole('کہا|کہتے|کہتی|کہتا|کہنا|بقول|مطابق|قرار|الفاظ|لکھا|لکھتے|بتایا|پکارا'),
	].join('|'),
	'iu',
);
/** “Was described as”, and by nobody: that names no speaker. */
const byNobody = new RegExp(
	`${whole('is|are|was|were|be|been|being|gets?|got')}\\s+(?:\\p{L}+ly\\s+|also\\s+|often\\s+|sometimes\\s+)?(?:${CALLED})(?!\\p{L})(?!.*\\sby\\s)`,
	'giu',
);

/** Quotations that share their sentences share the speaker, and are looked at once. */
function withSpeakers(text: string, sentences: readonly Span[], found: Omit<Quotation, 'isAttributed'>[]): Quotation[] {
	const known = new Map<string, boolean>();
	return found.map((quotation) => {
		const touched = sentences.filter((sentence) => overlap(sentence, quotation) > 0);
		const stretch = { start: touched[0]?.start ?? quotation.start, end: touched.at(-1)?.end ?? quotation.end };
		const place = `${stretch.start}-${stretch.end}`;
		const isAttributed = known.get(place) ?? hasSpeaker(around(text, stretch, found));
		known.set(place, isAttributed);
		return { ...quotation, isAttributed };
	});
}

const hasSpeaker = (words: string): boolean => attributing.test(words.replaceAll(byNobody, ' '));

/** What stands in these sentences outside of quotation marks. */
function around(text: string, stretch: Span, quotations: readonly Span[]): string {
	let words = '';
	let from = stretch.start;
	for (const { start, end } of quotations.filter((each) => overlap(each, stretch) > 0)) {
		words += `${text.slice(from, Math.max(from, start))} … `;
		from = Math.max(from, end);
	}
	return words + text.slice(from, stretch.end);
}
