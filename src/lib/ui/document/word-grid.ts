import type { ShownDocument, ShownParagraph } from '../../domain/documents/document.ts';
import { sentences, words } from '../../domain/documents/words.ts';
import type { Span } from '../../domain/spans/span.ts';

/** A word or a sentence; `paragraph` is the index of the paragraph it stands in. */
export type Place = Span & { paragraph: number };

/** First and last word of a passage, by their numbers in the whole document; both included. */
export type WordRange = { first: number; last: number };

export type Edge = 'start' | 'end';

const CLOSERS: Record<string, string> = { '(': ')', '[': ']', '“': '”', '«': '»' };
const OPENERS = Object.fromEntries(Object.entries(CLOSERS).map(([open, close]) => [close, open]));

/** The words and sentences of a shown document, in reading order; cut when first asked for. */
export class WordGrid {
	readonly #paragraphs: readonly ShownParagraph[];
	#words: Place[] | null = null;
	#sentences: Place[] | null = null;

	constructor(text: Pick<ShownDocument, 'paragraphs'>) {
		this.#paragraphs = text.paragraphs;
	}

	get words(): readonly Place[] {
		return (this.#words ??= this.#cut(words));
	}

	get sentences(): readonly Place[] {
		return (this.#sentences ??= this.#cut(sentences));
	}

	get last(): number {
		return this.words.length - 1;
	}

	textOf(span: Span): string {
		const paragraph = this.#paragraphs.find(
			({ start, text }) => start <= span.start && span.end <= start + text.length,
		);
		return paragraph ? paragraph.text.slice(span.start - paragraph.start, span.end - paragraph.start) : '';
	}

	word(index: number): string {
		const word = this.words[index];
		return word ? this.textOf(word) : '';
	}

	/** The word at an offset, or the nearest one in the same paragraph. */
	wordAt(offset: number): number {
		const after = firstIndex(this.words, (word) => word.end > offset);
		const next = this.words[after];
		const before = this.words[after - 1];
		if (!next) return this.last;
		if (next.start <= offset || !before) return after;
		const paragraph = this.#paragraphs.findLastIndex(({ start }) => start <= offset);
		if (before.paragraph !== paragraph) return after;
		if (next.paragraph !== paragraph) return after - 1;
		return next.start - offset < offset - before.end ? after : after - 1;
	}

	/** The words that a stretch of text touches, kept to the paragraph where it begins; null where it touches none. */
	wordsIn(span: Span): WordRange | null {
		const first = firstIndex(this.words, (word) => word.end > span.start);
		const beyond = firstIndex(this.words, (word) => word.start >= span.end);
		return first < beyond ? this.withinParagraph(first, beyond - 1) : null;
	}

	/** From `anchor` towards `other`, but not out of the paragraph of `anchor`. */
	withinParagraph(anchor: number, other: number): WordRange {
		const paragraph = this.words[anchor]?.paragraph;
		let end = other;
		while (end !== anchor && this.words[end]?.paragraph !== paragraph) end += end < anchor ? 1 : -1;
		return { first: Math.min(anchor, end), last: Math.max(anchor, end) };
	}

	/** The word nearest to `word` that lies in the paragraph of `anchor`. */
	towards(anchor: number, word: number): number {
		const { first, last } = this.withinParagraph(anchor, word);
		return word < anchor ? first : last;
	}

	/** A passage with one edge moved to a word, never past its other edge. */
	stretch({ first, last }: WordRange, edge: Edge, word: number): WordRange {
		return edge === 'start'
			? this.withinParagraph(last, Math.min(word, last))
			: this.withinParagraph(first, Math.max(word, first));
	}

	/** Whole words, and the bracket or quotation mark that closes what they open. */
	spanOf({ first, last }: WordRange): Span {
		const start = this.words[first]?.start ?? 0;
		const end = this.words[last]?.end ?? start;
		const paragraph = this.#paragraphs[this.words[first]?.paragraph ?? 0];
		if (!paragraph) return { start, end };
		const open = unmatched(paragraph.text.slice(start - paragraph.start, end - paragraph.start));
		const before = paragraph.text.charAt(start - paragraph.start - 1);
		const after = paragraph.text.charAt(end - paragraph.start);
		return {
			start: open.closers.length > 0 && before === OPENERS[open.closers[0] ?? ''] ? start - 1 : start,
			end: open.openers.length > 0 && after === CLOSERS[open.openers.at(-1) ?? ''] ? end + 1 : end,
		};
	}

	sentenceOf(word: number): number {
		const offset = this.words[word]?.start ?? 0;
		return Math.max(
			0,
			firstIndex(this.sentences, (sentence) => sentence.end > offset),
		);
	}

	/** Where a step by sentence leads; selecting onwards, to the end of a sentence instead of the next beginning. */
	sentenceStep(word: number, step: 1 | -1, selects: boolean): number {
		const here = this.sentenceOf(word);
		const firstOf = (index: number) => this.wordAt(this.sentences[index]?.start ?? 0);
		const lastOf = (index: number) => this.wordAt((this.sentences[index]?.end ?? 1) - 1);
		const next = Math.min(Math.max(here + step, 0), this.sentences.length - 1);
		if (step === 1 && selects) return word < lastOf(here) ? lastOf(here) : lastOf(next);
		if (step === -1 && word > firstOf(here)) return firstOf(here);
		return firstOf(next);
	}

	#cut(cutter: (text: string) => Span[]): Place[] {
		return this.#paragraphs.flatMap(({ start, text }, paragraph) =>
			cutter(text).map((span) => ({ start: start + span.start, end: start + span.end, paragraph })),
		);
	}
}

/** Where choosing words in a sentence begins. */
export const firstWordOf = (grid: WordGrid, sentence: Span): Span => {
	const first = grid.wordsIn(sentence)?.first ?? 0;
	return grid.spanOf({ first, last: first });
};

/** Index of the first element that passes; the length where none does. The test must turn true once and stay so. */
function firstIndex(places: readonly Place[], test: (place: Place) => boolean): number {
	let low = 0;
	let high = places.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const place = places[middle];
		if (place && test(place)) high = middle;
		else low = middle + 1;
	}
	return low;
}

function unmatched(text: string): { openers: string[]; closers: string[] } {
	const openers: string[] = [];
	const closers: string[] = [];
	for (const character of text) {
		if (character in CLOSERS) openers.push(character);
		else if (character in OPENERS && openers.at(-1) === OPENERS[character]) openers.pop();
		else if (character in OPENERS) closers.push(character);
	}
	return { openers, closers };
}
