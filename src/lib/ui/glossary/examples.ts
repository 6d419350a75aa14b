/** What a list of examples tells the words inside it: the ink of their technique, or that they are to be left alone. */
import { createContext } from 'svelte';
import type { Category } from '../../domain/marking/categories.ts';

/** The category of the page. */
export const [glossaryCategory, setGlossaryCategory] = createContext<Category>();
/** Whether the examples of this list are to be marked. */
export const [isMarked, setIsMarked] = createContext<boolean>();
