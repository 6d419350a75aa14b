const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Numbers up to ten as words (none is "no"), larger ones as digits. */
export const numberWord = (count: number): string => small[count] ?? String(count);

/** The same at the start of a sentence. */
export function capitalNumberWord(count: number): string {
	const word = numberWord(count);
	return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "one mark", "three marks". */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
	`${numberWord(count)} ${count === 1 ? singular : plural}`;

/** A number as a page prints it: at most `places` decimals, none that say nothing. 0.75 stays, 2.50 is 2.5. */
export const decimalInWords = (value: number, places = 2): string => String(Number(value.toFixed(places)));
