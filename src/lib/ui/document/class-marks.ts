import { getContext, setContext } from 'svelte';
import type { ClassMarks } from '$lib/exercises/shown.ts';
import type { ClassText } from '$lib/domain/measures/class-layer.ts';

/** What the class marked on the texts of this page. Where a page provides none, there is no such layer. */
export type ClassMarksHere = { readonly classMarks: ClassMarks };

const KEY = Symbol('class marks');

export const provideClassMarks = (here: ClassMarksHere): ClassMarksHere => setContext(KEY, here);

/** To be called while a component is made; the answer may change with the page. */
export function useClassMarks(): (exerciseId: string) => ClassText | null {
	const here = getContext<ClassMarksHere | undefined>(KEY);
	return (exerciseId) => (here?.classMarks.state === 'there' ? (here.classMarks.texts[exerciseId] ?? null) : null);
}
