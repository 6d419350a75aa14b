/** Candidate spans in an unseen text, each with its reason. Rules and dictionaries, no model: the same text gives the same list. */
import { sentences } from '../documents/words.ts';
import { trim } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';
import { suggestAuthorities } from './authority.ts';
import type { Candidate, RawHit } from './candidate.ts';
import { suggestClaims } from './claims.ts';
import { confidenceOf } from './confidence.ts';
import { isEnglish } from './english.ts';
import { tokensOf } from './lexicon.ts';
import { loadedWordsIn, suggestLoaded } from './loaded.ts';
import { isReporting, looksLikeHeadline, quotationsIn, type Sentence } from './sentence.ts';
import { least, weights } from './weights.ts';

/**
 * @param within the parts of the text that are article; by default all of it
 * @returns in the order of the text; offsets are UTF-16 units. None for a text that is not English.
 */
export function suggestSpans(text: string, within: readonly Span[] = [{ start: 0, end: text.length }]): Candidate[] {
	if (!isEnglish(within.map(({ start, end }) => text.slice(start, end)).join('\n'))) return [];
	return weigh(text, hitsOf(text, within))
		.filter(({ category, confidence }) => confidence >= least[category])
		.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Loaded words of a passage by themselves, without the tone of a text around them: those that would be suggested in calm company. */
export function loadedIn(text: string, passage: Span): Candidate[] {
	const hits = sentencesOf(text, [passage]).flatMap((sentence) => suggestLoaded({ ...sentence, heat: 0 }));
	return weigh(text, hits).filter(({ confidence }) => confidence >= least.loaded);
}

/** Everything that a rule found, before it is weighed: what the weights are fitted to. */
export function hitsOf(text: string, within: readonly Span[] = [{ start: 0, end: text.length }]): RawHit[] {
	return sentencesOf(text, within).flatMap((sentence) => [
		...suggestLoaded(sentence),
		...suggestClaims(sentence),
		...suggestAuthorities(sentence),
	]);
}

const weigh = (text: string, hits: readonly RawHit[]): Candidate[] =>
	hits.flatMap(({ category, technique, reason, traits, ...hit }) => {
		const span = trim(text, { start: hit.start, end: hit.end }, (character) => /[\s.,:;۔]/u.test(character));
		if (!span) return [];
		const quote = text.slice(span.start, span.end);
		const confidence = Math.round(100 * confidenceOf(weights[category], traits)) / 100;
		return [{ ...span, quote, category, technique, reason, confidence }];
	});

/** Fewer words or sentences than this say little about the tone of a text. */
const FEW_WORDS = 60;
const FEW_SENTENCES = 3;

function sentencesOf(text: string, within: readonly Span[]): Sentence[] {
	const spans = within.flatMap((part) => sentences(text, part));
	const read = spans.map((span) => {
		const tokens = tokensOf(text, span);
		const isHeadline = looksLikeHeadline(text, span, tokens);
		const loaded = loadedWordsIn({ text, tokens, isHeadline });
		return { text, span, tokens, isHeadline, loaded, quotations: quotationsIn(text, span) };
	});
	const wordCount = read.reduce((sum, { tokens }) => sum + tokens.length, 0);
	const strong = read.reduce(
		(sum, { loaded }) => sum + loaded.filter(({ strength }) => strength === 'strong').length,
		0,
	);
	const heat = (100 * strong) / Math.max(FEW_WORDS, wordCount);
	const reports = read.filter(({ span }) => isReporting(text.slice(span.start, span.end))).length;
	const reporting = reports / Math.max(FEW_SENTENCES, read.length);
	return read.map((sentence) => ({ ...sentence, heat, reporting }));
}
