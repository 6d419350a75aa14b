/** The score of a person's marks against a key: a pure function, exact to the hundredth of a point. */
import { inReadingOrder } from '../spans/algebra.ts';
import {
	add,
	atLeastZero,
	clamp,
	decimal,
	divide,
	fraction,
	isPositive,
	multiply,
	one,
	roundHalfUp,
	subtract,
	toNumber,
	zero,
	type Fraction,
} from './fraction.ts';
import { isFragment, matchMarks } from './matching.ts';
import { mergeMarks, type MergedMark } from './merge-marks.ts';
import {
	boundaryRatio,
	countAnswers,
	withDefaults,
	type Asked,
	type GradingConstants,
	type GradingSettings,
	type KeyItem,
	type ScoredMark,
} from './rule.ts';

export type MatchedPair = {
	mark: MergedMark;
	/** Index of the item in the key that was given. */
	item: number;
	/** How well the place fits, 0 to 1 (b of the rule). */
	boundary: number;
	/** What the place earns, 0 to 1 (g of the rule). */
	place: number;
	isSameCategory: boolean;
	/** Asked answers that the item carries, and how many of them are right. */
	asked: number;
	right: number;
	/** What the pair earns, before it is divided by K. */
	credit: number;
};

export type MarksScore = {
	pairs: MatchedPair[];
	extras: { mark: MergedMark; penalty: number }[];
	/** Unmatched parts of the right thing: they neither earn nor cost. */
	fragments: MergedMark[];
	credit: number;
	penalty: number;
	/** Total weight of the core items. */
	K: number;
	/** S of the rule, 0 to 1. */
	score: number;
	/** Whole hundredths of a point, rounded half up. */
	earned: number;
};

export type ScoringOptions = {
	/** The person said that there is nothing to mark. */
	declaredClean: boolean;
	/** Points of the exercise. */
	points: number;
	/** What the task asks of each mark besides place and category. */
	asked: readonly Asked[];
	constants?: GradingSettings;
};

export function scoreMarks(
	key: readonly KeyItem[],
	marks: readonly ScoredMark[],
	{ declaredClean, points, asked, constants: settings }: ScoringOptions,
): MarksScore {
	const constants = withDefaults(settings);
	const order = key.map((_, index) => index).sort((a, b) => inReadingOrder(key[a]!, key[b]!) || a - b);
	const ordered = order.map((index) => key[index]!);
	const merged = mergeMarks(marks);

	const matched = matchMarks({ key: ordered, marks: merged, asked, constants });
	const pairs = matched.map((pair) => {
		const mark = merged[pair.mark]!;
		const item = ordered[pair.item]!;
		const place = exactPlace(mark, item, constants);
		const answers = countAnswers(mark, item, asked);
		const credit = exactCredit(item, place, pair.isSameCategory, answers, constants);
		return { ...pair, ...answers, mark, item: order[pair.item]!, place, credit };
	});

	const unmatched = merged.filter((_, index) => !matched.some(({ mark }) => mark === index));
	const [fragments, extras] = partition(unmatched, (mark) => isFragment(mark, ordered, constants));

	const credit = sum(pairs.map((pair) => pair.credit));
	const penalty = sum(extras.map(({ category }) => decimal(constants.penalty[category])));
	const K = sum(key.filter(({ tier }) => tier === 'core').map(({ weight = 1 }) => decimal(weight)));
	const score = isPositive(K)
		? clamp(divide(subtract(credit, penalty), K))
		: scoreOfCleanText(penalty, merged.length > 0 || declaredClean, constants);

	return {
		pairs: pairs.map((pair) => ({ ...pair, place: toNumber(pair.place), credit: toNumber(pair.credit) })),
		extras: extras.map((mark) => ({ mark, penalty: constants.penalty[mark.category] })),
		fragments,
		credit: toNumber(credit),
		penalty: toNumber(penalty),
		K: toNumber(K),
		score: toNumber(score),
		earned: roundHalfUp(multiply(multiply(score, decimal(points)), fraction(100))),
	};
}

/** Where there is nothing to find, leaving everything alone is right, but it must have been said. */
function scoreOfCleanText(penalty: Fraction, hasAnswered: boolean, { cleanDivisor }: GradingConstants): Fraction {
	return hasAnswered ? atLeastZero(subtract(one, divide(penalty, decimal(cleanDivisor)))) : zero;
}

function exactPlace(mark: MergedMark, item: KeyItem, { nothingUpTo, fullFrom }: GradingConstants): Fraction {
	const { numerator, denominator } = boundaryRatio(mark, item);
	if (numerator / denominator >= fullFrom) return one;
	const floor = decimal(nothingUpTo);
	return clamp(divide(subtract(fraction(numerator, denominator), floor), subtract(decimal(fullFrom), floor)));
}

function exactCredit(
	item: KeyItem,
	place: Fraction,
	isSameCategory: boolean,
	answers: { asked: number; right: number },
	constants: GradingConstants,
): Fraction {
	if (item.tier !== 'core') return zero;
	const earned = multiply(decimal(item.weight ?? 1), place);
	if (!isSameCategory) return multiply(earned, decimal(constants.otherCategoryShare));
	if (answers.asked === 0) return earned;
	const placeShare = decimal(constants.placeShare);
	const answerShare = multiply(subtract(one, placeShare), fraction(answers.right, answers.asked));
	return multiply(earned, add(placeShare, answerShare));
}

const sum = (parts: Fraction[]): Fraction => parts.reduce(add, zero);

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
	return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}
