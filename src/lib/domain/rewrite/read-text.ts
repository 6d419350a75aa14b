/** A text as the checker of rewrites reads it, and the wordings that it finds there. */
import { sentences } from '../documents/words.ts';
import { contains } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';
import { isSameWord } from './inflection.ts';
import { quotationsIn, type Quotation } from './quotations.ts';
import type { Token } from './token.ts';
import { tokensOf } from './tokens.ts';

export type ReadText = {
	text: string;
	tokens: readonly Token[];
	sentences: readonly Span[];
	quotations: readonly Quotation[];
};

/** A wording where it was found; `own` are the indexes of its tokens, which may have others between them. */
export type Found = Span & { own: readonly number[] };

export function readText(text: string): ReadText {
	const spans = sentences(text);
	return { text, tokens: tokensOf(text), sentences: spans, quotations: quotationsIn(text, spans) };
}

/** names: word for word. forms: regular forms of a word count too (kill, killed). Numbers are compared by their value. */
export type Likeness = 'names' | 'forms';

/**
 * Every place of a wording, in order. ` ... ` in it stands for any words inside one sentence: “bridge ... closed” is found
 * in “The bridge at Fen Lane was closed”.
 */
export function findWording(read: ReadText, wording: string, likeness: Likeness): Found[] {
	const runs = wording
		.split(/\.\.\.|…/u)
		.map(tokensOf)
		.filter((run) => run.length > 0);
	if (runs.length === 0) return [];
	return read.tokens.flatMap(({ start }, first) => {
		const own = tokensOfRuns(read, runs, first, likeness);
		return own ? [{ own, start, end: read.tokens[own.at(-1)!]!.end }] : [];
	});
}

/** Indexes of their tokens, where the first run begins here and the others follow in the same sentence; else null. */
function tokensOfRuns(
	{ tokens, sentences: all }: ReadText,
	runs: readonly Token[][],
	first: number,
	likeness: Likeness,
): number[] | null {
	const sentence = all.find((each) => contains(each, tokens[first]!));
	const isHere = (at: number) => sentence !== undefined && contains(sentence, tokens[at] ?? { start: -1, end: -1 });
	const own: number[] = [];
	let at = first;
	for (const run of runs) {
		while (own.length > 0 && isHere(at) && !runIsAt(tokens, run, at, likeness)) at += 1;
		if (!runIsAt(tokens, run, at, likeness) || (runs.length > 1 && !isHere(at + run.length - 1))) return null;
		for (const _ of run) own.push(at++);
	}
	return own;
}

const runIsAt = (tokens: readonly Token[], run: readonly Token[], at: number, likeness: Likeness): boolean =>
	run.every((wanted, offset) => {
		const token = tokens[at + offset];
		if (!token || token.isNumber !== wanted.isNumber) return false;
		return token.form === wanted.form || (likeness === 'forms' && isSameWord(token.form, wanted.form));
	});

const NEGATIONS = new Set('not no never neither nor without hardly cannot none nobody نہیں نہ مت بغیر'.split(' '));
/** So many words before it a negation still reaches. */
const REACH = 3;

/** Whether a “not” stands before what was found, or between its words, in the same clause. */
export function isNegated({ text, tokens }: ReadText, { own }: Found): boolean {
	const first = own[0]!;
	for (let index = Math.max(0, first - REACH); index < own.at(-1)!; index += 1) {
		const { form, end } = tokens[index]!;
		if (own.includes(index) || !(NEGATIONS.has(form) || form.endsWith("n't"))) continue;
		if (/^(?:only|just|merely)$/u.test(tokens[index + 1]!.form)) continue;
		const goesOnAt = tokens[own.find((each) => each > index)!]!.start;
		if (!/[.,:;!?،؛۔—–\n]/u.test(text.slice(end, goesOnAt))) return true;
	}
	return false;
}
