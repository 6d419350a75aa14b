/** Numbers that say how many: no dates, years, ages, times of day, scores, ranks, or numbers that are names. */
import { overlap } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';
import { findAll } from './phrases.ts';

const MONTH =
	'(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sep(?:tember|t?\\.?)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAYS = '[0-3]?\\d(?:st|nd|rd|th)?(?:\\s?(?:[-–]|and|to)\\s?[0-3]?\\d)?';

/** What looks like a quantity and is none. The case tells the month from “may” and “march”. */
const none: readonly RegExp[] = [
	// "1 June 2019", "June 1", "6–7 Sept."
	new RegExp(
		`(?<![\\p{L}\\p{N}.,])(?:${DAYS}\\s(?:of\\s)?${MONTH}(?![\\p{L}\\p{N}])|${MONTH}\\s${DAYS}(?![\\p{L}\\p{N}%]|[.,]\\d))`,
		'gu',
	),
	// 34-year-old; "Hope, 22, will"; aged 7
	/\d+-(?:year|month|week|day)s?-olds?|(?<=\p{L}, )\d{1,3}(?=,)|(?<=\b(?:aged?|turned)\s)\d+(?:,\s\d+)*(?:\s(?:and|to)\s\d+)?/giu,
	// 07:40; 11 pm; 5 o'clock; 24/7; 24-hour
	/\d{1,2}[:.]\d\d(?=\s?(?:am|pm|a\.m|p\.m|gmt|utc|\b(?!\d)))|\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.|o['’]clock)|between \d{1,2} and \d{1,2}\s?(?:am|pm)|24\/7/giu,
	// 3-1, 4-6, 7-6; 5-2
	/(?<![\p{N}.])\d{1,3}(?:[-–]\d{1,3})+(?![\p{N}%]|\s?(?:per|%|years|people|times))/gu,
	// Covid-19, A4, M25, B-52
	/\p{L}+-?\d+/gu,
	// 1st, 20th
	/\d+(?:st|nd|rd|th)\b/giu,
	// phone numbers
	/\+?\d[\d\s-]{8,}\d/gu,
];

// A year alone is a date, and the number of an article or a resolution is a name.
const NUMBER =
	/(?<![\p{L}\p{N}.,])(?<!(?:articles?|art\.|sections?|resolutions?|chapter|paragraphs?|annex|table|no\.?|number|page|room|flight|route|line|platform|gate|unit|apollo|version|day|world war|step|grade|class|level|phase|channel|highway|junction|act|volume|chapter|season|episode|group)\s)(?!(?:1[5-9]|20)\d\ds?(?![\p{N}%]|[.,]\d|\s(?:people|children|women|men|homes|jobs|cases|times|deaths|families|nurses|houses)))[$€£¥₹]?\d[\d,.]*(?:\s?(?:%|per\s?cent|million|billion|trillion|people|years))?(?![\p{L}\p{N}])/giu;

export function quantitiesIn(text: string, within: Span): Span[] {
	const numbers = findAll(NUMBER, text, within);
	if (numbers.length === 0) return [];
	const others = none.flatMap((pattern) => findAll(pattern, text, within));
	return numbers.filter((number) => others.every((other) => overlap(other, number) === 0));
}
