/** The faces of every kind: the player takes an answer, the review explains it, the worksheet is for paper. Found by folder. */
import type { Component } from 'svelte';
import type { PlayerProps, ReviewProps, WorksheetProps } from './shown.ts';

const players = import.meta.glob<Component<PlayerProps>>('./*/Player.svelte', { import: 'default' });
const reviews = import.meta.glob<Component<ReviewProps>>('./*/Review.svelte', { import: 'default' });
const worksheets = import.meta.glob<Component<WorksheetProps>>('./*/Worksheet.svelte', { import: 'default' });

export type Players = Readonly<Record<string, Component<PlayerProps>>>;
export type Reviews = Readonly<Record<string, Component<ReviewProps>>>;
export type Worksheets = Readonly<Record<string, Component<WorksheetProps>>>;

/** The players of these kinds: a lesson brings only those that it uses. */
export const loadPlayers = (kinds: Iterable<string>): Promise<Players> => loadFaces(players, 'Player', kinds);

/** The reviews of these kinds. They come with a page only when there is something to explain. */
export const loadReviews = (kinds: Iterable<string>): Promise<Reviews> => loadFaces(reviews, 'Review', kinds);

/** The paper form of these kinds. */
export const loadWorksheets = (kinds: Iterable<string>): Promise<Worksheets> =>
	loadFaces(worksheets, 'Worksheet', kinds);

async function loadFaces<Face>(
	faces: Record<string, () => Promise<Face>>,
	name: string,
	kinds: Iterable<string>,
): Promise<Record<string, Face>> {
	const found = [...new Set(kinds)].map(async (kind) => {
		const load = faces[`./${kind}/${name}.svelte`];
		if (!load) throw new Error(`The kind ${kind} has no ${name}.svelte`);
		return [kind, await load()] as const;
	});
	return Object.fromEntries(await Promise.all(found));
}
