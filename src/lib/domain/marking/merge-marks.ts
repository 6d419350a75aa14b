import { cover, inReadingOrder, lengthOf, overlap } from '../spans/algebra.ts';
import type { ScoredMark } from './rule.ts';

/** One or several marks of a category that overlap. `indexes` are their places in what was given. */
export type MergedMark = ScoredMark & { indexes: number[] };

/**
 * Merges marks of one category that share a character (not those that merely touch). The merged mark keeps the answers
 * of the longest; ties go to the earliest. The result is in reading order and does not depend on the order given.
 */
export function mergeMarks(marks: readonly ScoredMark[]): MergedMark[] {
	const groups: { marks: IndexedMark[]; start: number; end: number }[] = [];
	for (const mark of marks.map(withIndex).toSorted(byCategoryThenPlace)) {
		const last = groups.at(-1);
		if (last && last.marks[0]?.category === mark.category && overlap(last, mark) > 0) {
			Object.assign(last, cover(last, mark));
			last.marks.push(mark);
		} else {
			groups.push({ marks: [mark], start: mark.start, end: mark.end });
		}
	}
	return groups.map(({ marks: merged, start, end }) => ({ ...answersOf(merged), start, end })).toSorted(inReadingOrder);
}

type IndexedMark = ScoredMark & { index: number };

const withIndex = (mark: ScoredMark, index: number): IndexedMark => ({ ...mark, index });

function answersOf(merged: IndexedMark[]): MergedMark {
	const longest = merged.reduce((best, mark) => (lengthOf(mark) > lengthOf(best) ? mark : best));
	const { index: _, ...answers } = longest;
	return { ...answers, indexes: merged.map(({ index }) => index).sort((a, b) => a - b) };
}

// Two marks on the very same words are told apart by their answers, so that the order of marks never matters.
const byCategoryThenPlace = (a: ScoredMark, b: ScoredMark): number =>
	compare(a.category, b.category) || inReadingOrder(a, b) || compare(answerText(a), answerText(b));

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const answerText = ({ technique = '', judgement = '' }: ScoredMark): string => `${technique}/${judgement}`;
