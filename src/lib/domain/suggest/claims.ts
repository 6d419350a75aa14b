/** Candidates for unverified claims: clauses that state something which could be checked, for what makes them checkable. */
import { words } from '../documents/words.ts';
import { overlap, trim } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';
import type { Hit } from './candidate.ts';
import { findAll, listed, patternOf } from './phrases.ts';

type Sign = { technique: string; pattern: RegExp; weight: number; reason: (phrase: string) => string };

const NUMBER_WORDS = listed(
	'dozens, scores, hundreds, thousands, millions, billions, tens of thousands, hundreds of thousands, half of, a third, two thirds, a quarter, majority, most of, doubled, tripled, quadrupled, halved, twice, per cent, percent, increas*, decreas*, declin*, rise, rose, risen, fell, fallen, growing number, more than, fewer than, at least, up to, number of, more often than not, many',
);
const EVENTS = listed(
	'kill*, murder*, attack*, destroy*, arrest*, detain*, abduct*, kidnap*, tortur*, shot, shoot*, bomb*, raid*, fired, seized, seiz*, invaded, took over, captur*, burn*, demolish*, evict*, expel*, stole, steal*, leaked, hid, hidden, covered up, lied, paid, bribed, signed, banned, blocked, restrict*, impos*, cancel*, shut down, closed, launched, accus*, disappear*, violat*, abus*, injur*, died, protest*, rigged, met with, promised, resigned, withdrew, suppress*, silenc*, targeted, raped, looted, gone missing, violation*, violations',
);
const CAUSES = listed(
	'because of, because, caused, causes, causing, cause, led to, leads to, leading to, resulted in, results in, due to, owing to, as a result, thanks to, drove, driven by, forced, forces, triggered, sparked, contributed to, is to blame, blamed on, the reason for, the reason why, brought about, stems from, fuelled, fueled, makes it, made it, therefore, consequently, so that',
);
const RULES = listed(
	'illegal*, legal*, lawful*, unlawful*, unconstitutional*, constitutional*, violat*, in breach of, breach*, against the law, the law requires, requires, prohibit*, ruled that, ruling, guarantee*, stipulat*, mandat*, entitled, recogni*ed, voted, passed a law, under the law, calls for, calls upon, obliges, obligation, genocide, war crime*, crimes against humanity, treason, rights',
);
const GENERAL = listed(
	'all, every, everyone, everybody, no one, nobody, none, never, always, nothing, only, no other, any, anyone, entire, whole, most, first, last, worst, best, largest, biggest, highest, lowest, the world’s, in history, ever, unprecedented, everywhere, nowhere, universally, constantly, invariably, the same, than any, not one, without exception, rarely, often, routinely, for years, for decades, long time',
);
const INTENTIONS = listed(
	'will, would, shall, going to, is about to, plans to, plan to, planned to, intend*, aims to, aimed to, aim is, seek to, seeks to, sought to, want to, wants to, wanted to, trying to, tries to, tried to, in order to, designed to, meant to, hope to, hopes to, hoping to, expected to, bound to, is set to, determined to, refuse* to, motive, motivated by, secretly, hidden agenda, so as to',
);

const signs: readonly Sign[] = [
	{
		technique: 'quantity',
		weight: 0.3,
		pattern: patternOf([...NUMBER_WORDS]),
		reason: (phrase) => `“${phrase}”: a quantity can be checked. Who counted, when and how?`,
	},
	{
		technique: 'quantity',
		weight: 0.35,
		// A year alone is a date, and the number of an article or a resolution is a name.
		pattern:
			/(?<![\p{L}\p{N}.,])(?<!(?:article|art\.|section|resolution|chapter|paragraph|annex|table|no\.?)\s)(?!(?:1[89]|20)\d\d(?![\p{N}%]|[.,]\d))[$€£]?\d[\d,.]*(?:\s?(?:%|per\s?cent|million|billion|people|years))?(?![\p{L}\p{N}])/giu,
		reason: (phrase) => `“${phrase.trim()}”: a number can be checked. Who counted, when and how?`,
	},
	{
		technique: 'cause',
		weight: 0.35,
		pattern: patternOf(CAUSES),
		reason: (phrase) => `“${phrase}”: one thing is said to bring about another. What shows it?`,
	},
	{
		technique: 'law-or-record',
		weight: 0.3,
		pattern: patternOf(RULES),
		reason: (phrase) => `“${phrase}”: what a rule or record says can be looked up.`,
	},
	{
		technique: 'generalisation',
		weight: 0.3,
		pattern: patternOf(GENERAL),
		reason: (phrase) => `“${phrase}”: a statement about all, none or the most needs every case behind it.`,
	},
	{
		technique: 'event',
		weight: 0.35,
		pattern: patternOf(EVENTS),
		reason: (phrase) => `“${phrase}”: who did what, when and where can be checked, and nothing here shows it.`,
	},
	{
		technique: 'prediction-or-motive',
		weight: 0.25,
		pattern: patternOf(INTENTIONS),
		reason: (phrase) => `“${phrase}”: what will happen, or what others want, is told as if it were known.`,
	},
];

/** "1 June 2019", "June 1", "6–7 Sept.": when, and not how many. The case tells the month from “may” and “march”. */
const MONTH =
	'(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sep(?:tember|t?\\.?)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAYS = '[0-3]?\\d(?:\\s?(?:[-–]|and|to)\\s?[0-3]?\\d)?';
const DATE = new RegExp(
	`(?<![\\p{L}\\p{N}.,])(?:${DAYS}\\s(?:of\\s)?${MONTH}(?![\\p{L}\\p{N}])|${MONTH}\\s${DAYS}(?![\\p{L}\\p{N}%]|[.,]\\d))`,
	'gu',
);

const FEWEST_WORDS = 4;
const ENOUGH = 0.3;
/** A clause that says itself where it is from. */
const HAS_SOURCE = /\b(?:https?:|see (?:table|annex|page|figure)|table \d|annex \d|footnote|\[\d+\])/iu;
const LEAD =
	/^(?:(?:and|but|so|yet|however|moreover|furthermore|meanwhile|also|still|in addition|in fact|indeed),?\s+)?(?:(?:[^,.“”"]{2,70}?\s(?:said|says|told|stated|states|claims?|claimed|argued|argues|added|insisted|announced|warned|noted|believes?|accused|accuses|alleged|reported)(?:\s+\w+)?\s+that\s+)|(?:according to [^,]{2,70},\s+))?/iu;
/** Where one statement ends and the next begins. */
const SEAM = /[;:]\s+|\s[–—-]\s|,\s+(?=(?:and|but|while|whereas|which|who|where|although|though|because|so|as)\s)/gu;

export function suggestClaims(text: string, sentence: Span): Hit[] {
	if (text.slice(sentence.start, sentence.end).trimEnd().endsWith('?')) return [];
	return clausesOf(text, sentence).flatMap((clause) => judge(text, clause) ?? []);
}

function judge(text: string, clause: Span): Hit | null {
	const words_ = text.slice(clause.start, clause.end);
	if (HAS_SOURCE.test(words_)) return null;
	const dates = findAll(DATE, text, clause);
	const found = signs.flatMap(({ technique, pattern, weight, reason }) => {
		const hits = findAll(pattern, text, clause);
		const first = hits.find((hit) => dates.every((date) => overlap(date, hit) === 0));
		return first ? [{ technique, weight, reason: reason(first.phrase) }] : [];
	});
	const [best] = found.toSorted((a, b) => b.weight - a.weight);
	if (!best) return null;
	const confidence = Math.min(0.9, found.reduce((sum, { weight }) => sum + weight, 0) * 0.7 + 0.1);
	if (confidence < ENOUGH) return null;
	return { ...clause, category: 'claim', technique: best.technique, confidence, reason: best.reason };
}

/** Parts of a sentence that stand alone, without who says it; a part that is too short stays with the one before. */
function clausesOf(text: string, sentence: Span): Span[] {
	const body = withoutLead(text, sentence);
	const parts: Span[] = [];
	let start = body.start;
	for (const seam of [...text.slice(body.start, body.end).matchAll(SEAM), null]) {
		const end = seam ? body.start + seam.index : body.end;
		const part = { start, end };
		const last = parts.at(-1);
		if (words(text, part).length >= FEWEST_WORDS || !last) parts.push(part);
		else last.end = end;
		if (seam) start = body.start + seam.index + seam[0].length;
	}
	return parts.flatMap((part) => {
		const trimmed = trim(text, withoutLead(text, part), (character) => /[\s.,:;!“”"‘’'()[\]]/u.test(character));
		return trimmed && words(text, trimmed).length >= FEWEST_WORDS ? [trimmed] : [];
	});
}

function withoutLead(text: string, { start, end }: Span): Span {
	return { start: start + (LEAD.exec(text.slice(start, end))?.[0].length ?? 0), end };
}
