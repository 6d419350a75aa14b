/**
 * What a machine can vouch for in a neutral rewrite: which listed loaded words are gone, and which names, numbers and claims
 * it still finds. Whether the whole is true, fair and readable is for a person; nothing here gives points.
 */
import { contains, overlap } from '../spans/algebra.ts';
import { findWording, isNegated, readText, type Found, type ReadText } from './read-text.ts';
import { tokensOf } from './tokens.ts';

export type LoadedTerm = {
	term: string;
	/** What the word carried besides the fact, one sentence to a student. */
	carried: string;
	/** Other words for the same that must be gone too; regular forms (regime, regimes) are found by themselves. */
	also?: string[];
};

export type KeptThing = {
	/** What it is, in words to a student. */
	what: string;
	is: 'name' | 'number' | 'claim';
	/** Any of these wordings; ` ... ` stands for words between. */
	anyOf: string[];
};

/**
 * gone: in no form. quoted: only inside quotation marks, in a sentence that says whose words they are. unattributed: in
 * quotation marks, and nobody is named. negated: only denied (“not brutal”). still: as the writer's own word.
 */
export type TermState = 'gone' | 'quoted' | 'unattributed' | 'negated' | 'still';
/** turned: found, but behind a “not” that the passage does not have (or without the one that it has). */
export type KeptState = 'there' | 'turned' | 'missing';

export type CheckedTerm = { term: LoadedTerm; state: TermState; found: string[] };
export type CheckedThing = { thing: KeptThing; state: KeptState; found: string | null };

export type CheckedRewrite = {
	/** In the order of the key; `found` are the words of the rewrite. */
	terms: CheckedTerm[];
	kept: CheckedThing[];
	/** No word of the passage was changed. */
	isUnchanged: boolean;
	/** In quotation marks, and not in the passage so. */
	misquoted: string[];
};

export type RewriteKey = { loaded: readonly LoadedTerm[]; keep: readonly KeptThing[] };

export function checkRewrite(passage: string, rewrite: string, key: RewriteKey): CheckedRewrite {
	const before = readText(passage);
	const after = readText(rewrite);
	return {
		terms: key.loaded.map((term) => termIn(after, term)),
		kept: key.keep.map((thing) => keptIn(before, after, thing)),
		isUnchanged: before.tokens.map(({ form }) => form).join(' ') === after.tokens.map(({ form }) => form).join(' '),
		misquoted: misquotedIn(before, after),
	};
}

/** Every place where the term stands, in any of its forms; “non-violent” is no “violent”. */
export function findTerm(read: ReadText, { term, also = [] }: Pick<LoadedTerm, 'term' | 'also'>): Found[] {
	const places = [term, ...also].flatMap((wording) => findWording(read, wording, 'forms'));
	return places
		.filter(({ start }) => !/(?<!\p{L})(?:non|un)-$/iu.test(read.text.slice(Math.max(0, start - 5), start)))
		.toSorted((a, b) => a.start - b.start || b.end - a.end)
		.filter((place, index, all) => !all.slice(0, index).some((other) => overlap(other, place) > 0));
}

/** Names keep their form, numbers their value; the words of a claim may be inflected otherwise. */
export const findKept = (read: ReadText, { is, anyOf }: Pick<KeptThing, 'is' | 'anyOf'>): Found[] =>
	anyOf.flatMap((wording) => findWording(read, wording, is === 'name' ? 'names' : 'forms'));

function termIn(read: ReadText, term: LoadedTerm): CheckedTerm {
	const places = findTerm(read, term);
	const states = places.map((place) => stateOf(read, place));
	const worst = (['still', 'negated', 'unattributed', 'quoted'] as const).find((state) => states.includes(state));
	const found = places
		.filter((_, index) => states[index] === worst)
		.map(({ start, end }) => read.text.slice(start, end));
	return { term, state: worst ?? 'gone', found: [...new Set(found)] };
}

function stateOf(read: ReadText, place: Found): TermState {
	const quotation = read.quotations.find(({ inside }) => contains(inside, place));
	if (quotation) return quotation.isAttributed ? 'quoted' : 'unattributed';
	return isNegated(read, place) ? 'negated' : 'still';
}

function keptIn(before: ReadText, after: ReadText, thing: KeptThing): CheckedThing {
	const places = findKept(after, thing);
	const first = places[0];
	if (!first) return { thing, state: 'missing', found: null };
	const wasNegated = findKept(before, thing).some((place) => isNegated(before, place));
	// A name is not denied by a “not” before it: “not Brack but Ferrow” is a matter for a reader.
	const same = thing.is === 'claim' ? places.find((place) => isNegated(after, place) === wasNegated) : first;
	const { start, end } = same ?? first;
	return { thing, state: same ? 'there' : 'turned', found: after.text.slice(start, end) };
}

/** What was cut out of a quotation with … or added in [brackets] is left aside. */
function misquotedIn(before: ReadText, after: ReadText): string[] {
	const misquoted = after.quotations
		.map(({ inside }) => after.text.slice(inside.start, inside.end))
		.filter((words) =>
			words
				.split(/\[[^\]]*\]|\.\.\.|…/u)
				.filter((part) => tokensOf(part).length > 0)
				.some((part) => findWording(before, part, 'names').length === 0),
		);
	return [...new Set(misquoted)];
}
