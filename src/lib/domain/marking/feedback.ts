/**
 * Feedback as a conversation: what was found and left alone, then what to look at. It speaks of the reader's marks,
 * never of a text's faults.
 */
import { words, wordsIn } from '../documents/words.ts';
import { cover, overlap } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';
import { capitalNumberWord, counted } from './number-word.ts';
import type { KeyItem } from './rule.ts';

/** How far a mark lies from a key item, in words: outside what may be covered, and missing of what must be. */
export type Misfit = { tooWide: number; tooNarrow: number };

export type MarkCounts = {
	/** Core items, and how many of them were marked under their own category. */
	core: number;
	found: number;
	/** Of those found, the ones whose place earned less than all of it. */
	misfits: Misfit[];
	/** Of those found, the ones with another technique than the key's. */
	otherTechnique: number;
	/** Core items marked under another category. */
	otherCategory: number;
	/** Acceptable and contested items that were marked. */
	free: number;
	fragments: number;
	extras: number;
	lures: number;
	luresMarked: number;
	declaredClean: boolean;
};

export function misfitOf(
	text: string,
	mark: Span,
	item: Pick<KeyItem, 'start' | 'end' | 'nucleus' | 'envelope'>,
): Misfit {
	const nearby = words(text, cover(mark, item.envelope ?? item));
	const marked = wordsIn(nearby, mark);
	const needed = wordsIn(nearby, item.nucleus ?? item);
	return {
		tooWide: marked.filter((word) => overlap(word, item.envelope ?? item) === 0).length,
		tooNarrow: needed.filter((word) => overlap(word, mark) === 0).length,
	};
}

/** "a word too wide", "three words too narrow", or both. */
export function misfitInWords({ tooWide, tooNarrow }: Misfit): string {
	if (tooWide === 0 && tooNarrow === 0) return 'not quite the right width';
	if (tooWide > 0 && tooNarrow > 0) return `shifted: ${wordsTo(tooWide)} too wide and ${wordsTo(tooNarrow)} too narrow`;
	return tooWide > 0 ? `${wordsTo(tooWide)} too wide` : `${wordsTo(tooNarrow)} too narrow`;
}

export function feedbackInWords(counts: MarkCounts): { headline: string; sentences: string[] } {
	return { headline: headline(counts), sentences: sentencesOf(counts) };
}

/** "You found 5 of 8, and left 6 of 7 sound passages alone." */
function headline({ core, found, extras, free, fragments, lures, luresMarked, declaredClean }: MarkCounts): string {
	const passages = lures === 1 ? 'sound passage' : 'sound passages';
	const left = lures === 0 ? '' : `left ${lures - luresMarked} of ${lures} ${passages} alone`;
	if (core > 0) return left === '' ? `You found ${found} of ${core}.` : `You found ${found} of ${core}, and ${left}.`;
	const didMark = extras + free + fragments > 0;
	if (didMark)
		return left === '' ? 'There was nothing to find here.' : `There was nothing to find here, and you ${left}.`;
	return declaredClean ? 'There was nothing to find here, and you said so.' : 'There was nothing to find here.';
}

function sentencesOf(counts: MarkCounts): string[] {
	const { otherCategory, otherTechnique, free, fragments, extras } = counts;
	const missed = counts.core - counts.found - otherCategory;
	const said: string[] = [...misfitSentences(counts.misfits)];
	if (otherCategory > 0) said.push(`${subject(otherCategory)} the right place with the wrong name.`);
	if (otherTechnique > 0) said.push(`${has(otherTechnique)} the right place and name, but another technique.`);
	if (missed > 0) said.push(`${capitalNumberWord(missed)} you did not mark; each has its reason below.`);
	if (extras > 0) said.push(`${capitalNumberWord(extras)} you marked ${isAre(extras)} not in the key; here is why.`);
	if (fragments > 0) said.push(`${subject(fragments)} a part of the right passage; that earns and costs nothing.`);
	if (free > 0) said.push(`${subject(free)} open to either view; marking ${free === 1 ? 'it' : 'them'} costs nothing.`);
	if (counts.core > 0 && said.length === 0) said.push('Every one is in the right place with the right name.');
	return said;
}

function misfitSentences(misfits: readonly Misfit[]): string[] {
	const [only] = misfits;
	if (only && misfits.length === 1) return [`One is ${misfitInWords(only)}.`];
	const wide = misfits.filter(({ tooNarrow }) => tooNarrow === 0).length;
	const narrow = misfits.filter(({ tooWide, tooNarrow }) => tooWide === 0 && tooNarrow > 0).length;
	const shifted = misfits.length - wide - narrow;
	const said: string[] = [];
	if (wide > 0) said.push(`${subject(wide)} too wide.`);
	if (narrow > 0) said.push(`${subject(narrow)} too narrow.`);
	if (shifted > 0) said.push(`${subject(shifted)} shifted: too wide at one end and too narrow at the other.`);
	return said;
}

const isAre = (count: number): string => (count === 1 ? 'is' : 'are');
const subject = (count: number): string => `${capitalNumberWord(count)} ${isAre(count)}`;
const has = (count: number): string => `${capitalNumberWord(count)} ${count === 1 ? 'has' : 'have'}`;
const wordsTo = (count: number): string => (count === 1 ? 'a word' : counted(count, 'word'));
