/** The review of two compared texts: what was found, missed and imagined, and what every change does. */
import { words } from '../../domain/documents/words.ts';
import { toNumber } from '../../domain/marking/fraction.ts';
import { capitalNumberWord, counted, decimalInWords, numberWord } from '../../domain/marking/number-word.ts';
import { accountOf, type Account, type ChangeAccount } from './account.server.ts';
import { overlap } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';
import type { Change, SpotTheChangeInput } from './key.server.ts';
import type { ChangeMark, SpotTheChangeTask } from './kind.ts';
import { sides, type Side } from './sides.ts';
import type { ChangeOutcome, ReviewChange, SpotTheChangeReview } from './review.ts';

export function explainAnswer(input: SpotTheChangeInput): SpotTheChangeReview {
	const account = accountOf(input);
	const { task, key, answer } = input;
	return {
		kind: 'spot-the-change',
		...inWords(account),
		changes: inOrder(task, key.changes).flatMap((change, index) => {
			const each = account.changes.find((one) => one.change === change);
			if (!each) return [];
			const outcome = outcomeOf(each);
			const marks = [...each.found, ...each.near];
			return [{ ...explainChange(task, change, index + 1), outcome, verdict: verdictOf(input, each, outcome), marks }];
		}),
		imagined: account.imagined.flatMap((index) => {
			const mark = answer.marks[index];
			return mark ? [{ mark: index, why: whyImagined(task, mark) }] : [];
		}),
		isKeyOnly: false,
	};
}

/** The same without an answer: what a teacher sees of the key. */
export function explainKey(task: SpotTheChangeTask, changes: readonly Change[]): SpotTheChangeReview {
	const counting = changes.filter(({ minor }) => !minor).length;
	const minor = changes.length - counting;
	return {
		kind: 'spot-the-change',
		headline: `${capitalNumberWord(counting)} ${counting === 1 ? 'change' : 'changes'} to find.`,
		sentences: minorInWords(minor),
		changes: inOrder(task, changes).map((change, index) => explainChange(task, change, index + 1)),
		imagined: [],
		isKeyOnly: true,
	};
}

/** As nobody has answered it. */
function explainChange(
	task: SpotTheChangeTask,
	{ id, before, after, effects, minor, why }: Change,
	number: number,
): ReviewChange {
	return {
		id,
		number,
		before: before && { start: before.start, end: before.end, quote: before.quote },
		after: after && { start: after.start, end: after.end, quote: after.quote },
		effects: effects.map((effect) => effectInWords(task, effect)),
		minor,
		outcome: 'not-marked',
		verdict: '',
		marks: [],
		why,
	};
}

/**
 * In reading order, though one may stand only in the first text and the next only in the second: between changes both
 * texts have the same words, so those that come before a change say where it stands in either.
 */
function inOrder(task: SpotTheChangeTask, changes: readonly Change[]): Change[] {
	const kept = Object.fromEntries(
		sides.map((side) => {
			const passages = changes.flatMap((change) => change[side] ?? []);
			const isKept = (word: Span) => !passages.some((passage) => overlap(word, passage) > 0);
			return [side, words(task[side].text).filter(isKept)];
		}),
	) as Record<Side, Span[]>;
	const placed = changes.map((change) => {
		const side = change.after ? 'after' : 'before';
		const start = change[side]?.start ?? 0;
		return { change, start, wordsBefore: kept[side].filter((word) => word.start < start).length };
	});
	return placed.toSorted((a, b) => a.wordsBefore - b.wordsBefore || a.start - b.start).map(({ change }) => change);
}

function outcomeOf({ change, found, near, right }: ChangeAccount): ChangeOutcome {
	if (change.minor) return 'free';
	if (found.length > 0) return right === found.length ? 'found' : 'effect';
	return near.length > 0 ? 'near' : 'missed';
}

function verdictOf({ task, answer }: SpotTheChangeInput, account: ChangeAccount, outcome: ChangeOutcome): string {
	const { found, right } = account;
	if (outcome === 'free') {
		const said = found.length > 0 ? 'Marked, and that is fine' : 'Left alone, and that is fine';
		return `${said}: this change is minor, and earns and costs nothing.`;
	}
	if (outcome === 'missed') return 'Not marked.';
	if (outcome === 'near')
		return `Not found yet: your mark lies here and is ${widthInWords(task, answer.marks, account)}.`;
	if (right === found.length) return 'Found, and its effect too.';
	const given = new Set(found.map((index) => answer.marks[index]?.effect ?? null));
	if (right > 0) return 'Found. You gave it two effects, and one of them is right.';
	const [only] = given;
	if (given.size === 1 && only === null) return 'Found. You did not say what it does.';
	if (given.size === 1 && only != null)
		return `Found. You said “${effectInWords(task, only)}”; the key says something else.`;
	return 'Found. Its effect is another one.';
}

/** A mark is wider than the words that changed, or leaves most of them out. */
function widthInWords(task: SpotTheChangeTask, marks: readonly ChangeMark[], { change, near }: ChangeAccount): string {
	const widths = near.flatMap((index) => {
		const mark = marks[index];
		const passage = mark && change[mark.in];
		if (!mark || !passage) return [];
		const { text } = task[mark.in];
		return [words(text, mark).length > words(text, passage).length ? 'wide' : 'narrow'];
	});
	return widths.includes('wide') ? 'too wide' : 'too narrow';
}

const effectInWords = (task: SpotTheChangeTask, id: string): string =>
	task.effects.find((effect) => effect.id === id)?.text ?? id;

function whyImagined(task: SpotTheChangeTask, mark: ChangeMark): string {
	const other = mark.in === 'before' ? 'after' : 'before';
	return task[other].text.includes(mark.quote)
		? 'The same words stand in the other text. What stands beside them may have changed; these have not.'
		: 'Too much is marked to point at one change, or nothing that matters differs here. Mark just the words that differ.';
}

function inWords(account: Account): { headline: string; sentences: string[] } {
	const { changes, counting, imagined, credit, cost } = account;
	const scored = changes.filter(({ change }) => !change.minor);
	const found = scored.filter((each) => each.found.length > 0);
	const right = found.filter((each) => each.right === each.found.length).length;
	const near = scored.filter((each) => each.found.length === 0 && each.near.length > 0).length;
	const headline =
		found.length === counting && right === counting && imagined.length === 0
			? `You found ${counting === 1 ? 'the change' : `all ${numberWord(counting)} changes`}, and what ${counting === 1 ? 'it does' : 'they do'}.`
			: `You found ${found.length} of ${counting}${found.length > 0 ? `, and named the effect of ${right}` : ''}.`;
	const sentences: string[] = [];
	if (near > 0) {
		sentences.push(`${capitalNumberWord(near)} you marked too wide or too narrow; that earns and costs nothing.`);
	}
	if (imagined.length > 0) {
		const marks = imagined.length === 1 ? 'mark of yours meets' : 'marks of yours meet';
		sentences.push(`${capitalNumberWord(imagined.length)} ${marks} no change.`);
	}
	sentences.push(sumInWords(counting, toNumber(credit), toNumber(cost)));
	return { headline, sentences };
}

function sumInWords(counting: number, credit: number, cost: number): string {
	const rule = 'Finding a change is half of it, naming its effect the other half';
	const of = counted(counting, 'change');
	if (cost === 0) return `${rule}: that makes ${decimalInWords(credit)} of ${of}.`;
	const left = decimalInWords(Math.max(0, credit - cost));
	return `${rule}, and a mark that meets none costs half a change: ${decimalInWords(credit)} less ${decimalInWords(cost)} leaves ${left} of ${of}.`;
}

function minorInWords(count: number): string[] {
	if (count === 0) return [];
	return [
		count === 1
			? 'One more is minor: it earns and costs nothing.'
			: `${capitalNumberWord(count)} more are minor: they earn and cost nothing.`,
	];
}
