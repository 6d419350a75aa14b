/** Chance that is no chance: the same seed gives the same numbers everywhere. */

/** @returns numbers from 0 (included) to 1 (not included) */
export function seeded(seed: string): () => number {
	let state = hashOf(seed);
	// Mulberry32 (T. Ettinger, public domain).
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash;
}

/** A new list in an order that the numbers decide (Fisher and Yates). */
export function shuffled<T>(all: readonly T[], next: () => number): T[] {
	const order = [...all];
	for (let last = order.length - 1; last > 0; last -= 1) {
		const other = Math.floor(next() * (last + 1));
		[order[last], order[other]] = [order[other] as T, order[last] as T];
	}
	return order;
}
