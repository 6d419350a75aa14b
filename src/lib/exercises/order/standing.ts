/** How rows stand against the right order. Rows of one group may stand either way. */
export type Groups = readonly (readonly string[])[];

/** The places that a row may have, from 1; both are the same where it has one place alone. */
export type Places = { first: number; last: number };

/** Two rows of different groups make a pair; it is right when the row of the earlier group stands first. */
export function countPairs(order: readonly string[], groups: Groups): { right: number; all: number } {
	const group = groupOf(groups);
	const isRight = (before: string, after: string) => (group.get(before) ?? 0) < (group.get(after) ?? 0);
	const rows = groups.flat();
	return { right: count(order, isRight), all: count(rows, isRight) };
}

function count(order: readonly string[], holds: (before: string, after: string) => boolean): number {
	let found = 0;
	for (const [index, before] of order.entries()) {
		for (const after of order.slice(index + 1)) if (holds(before, after)) found += 1;
	}
	return found;
}

export function placesOf(groups: Groups): Map<string, Places> {
	const places = new Map<string, Places>();
	let before = 0;
	for (const group of groups) {
		for (const id of group) places.set(id, { first: before + 1, last: before + group.length });
		before += group.length;
	}
	return places;
}

/**
 * The most rows that could stay where they are while the others move; of several such sets the one with most rows at
 * their very place. A single row is in order only where it has its very place: alone it is before or after nothing.
 */
export function rowsInOrder(order: readonly string[], groups: Groups): Set<string> {
	const group = groupOf(groups);
	const places = placesOf(groups);
	const isAtItsPlace = (id: string, index: number) => {
		const { first = 0, last = 0 } = places.get(id) ?? {};
		return first <= index + 1 && index + 1 <= last;
	};
	let best: Chain = none;
	const ending: Chain[] = [];
	for (const [index, id] of order.entries()) {
		let longest: Chain = none;
		for (const [earlier, before] of order.slice(0, index).entries()) {
			const chain = ending[earlier] ?? none;
			if ((group.get(before) ?? 0) <= (group.get(id) ?? 0) && isBetter(chain, longest)) longest = chain;
		}
		const chain = { rows: [...longest.rows, id], atPlace: longest.atPlace + (isAtItsPlace(id, index) ? 1 : 0) };
		ending.push(chain);
		if (isBetter(chain, best)) best = chain;
	}
	return new Set(best.rows.length === 1 && best.atPlace === 0 ? [] : best.rows);
}

/** Where a row that is not in order belongs: past more rows above it, or past more below it. */
export function wayOf(id: string, order: readonly string[], groups: Groups): 'earlier' | 'later' {
	const group = groupOf(groups);
	const own = group.get(id) ?? 0;
	const index = order.indexOf(id);
	const later = order.slice(0, index).filter((above) => (group.get(above) ?? 0) > own).length;
	const earlier = order.slice(index + 1).filter((below) => (group.get(below) ?? 0) < own).length;
	return later >= earlier ? 'earlier' : 'later';
}

type Chain = { rows: readonly string[]; atPlace: number };
const none: Chain = { rows: [], atPlace: 0 };

const isBetter = (chain: Chain, other: Chain): boolean =>
	chain.rows.length === other.rows.length ? chain.atPlace > other.atPlace : chain.rows.length > other.rows.length;

const groupOf = (groups: Groups): Map<string, number> =>
	new Map(groups.flatMap((group, index) => group.map((id) => [id, index] as const)));
