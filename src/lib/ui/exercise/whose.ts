/** Whose answer a page explains. It is the reader's own, unless the page says that a teacher reads a student's. */
import { getContext, setContext } from 'svelte';

/** Words for the person who answered, as they stand at the beginning of a sentence or a label. */
export type Whose = {
	readonly isOwn: boolean;
	/** "Yours", beside "The key". */
	readonly name: string;
	/** "Your", before "choice, and right". */
	readonly of: string;
	/** "You", before "chose nothing". */
	readonly who: string;
};

const OWN: Whose = { isOwn: true, name: 'Yours', of: 'Your', who: 'You' };
const A_STUDENTS: Whose = { isOwn: false, name: 'The student’s', of: 'The student’s', who: 'The student' };

const KEY = Symbol('whose answer');

/** For a page on which staff read what a student answered. */
export const provideStudentsAnswer = (): Whose => setContext(KEY, A_STUDENTS);

export const useWhose = (): Whose => getContext<Whose | undefined>(KEY) ?? OWN;
