/**
 * A classroom's rulings on a key. A key is never changed where it is kept: the key of a classroom is the key of the
 * edition with the rulings that apply to it, in order.
 */
import type { Category } from '../marking/categories.ts';
import { isSameMark, type PlacedMark } from '../marking/same-mark.ts';
import type { KeyLure, KeySpan } from '../lessons/document-key.ts';
import { cover, isSame } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';

/** What a student can object to: a span of the key, a mark that the key does not have, an option and what the key calls it. */
export type ChallengeTarget =
	| { is: 'span'; document: string; id: string }
	| ({ is: 'mark'; document: string; category: Category; quote: string } & Span)
	| { is: 'option'; exerciseId: string; id: string };

/** contested: open to either view, and a question for the class. keep: the key stands, with an answer in words. */
export const decisions = ['accept', 'widen', 'contested', 'keep'] as const;
/** An answer to a challenge, or a later word that an earlier ruling does not hold any more. */
export type Decision = (typeof decisions)[number] | 'take back';

/** Which score counts where a ruling brings a new one. */
export const countsRules = ['better', 'newest'] as const;
export type CountsRule = (typeof countsRules)[number];

export type Ruling = {
	/** Its place among the rulings of a classroom on an edition, from 1. */
	number: number;
	target: ChallengeTarget;
	decision: Decision;
	/** Where it widens. */
	envelope?: Span;
	/** Where it takes back: the number of that ruling. It is about the same target. */
	takesBack?: number;
	/** The teacher's words. */
	answer: string;
};

/** The target in one word: equal for equal targets. */
export function targetKey(target: ChallengeTarget): string {
	if (target.is === 'span') return `span:${target.document}:${target.id}`;
	if (target.is === 'option') return `option:${target.exerciseId}:${target.id}`;
	return `mark:${target.document}:${target.category}-${target.start}-${target.end}`;
}

/** Whether one ruling answers both: the very same span or option, or marks that are the same to a reader. */
export function isSameTarget(one: ChallengeTarget, other: ChallengeTarget): boolean {
	if (one.is !== 'mark' || other.is !== 'mark') return targetKey(one) === targetKey(other);
	return one.document === other.document && isSameMark(one, other);
}

/** Whether a ruling speaks of this: of the very same, or of the span that it added to the key. */
export function isRulingOn(ruling: Pick<Ruling, 'target'>, target: ChallengeTarget): boolean {
	if (isSameTarget(ruling.target, target)) return true;
	if (ruling.target.is !== 'mark' || target.is !== 'span') return false;
	return ruling.target.document === target.document && addedSpanId(ruling.target) === target.id;
}

const addedSpanId = ({ category, start, end }: PlacedMark): string => `${category}-${start}-${end}`;

/** How one ruling changes a key; the key itself, the very same object, where it does not. */
export type Amend<Key> = (key: Key, ruling: Ruling) => Key;

/**
 * The key with all rulings that apply to it, in order.
 *
 * @returns the key, and the numbers of the rulings that changed it, each when it was given; the very same key where none
 * is in force
 */
export function applyRulings<Key>(
	key: Key,
	rulings: readonly Ruling[],
	amend: Amend<Key>,
): { key: Key; applied: number[] } {
	let amended = key;
	const applied: number[] = [];
	const given: Ruling[] = [];
	for (const ruling of rulings.toSorted((a, b) => a.number - b.number)) {
		given.push(ruling);
		if (ruling.takesBack === undefined) {
			const next = amend(amended, ruling);
			if (next !== amended) applied.push(ruling.number);
			amended = next;
			continue;
		}
		// What came after the one that is taken back may have leant on it: the key is made anew.
		const next = rulingsInForce(given).reduce(amend, key);
		if (JSON.stringify(next) !== JSON.stringify(amended)) applied.push(ruling.number);
		amended = next;
	}
	return { key: amended, applied };
}

/** The rulings that say something of the key now: neither taken back nor only taking back, in order. */
export function rulingsInForce<One extends Pick<Ruling, 'number' | 'takesBack'>>(rulings: readonly One[]): One[] {
	const gone = new Set<number>();
	for (const { number, takesBack } of rulings.toSorted((a, b) => b.number - a.number)) {
		if (takesBack !== undefined && !gone.has(number)) gone.add(takesBack);
	}
	return rulings
		.filter(({ number, takesBack }) => takesBack === undefined && !gone.has(number))
		.toSorted((a, b) => a.number - b.number);
}

/**
 * The last one in force on its passage, if it changed the key: an earlier one is what a later one was ruled upon.
 *
 * @param all the rulings of the same classroom on the same edition
 */
export function canBeTakenBack(ruling: Ruling, all: readonly Ruling[]): boolean {
	if (ruling.decision === 'keep' || ruling.takesBack !== undefined) return false;
	const inForce = rulingsInForce(all);
	return (
		inForce.some(({ number }) => number === ruling.number) &&
		!inForce.some(
			(later) =>
				later.number > ruling.number &&
				later.decision !== 'keep' &&
				(isRulingOn(ruling, later.target) || isRulingOn(later, ruling.target)),
		)
	);
}

/** "Key version": the edition alone, or the edition and the rulings that apply, such as `3f…9a+1.4`. */
export const keyVersionOf = (editionId: string, applied: readonly number[]): string =>
	applied.length === 0 ? editionId : `${editionId}+${applied.join('.')}`;

export type SpanKey = { spans: KeySpan[]; lures: KeyLure[] };

/** The spans of one document's key, as an exercise shows them. `shows` says what the exercise shows and asks for. */
export function amendSpans<Key extends SpanKey>(
	key: Key,
	{ target, decision, envelope }: Ruling,
	document: string,
	shows: (mark: PlacedMark) => boolean,
): Key {
	if (decision === 'keep' || decision === 'take back') return key;
	if (target.is === 'option' || target.document !== document) return key;
	if (target.is === 'span') {
		const index = key.spans.findIndex(({ id }) => id === target.id);
		const span = key.spans[index];
		const ruled = span && ruledSpan(span, decision, envelope);
		return ruled && ruled !== span ? { ...key, spans: key.spans.with(index, ruled) } : key;
	}
	if (
		decision === 'widen' ||
		!shows(target) ||
		key.spans.some((span) => isSame(span, target) && isSameMark(span, target))
	)
		return key;
	const { start, end, category, quote } = target;
	const added: KeySpan = {
		id: addedSpanId(target),
		start,
		end,
		category,
		quote,
		technique: [],
		tier: decision === 'contested' ? 'contested' : 'acceptable',
		why:
			decision === 'contested'
				? 'The key has nothing here; your class was ruled to leave it open.'
				: 'The key has nothing here; your class was ruled that it may be marked.',
		evidence: [],
	};
	const lures = key.lures.filter((lure) => !isSameMark({ ...lure, category: lure.looksLike }, target));
	return { ...key, spans: [...key.spans, added], lures };
}

function ruledSpan(span: KeySpan, decision: Decision, envelope: Span | undefined): KeySpan {
	if (decision === 'widen') {
		if (!envelope) return span;
		const wider = cover(span.envelope ?? span, envelope);
		return isSame(wider, span.envelope ?? span) ? span : { ...span, envelope: wider };
	}
	const tier = decision === 'contested' ? 'contested' : 'acceptable';
	return span.tier === tier ? span : { ...span, tier };
}

export type OptionKey = { correct: string[]; open?: string[] };

/**
 * The options of a choice. One that the key calls wrong: accepted it is right from now on, contested it costs nothing.
 * One that the key calls right: either way it need not be chosen any more, and costs nothing.
 */
export function amendOptions<Key extends OptionKey>(key: Key, { target, decision }: Ruling, exerciseId: string): Key {
	if (target.is !== 'option' || target.exerciseId !== exerciseId) return key;
	if (decision !== 'accept' && decision !== 'contested') return key;
	const { id } = target;
	const open = key.open ?? [];
	if (isCalledRight(key, id)) {
		return { ...key, correct: key.correct.filter((each) => each !== id), open: [...open, id] };
	}
	if (decision === 'accept') {
		return { ...key, correct: [...key.correct, id], ...(key.open && { open: open.filter((each) => each !== id) }) };
	}
	return open.includes(id) ? key : { ...key, open: [...open, id] };
}

export const isCalledRight = ({ correct }: OptionKey, id: string): boolean => correct.includes(id);

type Counted = { earned: number; counts?: CountsRule };

/**
 * The score that counts, of all scores of one exercise, oldest first: the better one, unless the teacher said of a
 * ruling that the newest counts.
 */
export function countingScore<Row extends Counted>(rows: readonly Row[]): Row | undefined {
	let counting: Row | undefined;
	for (const row of rows) if (!counting || row.counts === 'newest' || row.earned >= counting.earned) counting = row;
	return counting;
}
