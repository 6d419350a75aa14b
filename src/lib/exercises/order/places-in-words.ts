import type { Places } from './standing.ts';

/** `3`, `2 or 3`, `2 to 4`. */
export function placesInWords({ first, last }: Places): string {
	if (first === last) return String(first);
	return `${first} ${last === first + 1 ? 'or' : 'to'} ${last}`;
}
