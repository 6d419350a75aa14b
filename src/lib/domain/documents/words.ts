/**
 * Words and sentences of a text, and marks snapped to them. `Intl.Segmenter`, mended where a reader would disagree:
 * words joined by - ' or ’ are one, and an abbreviation does not end a sentence before a digit or a small letter.
 * The locale is fixed, so that a browser and the server cut every text alike.
 */
import { contains, trim } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';

const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' });
const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const joiners = new Set(['-', "'", '’']);

export function words(text: string, within: Span = wholeOf(text)): Span[] {
	const found: Span[] = [];
	let joinedAt = -1;
	for (const { segment, index, isWordLike } of wordSegmenter.segment(text.slice(within.start, within.end))) {
		const start = within.start + index;
		const end = start + segment.length;
		const last = found.at(-1);
		if (isWordLike && last && joinedAt === start) last.end = end;
		else if (isWordLike) found.push({ start, end });
		joinedAt = joiners.has(segment) && last?.end === start ? end : -1;
	}
	return found;
}

/** Sentences without the white space around them; a line end always ends one. */
export function sentences(text: string, within: Span = wholeOf(text)): Span[] {
	const found: Span[] = [];
	for (const { segment, index } of sentenceSegmenter.segment(text.slice(within.start, within.end))) {
		const start = within.start + index;
		const sentence = trim(text, { start, end: start + segment.length }, isWhiteSpace);
		if (!sentence) continue;
		const last = found.at(-1);
		if (last && goesOn(text, last, sentence)) last.end = sentence.end;
		else found.push(sentence);
	}
	return found;
}

/** Grows a span to whole words, then trims white space and . , : ; ۔ at both ends; null when no word is left. */
export function snapToWords(text: string, span: Span): Span | null {
	const inside = { start: Math.max(0, span.start), end: Math.min(text.length, span.end) };
	if (inside.start >= inside.end) return null;
	const grown = {
		start: wordAcross(text, inside.start)?.start ?? inside.start,
		end: wordAcross(text, inside.end)?.end ?? inside.end,
	};
	const snapped = trim(text, grown, isTrimmed);
	return snapped && hasWord(text, snapped) ? snapped : null;
}

const wholeOf = (text: string): Span => ({ start: 0, end: text.length });

const isWhiteSpace = (character: string): boolean => /\s/u.test(character);

const isTrimmed = (character: string): boolean => /[\s.,:;۔]/u.test(character);

const hasWord = (text: string, span: Span): boolean => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end));

/** The word that an offset cuts in two. Only its line is segmented: this runs at every step of a drag. */
function wordAcross(text: string, offset: number): Span | null {
	const line = { start: text.lastIndexOf('\n', offset - 1) + 1, end: endOfLine(text, offset) };
	return words(text, line).find((word) => word.start < offset && offset < word.end) ?? null;
}

function endOfLine(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end === -1 ? text.length : end;
}

const abbreviations = new Set(
	(
		'no nos art arts para paras p pp vol ch sec ed cf eg ie res fig ca approx vs v etc op al jan feb mar apr jun jul ' +
		'aug sep sept oct nov dec mr mrs ms dr prof gen lt col maj capt sgt rev hon st jr sr inc ltd co corp dept est'
	).split(' '),
);
const titlesBeforeNames = new Set('mr mrs ms dr prof gen lt col maj capt sgt rev hon st'.split(' '));

/** Whether the segmenter cut one sentence in two between `before` and `after`. */
function goesOn(text: string, before: Span, after: Span): boolean {
	if (text.slice(before.end, after.start).includes('\n')) return false;
	const next = text.slice(after.start, after.end);
	if (/^\p{Ll}/u.test(next)) return true;
	const lastWord = /([\p{L}.]+)\.$/u.exec(text.slice(before.start, before.end))?.[1]?.toLowerCase();
	if (!lastWord) return false;
	if (/^\p{N}/u.test(next))
		return abbreviations.has(lastWord.replaceAll('.', '')) || /^\p{L}(\.\p{L})*$/u.test(lastWord);
	return titlesBeforeNames.has(lastWord);
}

/** The words that lie wholly inside a span. */
export const wordsIn = (all: readonly Span[], span: Span): Span[] => all.filter((word) => contains(span, word));
