import { cover, inReadingOrder, lengthOf, overlap } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';
import type { ScoredMark } from './rule.ts';

/** One or several marks of a category that overlap. `indexes` are their places in what was given. */
export type MergedMark = ScoredMark & { indexes: number[] };

/**
 * Merges marks of one category that share a character (not those that merely touch). The merged mark keeps the answers
 * of the longest; ties go to the earliest. The result is in reading order and does not depend on the order given.
 */
export function mergeMarks(marks: readonly ScoredMark[]): MergedMark[] {
	const groups: Group[] = [];
	const ordered = marks.map((mark, index) => ({ mark, index })).sort((a, b) => byCategoryThenPlace(a.mark, b.mark));
	for (const { mark, index } of ordered) {
		const last = groups.at(-1);
		if (last && last.longest.category === mark.category && overlap(last.cover, mark) > 0) {
			last.cover = cover(last.cover, mark);
			last.indexes.push(index);
			if (lengthOf(mark) > lengthOf(last.longest)) last.longest = mark;
		} else {
			groups.push({ longest: mark, cover: mark, indexes: [index] });
		}
	}
	return groups.map(mergedMark).toSorted(inReadingOrder);
}

type Group = { longest: ScoredMark; cover: Span; indexes: number[] };

const mergedMark = ({ longest, cover: { start, end }, indexes }: Group): MergedMark => ({
	...longest,
	start,
	end,
	indexes: indexes.sort((a, b) => a - b),
});

// Two marks on the very same words are told apart by their answers, so that the order of marks never matters.
const byCategoryThenPlace = (a: ScoredMark, b: ScoredMark): number =>
	compare(a.category, b.category) || inReadingOrder(a, b) || compare(answerText(a), answerText(b));

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const answerText = ({ technique = '', judgement = '' }: ScoredMark): string => `${technique}/${judgement}`;
