import * as v from 'valibot';
import { categories, techniques } from './categories.ts';
import type { Mark } from './mark.ts';

const LONGEST_NOTE = 500;
const LONGEST_QUOTE = 100_000;

const wholeNumber = v.pipe(v.number(), v.integer());

/** A mark as it comes from a browser. Whether it fits a text is another question. */
export const markSchema: v.GenericSchema<unknown, Mark> = v.pipe(
	v.strictObject({
		start: v.pipe(wholeNumber, v.minValue(0, 'A mark starts before the text.')),
		end: wholeNumber,
		category: v.picklist(categories, 'A mark has a category that does not exist.'),
		quote: v.pipe(v.string(), v.maxLength(LONGEST_QUOTE, 'A mark is longer than any text here.')),
		technique: v.exactOptional(
			v.picklist(Object.values(techniques).flat(), 'A mark has a technique that does not exist.'),
		),
		note: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_NOTE, `A note can have ${LONGEST_NOTE} characters.`))),
	}),
	v.check(({ start, end }) => start < end, 'A mark ends before it starts.'),
	v.check(
		({ category, technique }) => technique === undefined || techniques[category].some((each) => each === technique),
		'A mark has a technique of another category.',
	),
);
