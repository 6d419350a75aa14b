/** Feedback on marks, cut into what is drawn on the text and what is said beside it. */
import type { ChallengeTarget } from '../../domain/grading/rulings.ts';
import type { Category, Technique } from '../../domain/marking/categories.ts';
import type { Mark } from '../../domain/marking/mark.ts';
import { categoryWording, fitWording, statusWording, tierWording, voiceWording } from '../../domain/marking/wording.ts';
import { inReadingOrder, isSame } from '../../domain/spans/algebra.ts';
import type { DrawnMark } from '../../ui/document/draw-marks.ts';
import type { MarkOutcome, MarkSpansReview, ReviewEvidence, ReviewItem } from './review.ts';

/** `free` is what could have been marked and was left alone, at no cost either way. */
export type Layer = 'yours' | 'key' | 'free' | 'sound';

export type ReviewNote = {
	id: string;
	start: number;
	end: number;
	category: Category | null;
	quote: string;
	/** What happened, in a few words. */
	verdict: string;
	why: string;
	plainer: string | null;
	/** Any of them is right; each has a page in the glossary. */
	techniques: Technique[];
	/** Status, fit and voice in words. */
	facts: { label: string; value: string }[];
	evidence: ReviewEvidence[];
	remark: string | null;
	discussion: string | null;
	/** What a student can object to here; null where there is nothing. */
	target: ChallengeTarget | null;
};

const outcomeTags: Record<MarkOutcome, string> = {
	found: '✓',
	boundary: 'nearly',
	category: 'other name',
	accepted: 'free',
	missed: 'missed',
	'not-marked': '',
};

const layerOf = ({ tier, markIndex }: ReviewItem): Layer =>
	tier !== 'core' && markIndex === undefined ? 'free' : 'key';

/** How many passages could have been marked for free and were not. */
export const freeCount = (review: MarkSpansReview): number =>
	review.items.filter((item) => layerOf(item) === 'free').length;

const itemNote = (id: string) => `item-${id}`;
const extraNote = (markIndex: number) => `extra-${markIndex}`;
const lureNote = (index: number) => `lure-${index}`;
const letterOf = (category: Category, tag: string) => [categoryWording[category].letter, tag].filter(Boolean).join(' ');
const spokenOf = (category: Category, tag: string) =>
	` (${[categoryWording[category].label.toLowerCase(), tag === '✓' ? 'found' : tag].filter(Boolean).join(', ')}) `;

/** The marks of one's own, and what the key has beside them, for the layers that are switched on. */
export function drawReview(review: MarkSpansReview, marks: readonly Mark[], layers: readonly Layer[]): DrawnMark[] {
	const drawn: DrawnMark[] = [];
	if (layers.includes('yours')) drawn.push(...marks.map((mark, index) => drawOwn(review, mark, index)));
	for (const item of review.items) {
		if (layers.includes(layerOf(item))) {
			const own = item.markIndex === undefined ? undefined : marks[item.markIndex];
			const isDrawn = layers.includes('yours') && own && isSame(own, item) && own.category === item.category;
			if (!isDrawn) drawn.push(drawItem(item, layers.includes('yours')));
		}
	}
	if (layers.includes('sound')) {
		review.lures.forEach((lure, index) => {
			drawn.push({
				id: lureNote(index),
				start: lure.start,
				end: lure.end,
				category: null,
				letter: '○',
				spoken: lure.marked ? ' (sound, and marked) ' : ' (rightly left alone) ',
				faint: true,
			});
		});
	}
	return drawn.toSorted(inReadingOrder);
}

function drawOwn(review: MarkSpansReview, mark: Mark, index: number): DrawnMark {
	const item = review.items.find(({ markIndex }) => markIndex === index);
	const isExtra = review.extras.some(({ markIndex }) => markIndex === index);
	const tag = item ? outcomeTags[item.outcome] : isExtra ? 'not in the key' : 'part of one';
	const note = item ? itemNote(item.id) : isExtra ? extraNote(index) : wholeOf(review, mark);
	return {
		id: `mark-${index}`,
		...(note && { note }),
		start: mark.start,
		end: mark.end,
		category: mark.category,
		letter: letterOf(mark.category, tag),
		spoken: spokenOf(mark.category, tag),
	};
}

/** A fragment, or a mark that was merged into another, speaks through the item that it lies in. */
function wholeOf(review: MarkSpansReview, mark: Mark): string | null {
	const whole = review.items.find(
		(item) => item.category === mark.category && item.start < mark.end && mark.start < item.end,
	);
	return whole ? itemNote(whole.id) : null;
}

function drawItem(item: ReviewItem, besideOwn: boolean): DrawnMark {
	const isMarked = item.markIndex !== undefined;
	const tag = besideOwn && isMarked ? 'key' : item.outcome === 'missed' ? 'missed' : '';
	return {
		id: itemNote(item.id),
		start: item.start,
		end: item.end,
		category: item.category,
		letter: letterOf(item.category, tag),
		spoken: spokenOf(item.category, isMarked ? 'the key' : tag),
		faint: besideOwn,
	};
}

/** What is said in the margin, in reading order, for the layers that are switched on. */
export function reviewNotes(review: MarkSpansReview, layers: readonly Layer[], document: string): ReviewNote[] {
	const showsItem = (item: ReviewItem) =>
		layers.includes(layerOf(item)) || (layers.includes('yours') && item.markIndex !== undefined);
	const notes: ReviewNote[] = review.items.filter(showsItem).map((item) => noteOfItem(item, document));
	if (layers.includes('yours')) {
		for (const { markIndex, start, end, quote, category, why } of review.extras) {
			const target: ChallengeTarget = { is: 'mark', document, start, end, category, quote };
			const id = extraNote(markIndex);
			notes.push({ ...bare({ id, start, end, quote, category, why, verdict: 'Not in the key.' }), target });
		}
	}
	if (layers.includes('sound')) {
		review.lures.forEach(({ start, end, quote, why, looksLike, marked }, index) => {
			const looks = `Looks ${looksLike === 'loaded' ? 'loaded' : looksLike === 'claim' ? 'like a claim' : 'like an appeal'}`;
			const verdict =
				review.account === null ? `${looks}, and is none.` : marked ? `${looks}; sound.` : 'Rightly left alone.';
			notes.push(bare({ id: lureNote(index), start, end, quote, category: null, why, verdict }));
		});
	}
	return notes.toSorted(inReadingOrder);
}

type Bare = Pick<ReviewNote, 'id' | 'start' | 'end' | 'quote' | 'category' | 'why' | 'verdict'>;
const bare = (note: Bare): ReviewNote => ({
	...note,
	plainer: null,
	techniques: [],
	facts: [],
	evidence: [],
	remark: null,
	discussion: null,
	target: null,
});

function noteOfItem(item: ReviewItem, document: string): ReviewNote {
	return {
		id: itemNote(item.id),
		start: item.start,
		end: item.end,
		category: item.category,
		quote: item.quote,
		verdict: item.verdict,
		why: item.why,
		plainer: item.plainer ?? null,
		techniques: item.technique,
		facts: factsOf(item),
		evidence: item.evidence,
		remark: item.note ?? null,
		discussion: item.discussion ?? null,
		target: { is: 'span', document, id: item.id },
	};
}

function factsOf(item: ReviewItem): { label: string; value: string }[] {
	const either = (values: readonly string[] | undefined) => (values?.length ? values.join(', or ') : null);
	const facts = [
		{ label: 'Said by', value: either(item.voice?.map((each) => voiceWording[each].label)) },
		{
			label: 'Evidence',
			value: either(item.status?.map((each) => `${statusWording[each].label}: ${statusWording[each].meaning}`)),
		},
		{ label: 'Fit', value: either(item.fit?.map((each) => `${fitWording[each].label}: ${fitWording[each].meaning}`)) },
		{
			label: 'Counts',
			value: item.tier === 'core' ? null : `${tierWording[item.tier].label}: ${tierWording[item.tier].meaning}`,
		},
	];
	return facts.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
}
