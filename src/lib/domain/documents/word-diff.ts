/** The one file of the domain that knows the package `diff`: which words of two texts have no equal in the other one. */
import { diffArrays } from 'diff';

/** Equal to a reader who looks for what changed: letter case and the form of an apostrophe aside. */
const bare = (word: string): string => word.toLowerCase().replaceAll('’', "'");

/** Indexes of the words that stand in one list and not in the other, in as few steps as possible. */
export function differingWords(
	before: readonly string[],
	after: readonly string[],
): { before: number[]; after: number[] } {
	const differing = { before: [] as number[], after: [] as number[] };
	const at = { before: 0, after: 0 };
	for (const { added, removed, value } of diffArrays(before.map(bare), after.map(bare))) {
		for (let step = 0; step < value.length; step += 1) {
			if (added) differing.after.push(at.after);
			if (removed) differing.before.push(at.before);
			if (!removed) at.after += 1;
			if (!added) at.before += 1;
		}
	}
	return differing;
}
