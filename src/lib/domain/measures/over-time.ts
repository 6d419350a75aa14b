/** How a reader or a class did from one assignment to the next. */
import { discrimination, type Discrimination } from './discrimination.ts';
import { addSeen, NOTHING_SEEN, type Seen } from './seen.ts';

export type Step = {
	/** What was found and left alone here; null where nothing was handed in. */
	here: Omit<Discrimination, 'sensitivity'> | null;
	/** d' and criterion over everything up to here; null while that is too little, and where nothing is new. */
	soFar: Discrimination['sensitivity'];
};

/** @param seen one for each assignment in the order of time, pooled over its people; null where nobody handed in */
export function overTime(seen: readonly (Seen | null)[]): { steps: Step[]; total: Discrimination } {
	let pool = NOTHING_SEEN;
	const steps = seen.map((each): Step => {
		if (each === null) return { here: null, soFar: null };
		pool = addSeen(pool, each);
		const { found, core, luresLeft, lures } = discrimination(each);
		return { here: { found, core, luresLeft, lures }, soFar: discrimination(pool).sensitivity };
	});
	return { steps, total: discrimination(pool) };
}

/**
 * Puts the two halves of each pair together, the first assignment of the one with the first of the other: the count of
 * one side's text never stands beside that of the other's. The order stays that of the first of the two.
 *
 * @param partnerOf the other half of a lesson's pair, or null
 */
export function joinPairs<Work extends { lesson: string }>(
	works: readonly Work[],
	partnerOf: (lesson: string) => string | null,
): Work[][] {
	const groups: Work[][] = [];
	for (const work of works) {
		const partner = partnerOf(work.lesson);
		const waiting = groups.find((group) => group.length === 1 && group[0]?.lesson === partner);
		if (waiting) waiting.push(work);
		else groups.push([work]);
	}
	return groups;
}
