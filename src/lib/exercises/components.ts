/** The faces of every kind: the player takes an answer, the review explains it, the worksheet is for paper. Found by folder. */
import type { Component } from 'svelte';
import type { ShownExercise, ShownLibrary } from './shown.ts';

export type PlayerProps = {
	exercise: ShownExercise;
	answer: unknown;
	onchange: (answer: unknown) => void;
	library: ShownLibrary;
	readonly: boolean;
};
export type ReviewProps = {
	exercise: ShownExercise;
	answer: unknown;
	review: unknown;
};

export type WorksheetProps = {
	exercise: ShownExercise;
	/** The key, in the teacher's copy alone. */
	review: unknown;
};

const players = import.meta.glob<Component<PlayerProps>>('./*/Player.svelte', { eager: true, import: 'default' });
const reviews = import.meta.glob<Component<ReviewProps>>('./*/Review.svelte', { import: 'default' });

export function playerOf(kind: string): Component<PlayerProps> {
	const player = players[`./${kind}/Player.svelte`];
	if (!player) throw new Error(`The kind ${kind} has no player`);
	return player;
}

export type Reviews = Readonly<Record<string, Component<ReviewProps>>>;

/** The reviews of these kinds. They come with a page only when there is something to explain. */
export async function loadReviews(kinds: Iterable<string>): Promise<Reviews> {
	const found = [...new Set(kinds)].map(async (kind) => {
		const load = reviews[`./${kind}/Review.svelte`];
		if (!load) throw new Error(`The kind ${kind} has no review`);
		return [kind, await load()] as const;
	});
	return Object.fromEntries(await Promise.all(found));
}

const worksheets = import.meta.glob<Component<WorksheetProps>>('./*/Worksheet.svelte', { import: 'default' });

/** The paper form of these kinds. */
export async function loadWorksheets(
	kinds: Iterable<string>,
): Promise<Readonly<Record<string, Component<WorksheetProps>>>> {
	const found = [...new Set(kinds)].map(async (kind) => {
		const load = worksheets[`./${kind}/Worksheet.svelte`];
		if (!load) throw new Error(`The kind ${kind} has no worksheet`);
		return [kind, await load()] as const;
	});
	return Object.fromEntries(await Promise.all(found));
}
