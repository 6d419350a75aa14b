/** One explanation reaches every equal mark of a classroom: which of its explanations a mark is shown. */
import { dice } from '../spans/algebra.ts';
import { isSameMark, type PlacedMark } from './same-mark.ts';

export type Explanation = PlacedMark & {
	id: string;
	/** The words that it was written to: a checksum of the text. */
	quote: string;
	/** UTC milliseconds. */
	createdAt: number;
};

/**
 * The explanation of a mark: of those written to an equal one (same category, Dice of at least 0.8) the one that shares
 * most with it, and of equally near ones the newest. One whose quote the text does not have at its place is left out:
 * the text is another one there.
 *
 * @param text the whole document that the mark lies in
 */
export function explanationOf<One extends Explanation>(
	mark: PlacedMark,
	explanations: readonly One[],
	text: string,
): One | null {
	const fitting = explanations.filter((one) => isSameMark(one, mark) && text.slice(one.start, one.end) === one.quote);
	const [best] = fitting.toSorted(
		(a, b) => dice(b, mark) - dice(a, mark) || b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1),
	);
	return best ?? null;
}
