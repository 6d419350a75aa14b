/**
 * The grading rule for marks: what a key item is, how well a mark fits it, and the settings of the rule.
 * The boundary score is the Dice mean of the two pairwise terms of SemEval-2020 task 11 (Da San Martino et al.).
 */
import { lengthOf, overlap } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';
import type { Category, Tier } from './categories.ts';

/** What a mark can be asked for besides its place and category. */
export type Asked = 'technique' | 'judgement';

export type KeyItem = Span & {
	category: Category;
	tier: Tier;
	/** Must be covered; lies inside the span. */
	nucleus?: Span;
	/** May be covered; lies around the span. */
	envelope?: Span;
	/** Any of them is right. */
	technique?: readonly string[];
	/** The category's judged attribute (voice, status or fit); any of them is right. */
	judgement?: readonly string[];
	/** 1 unless said. */
	weight?: number;
};

/** A mark as the rule sees it: no quote, no note. */
export type ScoredMark = Span & { category: Category; technique?: string; judgement?: string };

export type GradingConstants = {
	/** A boundary score up to this earns nothing, and a pair of one category may not match. */
	nothingUpTo: number;
	/** A boundary score from here on earns full credit for the place. */
	fullFrom: number;
	/** A mark of another category must fit at least this well to match. */
	otherCategoryFrom: number;
	/** Share of the credit that the right place earns under the wrong category. */
	otherCategoryShare: number;
	/** Share that place and category earn when every asked answer is wrong. */
	placeShare: number;
	/** An unmatched mark with this share of its length inside a key item's envelope is a fragment: it costs nothing. */
	fragmentFrom: number;
	/** What an extra mark costs. */
	penalty: Record<Category, number>;
	/** Where there is nothing to find, extras cost their penalty divided by this. */
	cleanDivisor: number;
	/** A lure counts as marked from this boundary score on. */
	lureFrom: number;
};

export type GradingSettings = Partial<Omit<GradingConstants, 'penalty'>> & {
	penalty?: Partial<GradingConstants['penalty']>;
};

export const defaultConstants: GradingConstants = {
	nothingUpTo: 0.2,
	fullFrom: 0.8,
	otherCategoryFrom: 0.5,
	otherCategoryShare: 0.5,
	placeShare: 0.75,
	fragmentFrom: 0.5,
	penalty: { loaded: 0.25, claim: 0.5, authority: 0.5 },
	cleanDivisor: 2,
	lureFrom: 0.5,
};

export const withDefaults = (settings: GradingSettings = {}): GradingConstants => ({
	...defaultConstants,
	...settings,
	penalty: { ...defaultConstants.penalty, ...settings.penalty },
});

/** The boundary score as a ratio of whole numbers: 0/1 where the mark misses envelope or nucleus. */
export function boundaryRatio(mark: Span, item: Pick<KeyItem, 'start' | 'end' | 'nucleus' | 'envelope'>) {
	const nucleus = item.nucleus ?? item;
	const inEnvelope = overlap(mark, item.envelope ?? item);
	const inNucleus = overlap(mark, nucleus);
	if (inEnvelope === 0 || inNucleus === 0) return { numerator: 0, denominator: 1 };
	return {
		numerator: 2 * inEnvelope * inNucleus,
		denominator: inEnvelope * lengthOf(nucleus) + inNucleus * lengthOf(mark),
	};
}

/**
 * How well a mark fits an item, 0 to 1. One division of exact whole numbers, so comparing it with a constant such as
 * 0.2 decides as exact arithmetic would.
 */
export function boundaryScore(mark: Span, item: Pick<KeyItem, 'start' | 'end' | 'nucleus' | 'envelope'>): number {
	const { numerator, denominator } = boundaryRatio(mark, item);
	return numerator / denominator;
}

/** How many of the answers that the item carries and the task asks for were asked, and how many are right. */
export function countAnswers(
	mark: ScoredMark,
	item: KeyItem,
	asked: readonly Asked[],
): { asked: number; right: number } {
	const counted = asked.filter((attribute) => (item[attribute]?.length ?? 0) > 0);
	const right = counted.filter((attribute) => {
		const answer = mark[attribute];
		return answer !== undefined && item[attribute]?.includes(answer);
	});
	return { asked: counted.length, right: right.length };
}
