/** Candidates for unverified claims: clauses that state something which could be checked, for what makes them checkable. */
import { trim } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';
import { attributionOf, type Attribution } from './attribution.ts';
import type { RawHit } from './candidate.ts';
import type { Traits } from './confidence.ts';
import { buildLexicon, matches, type Match, type Token } from './lexicon.ts';
import { isInside } from './loaded.ts';
import { quantitiesIn } from './quantities.ts';
import type { Sentence } from './sentence.ts';
import { claimSigns, type SignList } from './words/claim-signs.ts';

const lexicon = buildLexicon(
	claimSigns.toSorted((a, b) => Number(a.strength === 'weak') - Number(b.strength === 'weak')),
);

const FEWEST_WORDS = 4;
/** Where one statement ends and the next begins. */
const SEAM =
	/[;:]\s+|\s[–—-]\s|—|,\s+(?=(?:and|but|while|whereas|which|who|where|although|though|because|so|as|yet|or)\s)|\s(?=(?:while|whereas|although|but|yet)\s)/gu;
/** “and”, “but” ... at the beginning belong to no statement. */
const JOINING =
	/^(?:and so|and|but|so|yet|while|whereas|although|though|however,?|moreover,?|furthermore,?|meanwhile,?|also|still|in addition,?|in fact,?|indeed,?|which|or|of course,?|today,?|now,?|then,?|even so,?)\s+/iu;

/** A wish, an order, a question or a feeling is no statement of fact. */
const NO_STATEMENT =
	/\b(?:should|must|ought to|let us|let's|please|deserves?|i think|i feel|i believe|i hope|we hope|we urge|i urge|thank you|welcome|may be|might|if only|asked (?:people|anyone|the|for|to|passengers)|could be|imagine|suppose)\b/iu;
/** Something that is announced, with its day. */
const ANNOUNCED =
	/\b(?:will|can|may|has to|have to|to be|plays?|opens?|closes?|starts?|resumes?|reports?)\b.*\b(?:\d{1,2}(?::\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)|(?:on |from |until |by )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:on|from|until|by|in|at|to) (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4}))/u;

/** Somebody did something: a verb in the past. */
const DEED =
	/\b(?!need|hundred|indeed|speed|bed|red|used to)\p{L}{2,}ed\b|\b(?:made|took|gave|brought|drove|stole|sold|went|came|left|broke|built|kept|put|let|paid|bought|spent|lost|won|ran|began|wrote|sent|met|held|became)\b/iu;
/** “Article 26 says that ...”: what follows can be looked up. */
const INSTRUMENT =
	/\b(?:article|section|declaration|charter|covenant|convention|treat(?:y|ies)|resolution|constitution|law|statute|bylaw|contract|court|judge|tribunal)\b/iu;

export function suggestClaims(sentence: Sentence): RawHit[] {
	const { text, span } = sentence;
	const said = text.slice(span.start, span.end);
	if (/\?["”’')]*$/u.test(said)) return [];
	const attribution = attributionOf(said);
	return clausesOf(sentence, attribution).flatMap((clause) => judge(sentence, clause, attribution) ?? []);
}

function judge(sentence: Sentence, clause: Span, attribution: Attribution): RawHit | null {
	const { text, heat, reporting } = sentence;
	const tokens = within(sentence.tokens, clause);
	const signs = matches(lexicon, tokens).filter((sign) => !isName(sentence, tokens, sign));
	const quantities = quantitiesIn(text, clause);
	const [first] = quantities;
	const words = text.slice(clause.start, clause.end);
	const isDeed = DEED.test(words);
	if (!first && signs.length === 0 && !isDeed) return null;
	const technique = techniqueOf(
		signs.map(({ value }) => value),
		quantities.length > 0,
	);
	const sign = signs.find(({ value }) => value.technique === technique);
	const phrase =
		technique === 'quantity' && first
			? text.slice(first.start, first.end)
			: sign
				? text.slice(tokens[sign.first]?.start, tokens[sign.last]?.end)
				: (DEED.exec(words)?.[0] ?? words);
	const traits: Traits = {
		...kinds(signs.map(({ value }) => value)),
		...(first ? { quantity: 1 } : {}),
		...(INSTRUMENT.test(text.slice(sentence.span.start, clause.start)) ? { 'law-or-record': 1 } : {}),
		bare: signs.length === 0 && !first ? 1 : 0,
		heat: Math.min(6, heat),
		reporting,
		attributed: attribution.isAttributed && !attribution.isUnnamed ? 1 : 0,
		unnamed: attribution.isUnnamed ? 1 : 0,
		record: attribution.namesRecord ? 1 : 0,
		announced: ANNOUNCED.test(words) ? 1 : 0,
		noStatement: NO_STATEMENT.test(words) ? 1 : 0,
		quoted: isInside(clause, sentence.quotations) ? 1 : 0,
		short: tokens.length < 7 ? 1 : 0,
		long: tokens.length > 25 ? 1 : 0,
		headline: sentence.isHeadline ? 1 : 0,
	};
	return { ...clause, category: 'claim', technique, reason: reasons[technique]?.(phrase) ?? '', traits };
}

/** A word with a capital is a name inside a sentence, or where a name goes on: “Will Grant”. Instruments keep theirs. */
function isName(sentence: Sentence, tokens: readonly Token[], { first, last, value }: Match<SignList>): boolean {
	if (sentence.isHeadline || last > first || value.technique === 'law-or-record') return false;
	const hasCapital = (token: Token | undefined) => token && /\p{Lu}/u.test(sentence.text.charAt(token.start));
	const token = tokens[first];
	const isFirst = token?.start === sentence.span.start;
	return Boolean(hasCapital(token) && (!isFirst || (token.key === 'will' && hasCapital(tokens[first + 1]))));
}

function kinds(lists: readonly SignList[]): Traits {
	const strong = new Set(lists.filter(({ strength }) => strength === 'strong').map(({ technique }) => technique));
	const weak = new Set(lists.filter(({ strength }) => strength === 'weak').map(({ technique }) => technique));
	return {
		...Object.fromEntries([...strong].map((technique) => [technique, 1])),
		weak: Math.min(2, [...weak].filter((technique) => !strong.has(technique)).length),
	};
}

/** Of several the one that says most about how it could be checked. */
const BY_WEIGHT = ['cause', 'law-or-record', 'generalisation', 'quantity', 'prediction-or-motive', 'event'];

function techniqueOf(lists: readonly SignList[], hasNumber: boolean): string {
	const of = (strength: string) => lists.filter((list) => list.strength === strength).map((list) => list.technique);
	const strong = [...of('strong'), ...(hasNumber ? ['quantity'] : [])];
	const among = strong.length > 0 ? strong : of('weak');
	return BY_WEIGHT.find((technique) => among.includes(technique)) ?? 'event';
}

/** Parts of a sentence that stand alone, without who says it; a part that is too short stays with the one before. */
function clausesOf({ text, span, tokens }: Sentence, { lead, tail }: Attribution): Span[] {
	const body = { start: span.start + lead, end: span.start + tail };
	const parts: Span[] = [];
	let start = body.start;
	for (const seam of [...text.slice(body.start, body.end).matchAll(SEAM), null]) {
		const end = seam ? body.start + seam.index : body.end;
		const part = { start, end };
		const last = parts.at(-1);
		if (within(tokens, part).length >= FEWEST_WORDS || !last) parts.push(part);
		else last.end = end;
		if (seam) start = body.start + seam.index + seam[0].length;
	}
	return parts.flatMap((part) => {
		const joining = JOINING.exec(text.slice(part.start, part.end))?.[0].length ?? 0;
		const trimmed = trim(text, { start: part.start + joining, end: part.end }, (character) =>
			/[\s.,:;!“”"‘’'()[\]]/u.test(character),
		);
		return trimmed && within(tokens, trimmed).length >= FEWEST_WORDS ? [trimmed] : [];
	});
}

const within = (tokens: readonly Token[], { start, end }: Span): Token[] =>
	tokens.filter((token) => start <= token.start && token.end <= end);

const reasons: Record<string, (phrase: string) => string> = {
	quantity: (phrase) => `“${phrase}”: a number or an amount can be checked. Who counted, when and how?`,
	cause: (phrase) => `“${phrase}”: one thing is said to bring about another. What shows it?`,
	'law-or-record': (phrase) => `“${phrase}”: what a rule or record says can be looked up.`,
	generalisation: (phrase) => `“${phrase}”: a statement about all, none or the most needs every case behind it.`,
	event: (phrase) => `“${phrase}”: who did what, when and where can be checked. What here shows it?`,
	'prediction-or-motive': (phrase) =>
		`“${phrase}”: what will happen, or what others want, is told as if it were known.`,
};
