/** What an author meant who did not quote word for word. */

/** As long as the text it is made from, so that places stay the same. */
const alike = (text: string): string =>
	text
		.replace(/[‘’‚‛′]/g, "'")
		.replace(/[“”„‟″]/g, '"')
		.replace(/[‐‑‒–—]/g, '-')
		.replace(/\s/g, ' ')
		.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const FEWEST_WORDS = 3;
/** Code units of the text that are shown after the last word that is the same. */
const SHOWN = 30;

/** A sentence that begins with a space, or nothing where the text has nothing like it. */
export function nearQuote(text: string, quote: string): string {
	const [body, sought] = [alike(text), alike(quote)];
	const whole = body.indexOf(sought);
	if (whole !== -1) {
		const there = text.slice(whole, whole + quote.length);
		return ` The text has “${there}”: look at apostrophes, quotation marks, dashes, spaces and capitals.`;
	}
	const words = sought.split(' ');
	for (let count = words.length - 1; count >= FEWEST_WORDS; count -= 1) {
		const beginning = words.slice(0, count).join(' ');
		const start = body.indexOf(beginning);
		if (start === -1) continue;
		const after = start + beginning.length;
		const rest = text.slice(after, after + SHOWN).split('\n')[0];
		return ` It is the same up to “${text.slice(start, after)}”; there the text goes on: “${rest} …”.`;
	}
	return '';
}
