/** Candidates for loaded terminology: words of the dictionaries, and single words in quotation marks. */
import type { Span } from '../spans/span.ts';
import type { RawHit } from './candidate.ts';
import { verbForms, nounForms } from './forms.ts';
import { buildLexicon, listed, matches, type Token } from './lexicon.ts';
import type { LoadedHit, Sentence } from './sentence.ts';
import { emotive } from './words/emotive.ts';
import { framing, intensifiers } from './words/framing.ts';
import { labels } from './words/labels.ts';
import { plainSenses } from './words/plain-senses.ts';

const ORDER = { strong: 0, medium: 1, weak: 2 };
const lexicon = buildLexicon(
	[...labels, ...emotive, ...framing].toSorted((a, b) => ORDER[a.strength] - ORDER[b.strength]),
);
const plain = new Map<string, string[]>();
for (const [words, around] of plainSenses) {
	for (const form of words.split(' ').flatMap((word) => [...verbForms(word), ...nounForms(word)])) {
		plain.set(form, [...(plain.get(form) ?? []), ...listed(around)]);
	}
}
/** They are written with a capital where they are no name. */
const CAPITALS = /^(?:neo-)?nazis?$|^(?:islam|zion|marx|commun|fasc|stalin|imperial|jihad)is[mt]s?$|^orwellian$/u;

/** Words of the dictionaries in a sentence, those in a plain sense and those in names left out. */
export function loadedWordsIn({
	text,
	tokens,
	isHeadline,
}: Pick<Sentence, 'text' | 'tokens' | 'isHeadline'>): LoadedHit[] {
	return matches(lexicon, tokens).flatMap(({ first, last, value: { technique, strength } }) => {
		const start = tokens[first]?.start ?? 0;
		const end = tokens[last]?.end ?? start;
		const phrase = tokens
			.slice(first, last + 1)
			.map(({ key }) => key)
			.join(' ');
		if (isPlain(tokens, first, last, phrase)) return [];
		const isNamed = first === last && first > 0 && !isHeadline && !CAPITALS.test(phrase);
		if (isNamed && /^\p{Lu}\P{Lu}*$/u.test(text.slice(start, end))) return [];
		return [{ start, end, technique, strength, first, last }];
	});
}

function isPlain(tokens: readonly Token[], first: number, last: number, phrase: string): boolean {
	const senses = plain.get(phrase);
	if (!senses) return false;
	const keys = tokens.slice(Math.max(0, first - 4), last + 5).map(({ key }) => key);
	const around = ` ${keys.join(' ')} `;
	return senses.some((sense) => around.includes(` ${sense.replace('_', phrase)} `));
}

export function suggestLoaded(sentence: Sentence): RawHit[] {
	const { text, heat } = sentence;
	const found = sentence.loaded;
	const strongHere = found.filter(({ strength }) => strength !== 'weak').length;
	const hits = found.map((hit): Loaded => {
		const phrase = text.slice(hit.start, hit.end);
		const { technique, strength } = hit;
		const traits = {
			[strength]: 1,
			[technique]: 1,
			others: Math.min(2, Math.max(0, strongHere - (strength === 'weak' ? 0 : 1))),
			heat: Math.min(6, heat),
			quoted: isInside(hit, sentence.quotations) ? 1 : 0,
			phrase: hit.last > hit.first ? 1 : 0,
		};
		return { ...hit, start: intensified(sentence, hit), reason: reasons[technique]?.(phrase) ?? '', traits };
	});
	return [...joined(text, hits), ...scareQuotes(sentence)].map(({ start, end, technique, reason, traits }) => ({
		start,
		end,
		category: 'loaded',
		technique,
		reason,
		traits,
	}));
}

type Loaded = LoadedHit & { reason: string; traits: Record<string, number> };

function intensified({ tokens }: Sentence, { first, start, strength }: LoadedHit): number {
	const before = tokens[first - 1];
	if (strength === 'weak' || !before || !intensifiers.has(before.key) || start - before.end > 1) return start;
	return before.start;
}

/** Two loaded words that stand together are one candidate: “merciless and ruthless”. */
const TOGETHER = /^(?:\s+(?:and|of|or|but)\s+(?:the\s+|a\s+)?|,?\s+)?$/u;

function joined(text: string, hits: readonly Loaded[]): Loaded[] {
	const result: Loaded[] = [];
	for (const hit of hits) {
		const last = result.at(-1);
		const between = last ? text.slice(last.end, Math.max(last.end, hit.start)) : '';
		if (!last || last.strength === 'weak' || hit.strength === 'weak' || !TOGETHER.test(between)) {
			result.push({ ...hit });
			continue;
		}
		const stronger = ORDER[hit.strength] < ORDER[last.strength] ? hit : last;
		const { technique, strength } = stronger;
		const reason = `“${text.slice(last.start, hit.end)}” puts loaded words side by side; ask what is left without them.`;
		Object.assign(last, { end: hit.end, technique, strength, reason, traits: { ...stronger.traits, joined: 1 } });
	}
	return result;
}

/** One to three words in quotation marks, in the middle of somebody else's sentence. */
const QUOTED =
	/(?<=[\p{L},]\s)(?:“[^“”\s]+(?:\s[^“”\s]+){0,2}”|‘[^‘’\s]+(?:\s[^‘’\s]+){0,2}’|"[^"\s]+(?:\s[^"\s]+){0,2}"|'[^'\s]+(?:\s[^'\s]+){0,2}')(?!\s*(?:said|says))/gu;
const NAMES_IT =
	/(?:word|term|phrase|title|titled|named|name|known as|slogan|entitled|headed|marked|labelled|labeled|reads?|file|play|film|book|song|series)\s*$/iu;
const SAYS_IT = /\b(?:said|says|told|described|describes|called|calls|calling|wrote|tweeted|dubbed)\b/iu;

function scareQuotes(sentence: Sentence): Loaded[] {
	const { text, span } = sentence;
	const own = text.slice(span.start, span.end);
	return [...own.matchAll(QUOTED)].flatMap((match) => {
		const inside = match[0].slice(1, -1).replace(/[,.]$/u, '');
		const before = own.slice(0, match.index);
		if (!/^\p{Ll}/u.test(inside) || /\p{N}/u.test(inside) || NAMES_IT.test(before)) return [];
		const start = span.start + match.index + 1;
		return [
			{
				start,
				end: start + inside.length,
				technique: 'presupposition',
				strength: 'medium',
				first: 0,
				last: 0,
				reason: `${match[0]} stands in quotation marks in another’s sentence: they may cast doubt on it.`,
				traits: { scare: 1, reported: SAYS_IT.test(before) ? 1 : 0, heat: Math.min(6, sentence.heat) },
			},
		];
	});
}

export const isInside = (span: Span, all: readonly Span[]): boolean =>
	all.some(({ start, end }) => start <= span.start && span.end <= end);

const reasons: Record<string, (phrase: string) => string> = {
	'emotive-wording': (phrase) => `“${phrase}” stirs a feeling; ask whether a plainer word would give the same fact.`,
	'name-calling': (phrase) =>
		`“${phrase}” may be a label in place of a description; ask who would use it of themselves.`,
	'one-sided-term': (phrase) => `“${phrase}” may be the word of one side; ask whether both would use it.`,
	exaggeration: (phrase) => `“${phrase}” may make more or less of a thing without adding a fact.`,
	presupposition: (phrase) => `“${phrase}” may slip in belief or doubt; ask what it takes for granted.`,
	euphemism: (phrase) => `“${phrase}” may be soft or vague where something plainer is meant.`,
};
