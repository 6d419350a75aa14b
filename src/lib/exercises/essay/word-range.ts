/** How many words were asked for, both included. */
export type WordRange = { least: number; most: number };

export type Standing = 'empty' | 'below' | 'inside' | 'above';

export function standingOf(count: number, { least, most }: WordRange): Standing {
	if (count === 0) return 'empty';
	if (count < least) return 'below';
	return count > most ? 'above' : 'inside';
}

export const rangeInWords = ({ least, most }: WordRange): string =>
	least === most ? String(least) : `${least} to ${most}`;

const counted = (count: number): string => (count === 1 ? '1 word' : `${count} words`);

/** Below the field, while somebody writes. */
export function countInWords(count: number, range: WordRange): string {
	const asked = rangeInWords(range);
	switch (standingOf(count, range)) {
		case 'empty':
			return `${asked} words are asked for.`;
		case 'below':
			return `${counted(count)} of ${asked}: ${range.least - count} to go. A shorter text can be handed in too.`;
		case 'inside':
			return `${counted(count)}, as asked: ${asked}.`;
		case 'above':
			return `${counted(count)}, ${count - range.most} more than the ${asked} asked for. Look for what can go; a longer text can be handed in too.`;
	}
}

/** Said aloud when the count crosses an end of the range, and never at every letter. */
export const crossingInWords: Readonly<Record<Standing, string>> = {
	empty: '',
	below: '',
	inside: 'Your text has as many words as asked for.',
	above: 'Your text has more words than asked for.',
};
