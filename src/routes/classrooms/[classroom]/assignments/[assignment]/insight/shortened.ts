const MOST = 64;

/** A long passage by its beginning and end, as one names it aloud: "UN Charter … Article 1". */
export function shortened(quote: string, most = MOST): string {
	if (quote.length <= most) return quote;
	const words = quote.split(/\s+/u);
	const start: string[] = [];
	const end: string[] = [];
	let length = 3;
	while (words.length > 0) {
		const fromStart = start.length <= end.length * 2;
		const word = (fromStart ? words.shift() : words.pop()) ?? '';
		length += word.length + 1;
		if (length > most) break;
		if (fromStart) start.push(word);
		else end.unshift(word);
	}
	if (start.length === 0) return `${quote.slice(0, most - 1)}…`;
	return `${start.join(' ')} … ${end.join(' ')}`.trimEnd();
}
