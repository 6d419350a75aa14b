/** Answers like those of a student of a given care (0 to 1), for a class to look at and for benchmarks. Never in a test of scores. */
import { sentences, snapToWords, words } from '../lib/domain/documents/words.ts';
import type { SourceDocument } from '../lib/domain/documents/document.ts';
import { overlap } from '../lib/domain/spans/algebra.ts';
import type { Span } from '../lib/domain/spans/span.ts';
import type { EditionExercise } from '../lib/domain/lessons/edition.ts';
import type { Mark } from '../lib/domain/marking/mark.ts';
import type { CheckAuthorityKey } from '../lib/exercises/check-authority/scorer.server.ts';
import type { ChoiceKey } from '../lib/exercises/choice/scorer.server.ts';
import type { ChoiceTask } from '../lib/exercises/choice/kind.ts';
import type { EssayKey } from '../lib/exercises/essay/scorer.server.ts';
import type { MarkSpansTask } from '../lib/exercises/mark-spans/kind.ts';
import type { MarkSpansKey } from '../lib/exercises/mark-spans/key.server.ts';
import type { NeutralRewriteKey } from '../lib/exercises/neutral-rewrite/key.server.ts';
import type { NeutralRewriteTask } from '../lib/exercises/neutral-rewrite/kind.ts';
import { passageOf } from '../lib/exercises/neutral-rewrite/passage.ts';
import type { OrderKey } from '../lib/exercises/order/scorer.server.ts';
import type { SpotTheChangeKey } from '../lib/exercises/spot-the-change/key.server.ts';
import type { ChangeMark, SpotTheChangeTask } from '../lib/exercises/spot-the-change/kind.ts';

/** 0 <= chance() < 1, the same sequence for the same seed (mulberry32). */
export type Chance = () => number;

export function chanceFrom(seed: number): Chance {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Null for a kind that the demo class leaves unanswered. */
export function answerLikeAStudent(
	exercise: EditionExercise,
	documents: Record<string, SourceDocument>,
	care: number,
	chance: Chance,
): unknown {
	if (exercise.kind === 'mark-spans') return markLikeAStudent(exercise, documents, care, chance);
	if (exercise.kind === 'choice') {
		const { correct } = exercise.key as ChoiceKey;
		const options = (exercise.task as ChoiceTask).options.map(({ id }) => id);
		const guess = options[Math.floor(chance() * options.length)] ?? '';
		return { chosen: chance() < care ? correct : [guess] };
	}
	if (exercise.kind === 'check-authority') {
		const { passage, fit } = exercise.key as CheckAuthorityKey;
		const address = passage[0] ?? null;
		return {
			opened: address === null ? [] : [address],
			passage: address,
			fit: chance() < care ? (fit[0] ?? null) : 'accurate',
		};
	}
	if (exercise.kind === 'spot-the-change') return compareLikeAStudent(exercise, care, chance);
	if (exercise.kind === 'order') return orderLikeAStudent(exercise.key as OrderKey, care, chance);
	if (exercise.kind === 'essay') {
		const { models } = exercise.key as EssayKey;
		const text = models[Math.floor(chance() * models.length)]?.text ?? '';
		// Who takes less care leaves the second half out.
		return { text: chance() < care ? text : sentencesOf(text, 0.5) };
	}
	if (exercise.kind === 'neutral-rewrite') {
		const { loaded, model } = exercise.key as NeutralRewriteKey;
		const [first] = loaded;
		const passage = passageOf(exercise.task as NeutralRewriteTask);
		// Who takes less care puts the first loaded word into quotation marks, and leaves the others.
		return { text: chance() < care || !first ? model : passage.replace(first.term, `“${first.term}”`) };
	}
	if (exercise.kind !== 'short-answer') return null;
	return {
		text: 'The party said that Article 55 has the United Nations promote higher standards of living and respect for human rights; the dignity of the human person stands in the Preamble.',
	};
}

/** Some of the changes, some of them with any effect, and now and then a word that did not change. */
function compareLikeAStudent({ task, key }: EditionExercise, care: number, chance: Chance): { marks: ChangeMark[] } {
	const { before, after, effects } = task as SpotTheChangeTask;
	const anyEffect = () => effects[Math.floor(chance() * effects.length)]?.id ?? null;
	const marks = (key as SpotTheChangeKey).changes.flatMap((change): ChangeMark[] => {
		const side = change.after ? 'after' : 'before';
		const passage = change[side];
		if (!passage || chance() > care) return [];
		const effect = chance() < care ? (change.effects[0] ?? null) : anyEffect();
		return [{ in: side, start: passage.start, end: passage.end, quote: passage.quote, effect }];
	});
	const all = words(after.text);
	const word = all[Math.floor(chance() * all.length)];
	if (word && chance() > care && !marks.some((mark) => mark.in === 'after' && overlap(mark, word) > 0)) {
		marks.push({ in: 'after', ...word, quote: after.text.slice(word.start, word.end), effect: anyEffect() });
	}
	const placeOf = (mark: ChangeMark) => mark.start + (mark.in === 'after' ? before.text.length : 0);
	return { marks: marks.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}

/** The right order, with some neighbours turned round. */
function orderLikeAStudent({ groups }: OrderKey, care: number, chance: Chance): { order: string[] } {
	const order = groups.flat();
	for (let index = 1; index < order.length; index += 1) {
		if (chance() < care) continue;
		order.splice(index - 1, 2, ...order.slice(index - 1, index + 1).reverse());
	}
	return { order };
}

/** The first sentences of a text, up to a share of them. */
function sentencesOf(text: string, share: number): string {
	const all = sentences(text);
	return text.slice(0, all[Math.ceil(all.length * share) - 1]?.end ?? text.length);
}

function markLikeAStudent(
	exercise: EditionExercise,
	documents: Record<string, SourceDocument>,
	care: number,
	chance: Chance,
): { marks: Mark[]; nothingToMark: boolean } {
	const task = exercise.task as MarkSpansTask;
	const { spans, lures } = exercise.key as MarkSpansKey;
	const text = documents[task.document]?.text ?? '';
	const marks: Mark[] = [];
	const add = (span: Span, category: Mark['category']) => {
		if (marks.some((mark) => mark.category === category && overlap(mark, span) > 0)) return;
		marks.push({ start: span.start, end: span.end, category, quote: text.slice(span.start, span.end) });
	};
	for (const item of spans) {
		if (chance() > care) continue;
		const place = chance() < 0.3 ? (widen(text, item, chance) ?? item) : item;
		add(place, chance() < 0.08 ? 'claim' : item.category);
	}
	for (const lure of lures) if (chance() > 0.55 + care * 0.4) add(lure, lure.looksLike);
	return { marks: marks.sort((a, b) => a.start - b.start), nothingToMark: false };
}

/** A word more on either side, inside the same sentence. */
function widen(text: string, span: Span, chance: Chance): Span | null {
	const sentence = sentences(text).find(({ start, end }) => start <= span.start && span.end <= end);
	if (!sentence) return null;
	const all = words(text, sentence);
	const first = all.findIndex(({ end }) => end > span.start);
	const last = all.findLastIndex(({ start }) => start < span.end);
	const from = chance() < 0.5 ? Math.max(0, first - 1) : first;
	const to = chance() < 0.5 ? Math.min(all.length - 1, last + 1) : last;
	return snapToWords(text, { start: all[from]?.start ?? span.start, end: all[to]?.end ?? span.end });
}
