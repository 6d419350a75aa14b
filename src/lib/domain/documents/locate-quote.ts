import type { Span } from '../spans/span.ts';
import { nearQuote } from './near-quote.ts';

/** Why a quote does not name one place of a text. The message is a whole sentence and repeats the quote. */
export class QuoteProblem extends Error {
	readonly quote: string;
	/** How often the quote stands in the text. */
	readonly count: number;

	constructor(message: string, quote: string, count: number) {
		super(message);
		this.name = 'QuoteProblem';
		this.quote = quote;
		this.count = count;
	}
}

/**
 * The one place of an exact quote. A phrase that repeats needs its `occurrence`, counted from 1.
 * @throws QuoteProblem when the quote is not there, is there more often, or has no such occurrence
 */
export function locateQuote(text: string, quote: string, occurrence?: number, within?: Span): Span {
	if (quote === '') throw new QuoteProblem('The quote is empty.', quote, 0);
	const starts = occurrencesOf(text, quote, within ?? { start: 0, end: text.length });
	if (starts.length === 0) {
		throw new QuoteProblem(`“${quote}” is not in the text.${nearQuote(text, quote)}`, quote, 0);
	}
	if (occurrence === undefined && starts.length > 1) {
		throw new QuoteProblem(
			`“${quote}” is in the text ${starts.length} times; say which occurrence, or quote more words.`,
			quote,
			starts.length,
		);
	}
	const start = starts[(occurrence ?? 1) - 1];
	if (start === undefined) {
		const times = starts.length === 1 ? 'once' : `${starts.length} times`;
		throw new QuoteProblem(
			`“${quote}” is in the text ${times}; there is no occurrence ${occurrence}.`,
			quote,
			starts.length,
		);
	}
	return { start, end: start + quote.length };
}

function occurrencesOf(text: string, quote: string, within: Span): number[] {
	const starts: number[] = [];
	let start = text.indexOf(quote, within.start);
	while (start !== -1 && start + quote.length <= within.end) {
		starts.push(start);
		start = text.indexOf(quote, start + 1);
	}
	return starts;
}
