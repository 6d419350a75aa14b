/** When two readers' marks are the same mark to a person who looks at them. */
import { dice } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';
import type { Category } from './categories.ts';

/** Two marks of one category on one text are the same mark when they share this much (Dice). */
export const SAME_MARK_FROM = 0.8;

export type PlacedMark = Span & { category: Category };

export const isSameMark = (one: PlacedMark, other: PlacedMark): boolean =>
	one.category === other.category && dice(one, other) >= SAME_MARK_FROM;
