/** "un-charter#article-55.c" -> "Article 55(c), UN Charter": for links where the source itself is not at hand. */
export function addressInWords(address: string): string {
	const [source = '', place = ''] = address.split('#');
	const [passage = '', paragraph] = place.split('.');
	const name = source.split('-').map((word) => (word.length <= 4 ? word.toUpperCase() : capital(word)));
	const part = capital(passage.replaceAll('-', ' '));
	return `${part}${paragraph ? `(${paragraph})` : ''}, ${name.join(' ')}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
