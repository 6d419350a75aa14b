const ABBREVIATIONS = new Set(['iccpr', 'ohchr', 'udhr', 'un', 'uncip', 'unsc']);

/** "un-charter#article-55.c" -> "Article 55(c), UN Charter": for links where the source itself is not at hand. */
export function addressInWords(address: string): string {
	const [source = '', place = ''] = address.split('#');
	const [passage = '', paragraph] = place.split('.');
	const name = source.split('-').map((word) => (ABBREVIATIONS.has(word) ? word.toUpperCase() : capital(word)));
	const [first = '', ...rest] = passage.split('-');
	const part = [capital(first), ...rest.map((word) => (word.length === 1 ? word.toUpperCase() : word))];
	return `${part.join(' ')}${paragraph ? `(${paragraph})` : ''}, ${name.join(' ')}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
