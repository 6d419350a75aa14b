/** How many candidates meet a key, how much of a key they meet, and whether their confidence says so. */
import type { Category } from '../marking/categories.ts';
import { boundaryScore, type KeyItem } from '../marking/rule.ts';
import type { Span } from '../spans/span.ts';

/** A candidate meets a key span of its category from half of full overlap on: the right place, whatever its edges. */
const MEETS = 0.5;

type Suggested = Span & { category: Category };

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

export const meetsKey = (candidate: Suggested, key: readonly KeyItem[]): boolean =>
	key.some((span) => meets(candidate, span));

const meets = (candidate: Suggested, span: KeyItem): boolean =>
	candidate.category === span.category && boundaryScore(candidate, span) >= MEETS;

export function measureSuggestions(candidates: readonly Suggested[], key: readonly KeyItem[]): Measure {
	const met = (spans: readonly KeyItem[]) =>
		spans.filter((span) => candidates.some((candidate) => meets(candidate, span))).length;
	const core = key.filter(({ tier }) => tier === 'core');
	return {
		candidates: candidates.length,
		meeting: candidates.filter((candidate) => meetsKey(candidate, key)).length,
		core: core.length,
		met: met(core),
		all: key.length,
		allMet: met(key),
	};
}

export const addMeasures = (measures: readonly Measure[]): Measure =>
	measures.reduce(
		(total, each) => ({
			candidates: total.candidates + each.candidates,
			meeting: total.meeting + each.meeting,
			core: total.core + each.core,
			met: total.met + each.met,
			all: total.all + each.all,
			allMet: total.allMet + each.allMet,
		}),
		{ candidates: 0, meeting: 0, core: 0, met: 0, all: 0, allMet: 0 },
	);

/** Means over texts of the share of candidates that meet and of core spans that are met; texts without any are left out. */
export function macroMean(measures: readonly Measure[]): { precision: number | null; recall: number | null } {
	return {
		precision: mean(measures.flatMap(({ candidates, meeting }) => (candidates > 0 ? [meeting / candidates] : []))),
		recall: mean(measures.flatMap(({ core, met }) => (core > 0 ? [met / core] : []))),
	};
}

const mean = (values: readonly number[]): number | null =>
	values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;

export type Judged = { confidence: number; meets: boolean };
/** Candidates whose confidence is from `from` up to the next bucket, and how many of them meet a key. */
export type Bucket = { from: number; candidates: number; meeting: number };

/** What confidence is worth: in each bucket the share that meets should be near it. */
export function calibrate(
	judged: readonly Judged[],
	bounds: readonly number[] = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
): Bucket[] {
	return bounds.map((from, at) => {
		const inside = judged.filter(({ confidence }) => from <= confidence && confidence < (bounds[at + 1] ?? Infinity));
		return { from, candidates: inside.length, meeting: inside.filter(({ meets: met }) => met).length };
	});
}
