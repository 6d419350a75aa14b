/** The one file of the domain that knows the package `diff`: which words of two texts have no equal in the other one. */
import { diffArrays } from 'diff';

/** Equal to a reader who looks for what changed: letter case and the form of an apostrophe aside. */
const bare = (word: string): string => word.toLowerCase().replaceAll('’', "'");

/** Indexes of the words that stand in one list and not in the other, in as few steps as possible. */
export function differingWords(
	before: readonly string[],
	after: readonly string[],
): { before: number[]; after: number[] } {
	const old = before.map(bare);
	const fresh = after.map(bare);
	// A word that the other text lacks differs whatever stays. Without these, two texts that share little cost little.
	const shared = { before: indexesIn(old, new Set(fresh)), after: indexesIn(fresh, new Set(old)) };
	const differing = { before: new Set(old.keys()), after: new Set(fresh.keys()) };
	const at = { before: 0, after: 0 };
	const compared = diffArrays(
		shared.before.map((index) => old[index]!),
		shared.after.map((index) => fresh[index]!),
	);
	for (const { added, removed, value } of compared) {
		for (let step = 0; step < value.length; step += 1) {
			if (!added && !removed) {
				differing.before.delete(shared.before[at.before]!);
				differing.after.delete(shared.after[at.after]!);
			}
			if (!removed) at.after += 1;
			if (!added) at.before += 1;
		}
	}
	return { before: [...differing.before], after: [...differing.after] };
}

const indexesIn = (words: readonly string[], others: ReadonlySet<string>): number[] =>
	words.flatMap((word, index) => (others.has(word) ? [index] : []));
