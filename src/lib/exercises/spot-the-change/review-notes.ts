/** What is drawn into the two texts of a review. */
import { inReadingOrder, isSame } from '../../domain/spans/algebra.ts';
import type { DrawnMark } from '../../ui/document/draw-marks.ts';
import type { ChangeMark } from './kind.ts';
import type { Side } from './sides.ts';
import type { ChangeOutcome, ReviewChange, SpotTheChangeReview } from './review.ts';

export type Layer = 'yours' | 'key';

const tags: Record<ChangeOutcome, string> = {
	found: '✓',
	effect: 'other effect',
	near: 'nearly',
	missed: 'missed',
	free: 'free',
	'not-marked': '',
};

const NO_CHANGE = 'no change';

export const noteOfMark = (mark: number): string => `mark-${mark}`;

/** The marks of one's own, and what the key has beside them, for the layers that are switched on. */
export function drawVersion(
	review: SpotTheChangeReview,
	marks: readonly ChangeMark[],
	side: Side,
	layers: readonly Layer[],
): DrawnMark[] {
	const own = layers.includes('yours')
		? marks.flatMap((mark, index) => (mark.in === side ? [drawOwn(review, mark, index)] : []))
		: [];
	const key = layers.includes('key') ? review.changes.flatMap((change) => drawChange(change, side, own) ?? []) : [];
	return [...own, ...key].toSorted(inReadingOrder);
}

function drawOwn(review: SpotTheChangeReview, { start, end }: ChangeMark, index: number): DrawnMark {
	const change = review.changes.find(({ marks }) => marks.includes(index));
	return {
		id: noteOfMark(index),
		note: change?.id ?? noteOfMark(index),
		start,
		end,
		category: 'change',
		letter: change ? `${change.number} ${tags[change.outcome]}` : NO_CHANGE,
		spoken: change ? ` (your mark, change ${change.number}) ` : ` (your mark, ${NO_CHANGE}) `,
	};
}

/** Nothing where a mark of one's own has the very same words. */
function drawChange(change: ReviewChange, side: Side, own: readonly DrawnMark[]): DrawnMark | null {
	const passage = change[side];
	if (!passage || own.some((mark) => mark.note === change.id && isSame(mark, passage))) return null;
	const isKeyOnly = change.outcome === 'not-marked';
	const tag = own.some((mark) => mark.note === change.id) ? 'key' : change.minor ? 'minor' : tagOf(change);
	return {
		id: `${change.id}-${side}`,
		note: change.id,
		start: passage.start,
		end: passage.end,
		category: 'change',
		letter: `${change.number} ${tag}`.trim(),
		spoken: ` (change ${change.number}${tag === '' ? '' : `, ${tag === '✓' ? 'found' : tag}`}) `,
		faint: !isKeyOnly,
	};
}

/** Found in the other text, it is found in this one too. */
const tagOf = ({ outcome }: ReviewChange): string => (outcome === 'near' ? 'missed' : tags[outcome]);
