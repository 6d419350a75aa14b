/** How many candidates meet a key, and how much of a key they meet. */
import type { Category } from '../marking/categories.ts';
import { boundaryScore, type KeyItem } from '../marking/rule.ts';
import type { Span } from '../spans/span.ts';

/** A candidate meets a key span of its category from half of full overlap on: the right place, whatever its edges. */
const MEETS = 0.5;

export type Measure = {
	candidates: number;
	/** Candidates that meet a key span, whatever its tier. */
	meeting: number;
	core: number;
	/** Core spans that a candidate meets. */
	met: number;
	/** The same with acceptable and contested spans. */
	all: number;
	allMet: number;
};

export function measureSuggestions(
	candidates: readonly (Span & { category: Category })[],
	key: readonly KeyItem[],
): Measure {
	const meets = (candidate: Span & { category: Category }, span: KeyItem) =>
		candidate.category === span.category && boundaryScore(candidate, span) >= MEETS;
	const met = (spans: readonly KeyItem[]) =>
		spans.filter((span) => candidates.some((candidate) => meets(candidate, span))).length;
	const core = key.filter(({ tier }) => tier === 'core');
	return {
		candidates: candidates.length,
		meeting: candidates.filter((candidate) => key.some((span) => meets(candidate, span))).length,
		core: core.length,
		met: met(core),
		all: key.length,
		allMet: met(key),
	};
}
