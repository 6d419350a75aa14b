/** What would make spans of one category unfindable or unfair beside each other. */
import { words, wordsIn } from '../documents/words.ts';
import { cover, distance, inReadingOrder, overlap } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';
import type { KeySpan } from './document-key.ts';

export type KeyFinding = { level: 'error' | 'warning'; message: string; span: KeySpan };

const FEW_WORDS = 3;
/** Code units beyond which more than a few words stand between two spans, whatever they are. */
const FAR = 300;

export function checkNeighbours(spans: readonly KeySpan[], text: string): KeyFinding[] {
	const findings: KeyFinding[] = [];
	const ordered = spans.toSorted(inReadingOrder);
	ordered.forEach((span, index) => {
		for (const next of ordered.slice(index + 1).filter(({ category }) => category === span.category)) {
			const other = `another ${span.category} span, “${span.quote}”`;
			if (overlap(span, next) > 0) {
				const message = `“${next.quote}” overlaps ${other}: marks of one category merge, so both could never be found`;
				findings.push({ level: 'error', message, span: next });
			} else if (span.tier === 'core' && next.tier === 'core' && wordsBetween(text, span, next) <= FEW_WORDS) {
				const message = `“${next.quote}” stands within ${FEW_WORDS} words of ${other}; both are core`;
				findings.push({ level: 'warning', message, span: next });
			}
		}
	});
	return findings;
}

function wordsBetween(text: string, a: Span, b: Span): number {
	if (distance(a, b) > FAR) return Infinity;
	const gap = { start: Math.min(a.end, b.end), end: Math.max(a.start, b.start) };
	return wordsIn(words(text, cover(a, b)), gap).length;
}
