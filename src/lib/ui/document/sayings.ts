/** What is said aloud when something changes: one sentence each. */
import type { Category } from '../../domain/marking/categories.ts';
import type { Mark } from '../../domain/marking/mark.ts';
import { categoryWording, techniqueWording } from '../../domain/marking/wording.ts';

const LONGEST_QUOTE_WORDS = 12;

export function shortQuote(text: string): string {
	const words = text.split(/\s+/u);
	if (words.length <= LONGEST_QUOTE_WORDS) return `“${text}”`;
	return `“${words.slice(0, 6).join(' ')} … ${words.slice(-4).join(' ')}”`;
}

export const nameOf = (category: Category): string => categoryWording[category].label.toLowerCase();

export const countOf = (marks: readonly unknown[]): string => (marks.length === 1 ? '1 mark' : `${marks.length} marks`);

/** What every kind of mark has to be able to say of itself. */
export type MarkSayings<M> = {
	at: (mark: M, index: number, all: number) => string;
	resized: (mark: M) => string;
	/** It took in another mark that it came to overlap. */
	widened: (mark: M) => string;
	removed: (mark: M) => string;
};

export const say = {
	marked: (mark: Mark) => `Marked ${shortQuote(mark.quote)} as ${nameOf(mark.category)}.`,
	widened: (mark: Mark) => `Joined with a mark of the same name: ${shortQuote(mark.quote)}, ${nameOf(mark.category)}.`,
	already: (mark: Mark) => `This is already inside a mark: ${shortQuote(mark.quote)}, ${nameOf(mark.category)}.`,
	renamed: (mark: Mark) => `${shortQuote(mark.quote)} is now called ${nameOf(mark.category)}.`,
	resized: (mark: Mark) => `The mark is now ${shortQuote(mark.quote)}, ${nameOf(mark.category)}.`,
	removed: (mark: Mark) => `Removed the mark on ${shortQuote(mark.quote)}, ${nameOf(mark.category)}.`,
	technique: (mark: Mark) =>
		mark.technique ? `Technique: ${techniqueWording[mark.technique].label}.` : 'The technique is left open.',
	at: (mark: Mark, index: number, all: number) =>
		`Mark ${index + 1} of ${all}: ${shortQuote(mark.quote)}, ${nameOf(mark.category)}${
			mark.technique ? `, ${techniqueWording[mark.technique].label}` : ''
		}.`,
	selected: (quote: string) => `Selected ${shortQuote(quote)}.`,
	undone: (marks: readonly unknown[]) => `Undone; you have ${countOf(marks)}.`,
	redone: (marks: readonly unknown[]) => `Done again; you have ${countOf(marks)}.`,
	nothing: (declared: boolean) => (declared ? 'You say that there is nothing to mark here.' : 'Taken back.'),
	nothingToUndo: 'There is nothing to undo.',
	noMarks: 'There is no mark yet.',
	noWord: 'There is no word to mark there.',
	oneParagraph: 'A mark stays inside one paragraph.',
};
