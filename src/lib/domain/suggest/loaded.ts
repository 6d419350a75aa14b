/** Candidates for loaded terminology: words of the dictionaries, and single words in quotation marks. */
import type { Span } from '../spans/span.ts';
import type { Hit } from './candidate.ts';
import { loadedWords } from './loaded-words.ts';
import { findAll, patternOf } from './phrases.ts';

const rules = loadedWords.map((dictionary) => ({ ...dictionary, pattern: patternOf(dictionary.phrases) }));

/** One to three words in quotation marks, in the middle of somebody else's sentence. */
const scareQuotes =
	/(?<=[\p{L},]\s)(?:“[^“”\s]+(?:\s[^“”\s]+){0,2}”|‘[^‘’\s]+(?:\s[^‘’\s]+){0,2}’|"[^"\s]+(?:\s[^"\s]+){0,2}")(?!\s*(?:said|says))/gu;

/** Two loaded words that stand together are one candidate: “merciless and ruthless”. */
const TOGETHER = /^(?:\s+and\s+|,?\s+)$/u;

export function suggestLoaded(text: string, sentence: Span): Hit[] {
	const hits = rules.flatMap(({ technique, pattern, confidence, reason }) =>
		findAll(pattern, text, sentence).map(({ start, end, phrase }): Hit => ({
			start,
			end,
			category: 'loaded',
			technique,
			confidence,
			reason: reason(phrase),
		})),
	);
	const quoted = findAll(scareQuotes, text, sentence).map(({ start, end, phrase }): Hit => ({
		start: start + 1,
		end: end - 1,
		category: 'loaded',
		technique: 'presupposition',
		confidence: 0.45,
		reason: `${phrase} stands in quotation marks in another's sentence: they may cast doubt on it.`,
	}));
	return joined(text, strongest([...hits, ...quoted]));
}

/** Of hits that overlap the more certain one stays, then the longer. */
function strongest(hits: Hit[]): Hit[] {
	const kept: Hit[] = [];
	const length = ({ start, end }: Span) => end - start;
	for (const hit of hits.toSorted(
		(a, b) => b.confidence - a.confidence || length(b) - length(a) || a.start - b.start,
	)) {
		if (!kept.some((other) => other.start < hit.end && hit.start < other.end)) kept.push(hit);
	}
	return kept.toSorted((a, b) => a.start - b.start);
}

function joined(text: string, hits: Hit[]): Hit[] {
	const result: Hit[] = [];
	for (const hit of hits) {
		const last = result.at(-1);
		if (!last || !TOGETHER.test(text.slice(last.end, hit.start))) {
			result.push({ ...hit });
			continue;
		}
		const stronger = hit.confidence > last.confidence ? hit : last;
		const confidence = Math.min(0.9, stronger.confidence + 0.15);
		const { technique } = stronger;
		const whole = text.slice(last.start, hit.end);
		const reason = `“${whole}” puts loaded words side by side; ask what is left without them.`;
		Object.assign(last, { end: hit.end, technique, confidence, reason });
	}
	return result;
}
