/** What a class did with one text: every student's marks held against the key, and counted by passage. */
import { keyItemOf, type KeyLure, type KeySpan } from '../lessons/document-key.ts';
import type { MergedMark } from '../marking/merge-marks.ts';
import { withDefaults, type Asked, type GradingSettings, type ScoredMark } from '../marking/rule.ts';
import { scoreMarks } from '../marking/score-marks.ts';
import { isLureMarked, type Seen } from './seen.ts';

export type MarkedText = {
	spans: readonly KeySpan[];
	lures: readonly KeyLure[];
	points: number;
	asked: readonly Asked[];
	constants?: GradingSettings;
};

export type GivenMarks = { marks: readonly ScoredMark[]; nothingToMark: boolean };

export type Outcome = 'found' | 'other name' | 'missed';

/** One student's marks, read against the key. Places in the lists are those of the key's spans and lures. */
export type ReadMarks = {
	/** With marks of one category that overlap made one. */
	marks: MergedMark[];
	/** For a passage that earns nothing, `missed` is: left alone. */
	outcomes: Outcome[];
	/** What each passage earned, 0 to 1. */
	credits: number[];
	luresMarked: boolean[];
	extras: MergedMark[];
	/** All credit less all penalties: the score before it is divided by K and cut off at 0. */
	net: number;
};

export function readMarks({ spans, lures, points, asked, constants }: MarkedText, given: GivenMarks): ReadMarks {
	const scored = scoreMarks(spans.map(keyItemOf), given.marks, {
		declaredClean: given.nothingToMark,
		points,
		asked: [...asked],
		...(constants ? { constants } : {}),
	});
	const outcomes: Outcome[] = spans.map(() => 'missed');
	const credits = spans.map(() => 0);
	for (const { item, isSameCategory, credit } of scored.pairs) {
		outcomes[item] = isSameCategory ? 'found' : 'other name';
		credits[item] = credit;
	}
	const { lureFrom } = withDefaults(constants);
	const extras = scored.extras.map(({ mark }) => mark);
	return {
		marks: [...scored.pairs.map(({ mark }) => mark), ...extras, ...scored.fragments],
		outcomes,
		credits,
		luresMarked: lures.map((lure) => isLureMarked(lure, given.marks, lureFrom)),
		extras,
		net: scored.credit - scored.penalty,
	};
}

export type PassageTally = { found: number; missed: number; otherName: number };

/** How many found the passage at this place of the key, missed it, or gave it another name. */
export function tallyPassage(place: number, students: readonly ReadMarks[]): PassageTally {
	const count = (outcome: Outcome) => students.filter(({ outcomes }) => outcomes[place] === outcome).length;
	return { found: count('found'), missed: count('missed'), otherName: count('other name') };
}

/** What the discrimination report asks for, summed over the class: core passages and lures, times students. */
export function poolSeen({ spans, lures }: Pick<MarkedText, 'spans' | 'lures'>, students: readonly ReadMarks[]): Seen {
	const core = spans.flatMap(({ tier }, place) => (tier === 'core' ? [place] : []));
	return {
		found: sum(students, ({ outcomes }) => core.filter((place) => outcomes[place] === 'found').length),
		core: core.length * students.length,
		luresMarked: sum(students, ({ luresMarked }) => luresMarked.filter(Boolean).length),
		lures: lures.length * students.length,
	};
}

const sum = <T>(all: readonly T[], value: (one: T) => number): number =>
	all.reduce((total, one) => total + value(one), 0);
