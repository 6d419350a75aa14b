/** The two faces of every kind: the player takes an answer, the review explains it. A new kind is found by its folder. */
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

const players = import.meta.glob<Component<PlayerProps>>('./*/Player.svelte', { eager: true, import: 'default' });
const reviews = import.meta.glob<Component<ReviewProps>>('./*/Review.svelte', { eager: true, import: 'default' });

export function playerOf(kind: string): Component<PlayerProps> {
	const player = players[`./${kind}/Player.svelte`];
	if (!player) throw new Error(`The kind ${kind} has no player`);
	return player;
}

export function reviewOf(kind: string): Component<ReviewProps> {
	const review = reviews[`./${kind}/Review.svelte`];
	if (!review) throw new Error(`The kind ${kind} has no review`);
	return review;
}
