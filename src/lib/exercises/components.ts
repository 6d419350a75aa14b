/** The faces of every kind: the player takes an answer, the review explains it, the worksheet is for paper. Found by folder. */
import type { Component } from 'svelte';
import { once } from './once.ts';
import type { PlayerProps, ReviewProps, WorksheetProps } from './shown.ts';

const player = once(import.meta.glob<Component<PlayerProps>>('./*/Player.svelte', { import: 'default' }));
const review = once(import.meta.glob<Component<ReviewProps>>('./*/Review.svelte', { import: 'default' }));
const worksheet = once(import.meta.glob<Component<WorksheetProps>>('./*/Worksheet.svelte', { import: 'default' }));

export type Players = Readonly<Record<string, Component<PlayerProps>>>;
export type Reviews = Readonly<Record<string, Component<ReviewProps>>>;
export type Worksheets = Readonly<Record<string, Component<WorksheetProps>>>;

/** The players of these kinds: a lesson brings only those that it uses. */
export const loadPlayers = (kinds: Iterable<string>): Promise<Players> => loadFaces(player, 'Player', kinds);

/** The reviews of these kinds. They come with a page only when there is something to explain. */
export const loadReviews = (kinds: Iterable<string>): Promise<Reviews> => loadFaces(review, 'Review', kinds);

/** The paper form of these kinds. */
export const loadWorksheets = (kinds: Iterable<string>): Promise<Worksheets> =>
	loadFaces(worksheet, 'Worksheet', kinds);

async function loadFaces<Face>(
	load: (path: string) => Promise<Face> | undefined,
	name: string,
	kinds: Iterable<string>,
): Promise<Record<string, Face>> {
	const found = [...new Set(kinds)].map(async (kind) => {
		const face = await load(`./${kind}/${name}.svelte`);
		if (!face) throw new Error(`The kind ${kind} has no ${name}.svelte`);
		return [kind, face] as const;
	});
	return Object.fromEntries(await Promise.all(found));
}
