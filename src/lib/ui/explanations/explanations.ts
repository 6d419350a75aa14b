import { getContext, setContext } from 'svelte';
import type { Explained } from '$lib/exercises/shown.ts';

/** What was explained once for everybody, on this page. Where a page provides none, such as in practice, nothing is. */
export type ExplanationsHere = {
	readonly explained: Explained | null;
	/** For staff: where an explanation is sent, and what it is about. Null for students. */
	readonly staff: { address: string; assignmentId: string } | null;
	reload(): Promise<void>;
};

const KEY = Symbol('explanations');

export const provideExplanations = (here: ExplanationsHere): ExplanationsHere => setContext(KEY, here);
export const useExplanations = (): ExplanationsHere | undefined => getContext<ExplanationsHere | undefined>(KEY);
