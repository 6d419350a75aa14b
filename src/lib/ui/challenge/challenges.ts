import { getContext, setContext } from 'svelte';
import type { Disputes } from '$lib/exercises/shown.ts';

/** The argument about the key on this page. Where a page provides none, such as in practice, nobody can object. */
export type ChallengesHere = {
	readonly disputes: Disputes | null;
	/** The number of the attempt that is shown, where the page knows several. */
	readonly attempt?: number;
	/** A teacher reads along and does not object. */
	readonly mayObject: boolean;
	reload(): Promise<void>;
};

const KEY = Symbol('challenges');

export const provideChallenges = (here: ChallengesHere): ChallengesHere => setContext(KEY, here);
export const useChallenges = (): ChallengesHere | undefined => getContext<ChallengesHere | undefined>(KEY);
