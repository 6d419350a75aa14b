import { getContext, setContext } from 'svelte';
import type { Category, Technique } from '$lib/domain/marking/categories.ts';

/** A note of a worked example, in the order of the text. Sound passages have notes too. */
export type WorkedNote = { number: number; category: Category | null; technique: Technique | null; note: string };

const KEY = Symbol('worked example');

/** Collects the notes while the text is rendered; the list after the text then has them all. Never changes later. */
export const collectNotes = (): WorkedNote[] => setContext(KEY, []);

/** Adds a note and gives its number; 0 outside a worked example. */
export function addNote(note: Omit<WorkedNote, 'number'>): number {
	const notes = getContext<WorkedNote[] | undefined>(KEY);
	if (!notes) return 0;
	return notes.push({ number: notes.length + 1, ...note });
}
