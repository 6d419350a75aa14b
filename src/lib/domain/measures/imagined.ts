import { isSameMark, type PlacedMark } from '../marking/same-mark.ts';
import { inReadingOrder } from '../spans/algebra.ts';

/** A passage that people marked and the key does not have: the span that most of them drew, and how many drew it or nearly it. */
export type ImaginedPassage = PlacedMark & { count: number };

/**
 * Extra marks of a class, put together where they are the same mark (Dice of at least 0.8 with the cluster's most
 * frequent span, same category). A person counts once in a cluster. The most frequent come first.
 *
 * @param people each one's extra marks
 */
export function imaginedPassages(people: readonly (readonly PlacedMark[])[]): ImaginedPassage[] {
	const drawn = new Map<string, PlacedMark & { people: Set<number> }>();
	for (const [person, marks] of people.entries()) {
		for (const { start, end, category } of marks) {
			const name = `${category}-${start}-${end}`;
			const known = drawn.get(name);
			if (known) known.people.add(person);
			else drawn.set(name, { start, end, category, people: new Set([person]) });
		}
	}
	const clusters: (PlacedMark & { people: Set<number> })[] = [];
	const frequentFirst = [...drawn.values()].sort((a, b) => b.people.size - a.people.size || inReadingOrder(a, b));
	for (const span of frequentFirst) {
		const same = clusters.find((cluster) => isSameMark(cluster, span));
		if (same) for (const person of span.people) same.people.add(person);
		else clusters.push({ ...span, people: new Set(span.people) });
	}
	return clusters
		.map(({ start, end, category, people: { size } }) => ({ start, end, category, count: size }))
		.sort((a, b) => b.count - a.count || inReadingOrder(a, b));
}
