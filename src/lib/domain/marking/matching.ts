/** Which mark goes with which key item: one-to-one, with the greatest total of credit and avoided penalty. */
import { lengthOf, overlap } from '../spans/algebra.ts';
import { bestAssignment } from './assignment.ts';
import type { MergedMark } from './merge-marks.ts';
import { boundaryScore, countAnswers, type Asked, type GradingConstants, type KeyItem } from './rule.ts';

/** A pair that may match. `mark` and `item` are indexes in the lists given; credit is a double, for choosing only. */
export type Candidate = { mark: number; item: number; boundary: number; credit: number; isSameCategory: boolean };

type Setting = {
	key: readonly KeyItem[];
	marks: readonly MergedMark[];
	asked: readonly Asked[];
	constants: GradingConstants;
};

// Both far below any difference of credit that could change a hundredth of a point.
const boundaryTieBreak = 1e-9;
const orderTieBreak = 1e-12;

export function matchMarks(setting: Setting): Candidate[] {
	const candidates = candidatePairs(setting);
	return connectedGroups(candidates).flatMap((group) => matchGroup(group, setting));
}

/** Whether at least half of a mark lies inside the envelope of an item of its own category. */
export function isFragment(mark: MergedMark, key: readonly KeyItem[], constants: GradingConstants): boolean {
	return key.some(
		(item) =>
			item.category === mark.category &&
			overlap(mark, item.envelope ?? item) / lengthOf(mark) >= constants.fragmentFrom,
	);
}

function candidatePairs({ key, marks, asked, constants }: Setting): Candidate[] {
	const candidates: Candidate[] = [];
	key.forEach((item, itemIndex) => {
		const fits = marks.map((mark) => boundaryScore(mark, item));
		const isNamedRightly = marks.some(
			(mark, index) => mark.category === item.category && (fits[index] ?? 0) > constants.nothingUpTo,
		);
		marks.forEach((mark, markIndex) => {
			const boundary = fits[markIndex] ?? 0;
			if (boundary === 0) return;
			const isSameCategory = mark.category === item.category;
			const mayMatch = isSameCategory
				? boundary > constants.nothingUpTo
				: boundary >= constants.otherCategoryFrom && item.tier === 'core' && !isNamedRightly;
			if (!mayMatch) return;
			const share = isSameCategory ? answerShare(mark, item, asked, constants) : constants.otherCategoryShare;
			const credit = item.tier === 'core' ? (item.weight ?? 1) * placeCredit(boundary, constants) * share : 0;
			candidates.push({ mark: markIndex, item: itemIndex, boundary, credit, isSameCategory });
		});
	});
	return candidates;
}

function placeCredit(boundary: number, { nothingUpTo, fullFrom }: GradingConstants): number {
	return Math.min(1, Math.max(0, (boundary - nothingUpTo) / (fullFrom - nothingUpTo)));
}

function answerShare(mark: MergedMark, item: KeyItem, asked: readonly Asked[], constants: GradingConstants): number {
	const answers = countAnswers(mark, item, asked);
	if (answers.asked === 0) return 1;
	return constants.placeShare + ((1 - constants.placeShare) * answers.right) / answers.asked;
}

/** Pairs that share a mark or an item, directly or over others: matching one group cannot change another. */
function connectedGroups(candidates: Candidate[]): Candidate[][] {
	const leader = new Map<string, string>();
	const find = (name: string): string => {
		const above = leader.get(name) ?? name;
		if (above === name) return name;
		const top = find(above);
		leader.set(name, top);
		return top;
	};
	for (const { mark, item } of candidates) leader.set(find(`m${mark}`), find(`i${item}`));
	return [...Map.groupBy(candidates, ({ mark }) => find(`m${mark}`)).values()];
}

function matchGroup(group: Candidate[], { key, marks, constants }: Setting): Candidate[] {
	const [only] = group;
	if (only && group.length === 1) return [only];
	const markIndexes = [...new Set(group.map(({ mark }) => mark))].sort((a, b) => a - b);
	const itemIndexes = [...new Set(group.map(({ item }) => item))].sort((a, b) => a - b);
	const avoided = markIndexes.map((index) => penaltyAvoided(marks[index], key, constants));

	const worth = markIndexes.map(() => itemIndexes.map(() => 0));
	for (const { mark, item, boundary, credit } of group) {
		const row = markIndexes.indexOf(mark);
		const column = itemIndexes.indexOf(item);
		const earlier = (itemIndexes.length - column) * orderTieBreak;
		worth[row]![column] = credit + (avoided[row] ?? 0) + boundary * boundaryTieBreak + earlier;
	}
	return bestAssignment(worth).flatMap((column, row) => {
		if (column === null) return [];
		return group.filter(({ mark, item }) => mark === markIndexes[row] && item === itemIndexes[column]);
	});
}

function penaltyAvoided(mark: MergedMark | undefined, key: readonly KeyItem[], constants: GradingConstants): number {
	if (!mark || isFragment(mark, key, constants)) return 0;
	return constants.penalty[mark.category];
}
