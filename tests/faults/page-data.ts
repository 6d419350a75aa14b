/** Reads Kit's `__data.json`: each node is a flat list in which objects and lists hold places in that list. */

type Node = { type: string; data?: unknown[] };

/** The data of every node, merged as `page.data` is. Throws where the server answered with a redirect or an error. */
export function unflatten(text: string): Record<string, unknown> {
	const answer = JSON.parse(text.split('\n')[0] ?? '') as { type: string; nodes?: (Node | null)[]; location?: string };
	if (answer.type !== 'data') throw new Error(`No data but ${answer.type} ${answer.location ?? ''}`);
	const merged: Record<string, unknown> = {};
	for (const node of answer.nodes ?? []) {
		if (node?.type === 'error') throw new Error(`No data but an error: ${JSON.stringify(node)}`);
		if (node?.type === 'data') Object.assign(merged, unflattenValues(node.data ?? []));
	}
	return merged;
}

/** One flat list, the first entry of which is the whole. */
export function unflattenValues(values: unknown[]): unknown {
	const at = (place: number): unknown => {
		if (place === -1) return undefined;
		if (place < 0) throw new Error(`A value of the unknown kind ${String(place)}`);
		const value = values[place];
		if (Array.isArray(value)) {
			if (typeof value[0] === 'string') throw new Error(`A value of the unknown kind ${value[0]}`);
			return (value as number[]).map(at);
		}
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value as Record<string, number>).map(([name, inner]) => [name, at(inner)]),
		);
	};
	return at(0);
}
