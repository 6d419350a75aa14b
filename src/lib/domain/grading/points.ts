/** Points are whole hundredths everywhere but on a page. */

/** `833` -> `8.33`; always two decimals. */
export function pointsInWords(hundredths: number): string {
	return (hundredths / 100).toFixed(2);
}

/** Whole hundredths of `possible * part / whole`, halves up. */
export const shareOfPoints = (possible: number, part: number, whole: number): number =>
	whole === 0 ? 0 : Math.floor((2 * possible * part + whole) / (2 * whole));

/** A share from 0 to 1 in words: `0.784` -> `78%`. */
export function percentInWords(share: number): string {
	return `${Math.round(share * 100)}%`;
}

/** Reads what a teacher typed: `7`, `7.5`, `7,25`. Null when it is no number of points. */
export function parsePoints(typed: string): number | null {
	const match = /^\s*(\d{1,4})(?:[.,](\d{1,2}))?\s*$/.exec(typed);
	if (!match) return null;
	return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
