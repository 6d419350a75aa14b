/** Changes to a set of marks. Marks stay in reading order, and two of one category never overlap: they become one. */
import type { Category, Technique } from '../../domain/marking/categories.ts';
import type { Mark } from '../../domain/marking/mark.ts';
import { cover, inReadingOrder, isSame, lengthOf, overlap } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';

/** The marks after a change; `index` is where the changed mark stands now, `merged` how many others it took in. */
export type Edit<M extends Span = Mark> = { marks: M[]; index: number; merged: number };

type QuoteOf = (span: Span) => string;

export const addMark = (marks: readonly Mark[], span: Span, category: Category, quoteOf: QuoteOf): Edit =>
	settle(marks, { start: span.start, end: span.end, category, quote: quoteOf(span) }, quoteOf);

/** A technique belongs to a category, so it does not outlive a change of name. */
export function renameMark(marks: readonly Mark[], index: number, category: Category, quoteOf: QuoteOf): Edit {
	const { technique: _, ...mark } = at(marks, index);
	return settle(without(marks, index), { ...mark, category }, quoteOf);
}

export const resizeMark = (marks: readonly Mark[], index: number, span: Span, quoteOf: QuoteOf): Edit =>
	settle(
		without(marks, index),
		{ ...at(marks, index), start: span.start, end: span.end, quote: quoteOf(span) },
		quoteOf,
	);

export function setTechnique(marks: readonly Mark[], index: number, technique: Technique | null): Mark[] {
	const { technique: _, ...mark } = at(marks, index);
	return marks.with(index, technique ? { ...mark, technique } : mark);
}

export function setNote(marks: readonly Mark[], index: number, note: string): Mark[] {
	const { note: _, ...mark } = at(marks, index);
	return marks.with(index, note.trim() === '' ? mark : { ...mark, note });
}

export const without = <M>(marks: readonly M[], index: number): M[] => marks.filter((_, each) => each !== index);

/** Indexes of the marks that lie at an offset, the shortest first. */
export function marksAt(marks: readonly Span[], offset: number): number[] {
	return marks
		.map((mark, index) => ({ mark, index }))
		.filter(({ mark }) => mark.start <= offset && offset < mark.end)
		.toSorted((a, b) => lengthOf(a.mark) - lengthOf(b.mark))
		.map(({ index }) => index);
}

/** The mark after or before the one in hand, or else after or before an offset; round the end it begins again. */
export function markBeside(marks: readonly Span[], inHand: number | null, offset: number, step: 1 | -1): number | null {
	if (marks.length === 0) return null;
	if (inHand !== null) return (inHand + step + marks.length) % marks.length;
	const beside =
		step === 1 ? marks.findIndex(({ start }) => start > offset) : marks.findLastIndex(({ end }) => end <= offset);
	if (beside !== -1) return beside;
	return step === 1 ? 0 : marks.length - 1;
}

/** Puts a mark among the others. Every note survives a merge; the technique is that of the longest mark that has one. */
function settle(others: readonly Mark[], changed: Mark, quoteOf: QuoteOf): Edit {
	const touched = others.filter((mark) => mark.category === changed.category && overlap(mark, changed) > 0);
	const span = touched.reduce<Span>(cover, changed);
	const answered = [changed, ...touched].toSorted((a, b) => lengthOf(b) - lengthOf(a) || a.start - b.start);
	const technique = answered.find((mark) => mark.technique)?.technique;
	const note = [...new Set(answered.flatMap((mark) => mark.note ?? []))].join('\n');
	const mark: Mark = {
		start: span.start,
		end: span.end,
		category: changed.category,
		quote: isSame(span, changed) ? changed.quote : quoteOf(span),
		...(technique && { technique }),
		...(note && { note }),
	};
	const marks = [...others.filter((other) => !touched.includes(other)), mark].toSorted(inReadingOrder);
	return { marks, index: marks.indexOf(mark), merged: touched.length };
}

function at(marks: readonly Mark[], index: number): Mark {
	const mark = marks[index];
	if (!mark) throw new RangeError(`There is no mark ${index}`);
	return mark;
}
