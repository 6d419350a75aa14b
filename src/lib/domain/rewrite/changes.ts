/** A passage and its rewrite as one text to read: what was taken out, what is new, and what stayed. */
import { differingWords } from '../documents/word-diff.ts';
import type { Span } from '../spans/span.ts';

/** `gap` is the white space before it. */
export type Change = { is: 'same' | 'out' | 'in'; gap: string; text: string };

/**
 * In reading order; what was taken out stands before what is new in its place. `same` and `in` together have the words of
 * the rewrite, `same` and `out` those of the passage (letter case aside). Lines break where the rewrite's do.
 */
export function changesBetween(passage: string, rewrite: string): Change[] {
	const before = readPieces(passage);
	const after = readPieces(rewrite);
	const differing = differingWords(before.words, after.words);
	const isOut = new Set(differing.before);
	const isIn = new Set(differing.after);
	joinAcross(before, after, isOut, isIn);

	const changes: Change[] = [];
	const put = (is: Change['is'], { words, gaps }: Pieces, index: number) => {
		const last = changes.at(-1);
		const text = words[index] ?? '';
		const own = gaps[index] ?? '';
		if (last?.is === is) last.text += own + text;
		else changes.push({ is, text, gap: last && own === '' && wouldStick(last.text, text) ? ' ' : own });
	};
	let [old, fresh] = [0, 0];
	while (old < before.words.length || fresh < after.words.length) {
		while (isOut.has(old)) put('out', before, old++);
		while (isIn.has(fresh)) put('in', after, fresh++);
		if (fresh < after.words.length) put('same', after, fresh);
		old += 1;
		fresh += 1;
	}
	return changes;
}

/** Words of two texts that would be read as one. */
const wouldStick = (one: string, other: string): boolean =>
	/[\p{L}\p{N}.,;:!?”’]$/u.test(one) && /^[\p{L}\p{N}]/u.test(other);

/** Words, and the marks between them, each with the white space before it. */
type Pieces = { words: string[]; gaps: string[] };

const PIECE = /[\p{L}\p{M}\p{N}]+(?:[-'’.,\u200c][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]+/gu;

function readPieces(text: string): Pieces {
	const spans = [...text.matchAll(PIECE)].map(({ 0: word, index }): Span => ({
		start: index,
		end: index + word.length,
	}));
	return {
		words: spans.map(({ start, end }) => text.slice(start, end)),
		gaps: spans.map(({ start }, index) => text.slice(spans[index - 1]?.end ?? start, start)),
	};
}

const LITTLE = new Set('a an and as at by for in is it of on or that the to was were with'.split(' '));
const isLittle = (word: string): boolean => !/[\p{L}\p{N}]/u.test(word) || LITTLE.has(word.toLowerCase());

/** A comma or an “of” that stays between two changes would only cut them in two: it is drawn as part of both. */
function joinAcross(before: Pieces, after: Pieces, isOut: Set<number>, isIn: Set<number>): void {
	let [old, fresh] = [0, 0];
	let isBehindChange = false;
	let kept: { old: number; fresh: number }[] = [];
	while (old < before.words.length || fresh < after.words.length) {
		if (!isOut.has(old) && !isIn.has(fresh)) {
			kept.push({ old: old++, fresh: fresh++ });
			continue;
		}
		const words = kept.map((each) => before.words[each.old] ?? '');
		if (isBehindChange && words.every(isLittle) && words.filter((word) => LITTLE.has(word.toLowerCase())).length <= 1) {
			for (const each of kept) {
				isOut.add(each.old);
				isIn.add(each.fresh);
			}
		}
		[kept, isBehindChange] = [[], true];
		while (isOut.has(old)) old += 1;
		while (isIn.has(fresh)) fresh += 1;
	}
}
