import type { LibraryPassage } from '$lib/domain/lessons/library.ts';

const fetched = new Map<string, Promise<LibraryPassage[]>>();

/** The words of a library source, asked for once a page when the first of its articles is opened. Rejects without a network. */
export function fetchPassages(source: string): Promise<LibraryPassage[]> {
	const known = fetched.get(source);
	if (known) return known;
	const asked = ask(source);
	fetched.set(source, asked);
	asked.catch(() => fetched.delete(source));
	return asked;
}

async function ask(source: string): Promise<LibraryPassage[]> {
	const response = await fetch(`/library/${source}/passages`);
	if (!response.ok) throw new Error(`The library answered ${response.status}.`);
	return (await response.json()) as LibraryPassage[];
}
