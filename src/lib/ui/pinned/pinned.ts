import { getContext, setContext } from 'svelte';
import type { ShownPin } from '$lib/exercises/shown.ts';
import type { DrawnMark } from '../document/draw-marks.ts';

/** Comments on the words of the work on this page. Where a page provides none, such as in practice, there are none. */
export type PinsHere = {
	readonly pins: readonly ShownPin[];
	/** For staff: the page of the work, which takes new comments. Null for students. */
	readonly address: string | null;
	reload(): Promise<void>;
};

/** A comment with the number that stands at its words. */
export type NumberedPin = ShownPin & { number: number };

const KEY = Symbol('pins');

export const providePins = (here: PinsHere): PinsHere => setContext(KEY, here);
export const usePins = (): PinsHere | undefined => getContext<PinsHere | undefined>(KEY);

/** The comments on one exercise, numbered in the order of its text. */
export const pinsOf = (here: PinsHere | undefined, exerciseId: string): NumberedPin[] =>
	(here?.pins ?? [])
		.filter((pin) => pin.exerciseId === exerciseId)
		.map((pin, index) => ({ ...pin, number: index + 1 }));

export const pinNote = (id: string): string => `pin-${id}`;

/** How a comment stands on the text. */
export const drawPin = ({ id, start, end, number }: NumberedPin): DrawnMark => ({
	id: pinNote(id),
	start,
	end,
	category: null,
	letter: `✎ ${number}`,
	spoken: ` (comment ${number}) `,
});
