/** Search over the primary sources: every word typed has to be there, as the beginning of a word, in any order. */
import type { LibraryPassage, LibrarySource } from './library.ts';
import { passageAddress } from './library.ts';

/** A piece of the words found in; `hit` pieces are what was looked for. */
export type Piece = { text: string; hit: boolean };
export type Found = {
	/** Such as `un-charter#article-55.c`. */
	address: string;
	source: string;
	label: string;
	language: string;
	/** The words found in, with some of their surroundings. */
	pieces: Piece[];
};

type Entry = { address: string; source: string; label: string; language: string; text: string; folded: string };
export type LibraryIndex = readonly Entry[];

const MOST_FOUND = 60;
/** Characters of context before the first hit and after the last. */
const BEFORE = 60;
const AFTER = 180;

/** A few hundred short passages: looking at each is faster than any index that would have to be kept. */
export function indexLibrary(sources: Iterable<LibrarySource>): LibraryIndex {
	return [...sources].flatMap((source) => [
		...source.passages.flatMap((passage) => entriesOf(source, passage, source.title, source.languages[0] ?? 'en')),
		...(source.translations ?? []).flatMap(({ language, title, passages }) =>
			passages.flatMap((passage) => entriesOf(source, passage, title, language)),
		),
	]);
}

/** In the order of the library. Less than two letters find nothing. */
export function searchLibrary(index: LibraryIndex, typed: string): Found[] {
	const wanted = fold(typed).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	if (wanted.join('').length < 2) return [];
	const patterns = wanted.map((word) => new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${word}`, 'gu'));

	const found: Found[] = [];
	for (const entry of index) {
		const hits = patterns.map((pattern) => [...entry.folded.matchAll(pattern)].map((match) => match.index));
		const inLabel = patterns.map((pattern) => [...fold(`${entry.label} ${entry.source}`).matchAll(pattern)].length > 0);
		if (!hits.every((places, word) => places.length > 0 || inLabel[word])) continue;
		const spans = hits.flatMap((places, word) =>
			places.map((start) => ({ start, end: start + (wanted[word]?.length ?? 0) })),
		);
		const { address, source, label, language } = entry;
		found.push({ address, source, label, language, pieces: surround(entry.text, spans) });
		if (found.length === MOST_FOUND) break;
	}
	return found;
}

function entriesOf(source: LibrarySource, passage: LibraryPassage, title: string, language: string): Entry[] {
	const entry = (place: string, label: string, text: string): Entry => ({
		address: passageAddress(source.slug, place),
		source: title,
		label,
		language,
		text,
		folded: fold(text),
	});
	const whole = [passage.text, passage.closing].filter((text) => text !== undefined && text !== '[...]').join(' ');
	return [
		...(whole === '' ? [] : [entry(passage.id, passage.label, whole)]),
		...(passage.paragraphs ?? []).map(({ id, text }) =>
			entry(`${passage.id}.${id}`, passage.id.startsWith('preamble') ? passage.label : `${passage.label}(${id})`, text),
		),
	];
}

/** Case and accents aside, letter for letter: offsets in the folded text are offsets in the text itself. */
function fold(text: string): string {
	return Array.from(text, (letter) => {
		const plain = letter.normalize('NFD')[0]?.toLowerCase() ?? letter;
		return plain.length === letter.length ? plain : letter;
	}).join('');
}

function surround(text: string, spans: { start: number; end: number }[]): Piece[] {
	const hits = [...spans].sort((a, b) => a.start - b.start);
	const first = hits[0]?.start ?? 0;
	const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1;
	const until = text.length <= first + AFTER ? text.length : text.lastIndexOf(' ', first + AFTER);

	const pieces: Piece[] = from > 0 ? [{ text: '… ', hit: false }] : [];
	let at = from;
	for (const { start, end } of hits) {
		if (start < at || end > until) continue;
		if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
		pieces.push({ text: text.slice(start, end), hit: true });
		at = end;
	}
	if (until > at) pieces.push({ text: text.slice(at, until), hit: false });
	if (until < text.length) pieces.push({ text: ' …', hit: false });
	return pieces;
}
