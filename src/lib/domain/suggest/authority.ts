/** Candidates for appeals to authority: instruments, courts, offices, experts and sources without a name. */
import type { Span } from '../spans/span.ts';
import type { Hit } from './candidate.ts';
import { findAll } from './phrases.ts';

type Rule = { technique: string; pattern: RegExp; confidence: number; reason: (phrase: string) => string };

const SAYS =
	'(?:said|says|say|saying|told|tells|stated|states|state|according|confirmed|confirms|announced|warned|warns|warn|insisted|added|argued|argues|argue|explained|noted|notes|believe|believes|believed|estimate|estimates|estimated|agree|agrees|found|finds|find|concluded|show|shows|showed|suggest|suggests|suggested|reported|revealed|recommend|recommends|urged|claim|claims|claimed|think|predict|predicts|predicted|expressed|reiterated|called|calls|recognized|recognised|has found|have found|has said|have said|ruled|testified|wrote)';
const NAME = "(?!(?:The|This|That|These|A|An|In|Under|Its?|His|Her|Their)\\b)\\p{Lu}[\\p{L}'’.-]+";
const OFFICE =
	'(?:president|prime minister|minister|secretary[- ]general|secretary of state|secretary|spokes(?:person|man|woman)|chief minister|chief|chairman|chairwoman|chair|commissioner|governor|mayor|senator|sen\\.|rep\\.|congress(?:man|woman)|mp|general|gen\\.|colonel|commander|ambassador|director|officials?|authorit(?:y|ies)|ministry|government|police|sheriff|prosecutors?|attorney general|department|embassy|mission|council|commission|agency|white house|kremlin|pentagon|justice)';
const EXPERT =
	'(?:experts?|scientists?|researchers?|economists?|analysts?|scholars?|historians?|doctors?|physicians?|epidemiologists?|academics?|lawyers?|professors?|prof\\.|psychologists?|specialists?|engineers?|advocates?|watchdogs?|think[- ]tank|stud(?:y|ies)|surveys?|polls?|research|investigations?|reports?|data|statistics|estimates|figures|human rights organi[sz]ations?|rights groups?)';

const anywhere = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');
/** Names keep their capitals. */
const named = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu');

const rules: readonly Rule[] = [
	{
		technique: 'treaty',
		confidence: 0.75,
		pattern: named(
			`(?:[Uu]nder |[Tt]he )?(?:(?:Articles?|Art\\.|Section|Sections|Chapter)\\s+[\\dIVX]+(?:\\(\\w+\\))*(?:\\s+of\\s+(?:the\\s+)?${NAME}(?:\\s+(?:(?:of|on|and|the)\\s+)*${NAME})*)?|(?:UN|United Nations|${NAME})(?:\\s+${NAME})*\\s+(?:Charter|Covenants?|Conventions?|Treaty|Protocol|Accords?|Pact|Agreement|Constitution)|(?:Instrument|Convention|Covenant|Treaty|Charter|Statute)\\s+(?:of|on|against|for)\\s+(?:the\\s+)?${NAME}(?:\\s+(?:of|and|the|for|on)?\\s*${NAME})*|Geneva Conventions?)`,
		),
		reason: (phrase) => `“${phrase}” is named as a reason: look up what the instrument says, and to whom it applies.`,
	},
	{
		technique: 'declaration-or-resolution',
		confidence: 0.7,
		pattern: named(
			`(?:(?:[Tt]he )?Universal Declaration(?: of Human Rights)?(?: \\(UDHR\\))?|UDHR|(?:${NAME}\\s+)*(?:Declaration|Resolutions?)(?:\\s+(?:No\\.?\\s*)?\\d+)?|(?:UN|Security Council|General Assembly|its own)\\s+resolutions?(?:\\s+\\d+)?)`,
		),
		reason: (phrase) => `“${phrase}” is named as a reason: check what it says, and whether it binds anybody.`,
	},
	{
		technique: 'court',
		confidence: 0.6,
		pattern: named(
			`(?:[Tt]he )?(?:(?:${NAME}\\s+)*(?:Supreme|High|Constitutional|Federal|District|World|Appeals?|Criminal|County|Circuit)\\s+Court(?:\\s+of\\s+(?:${NAME}\\s?)+)?|International Court of Justice|ICJ|ICC|(?:UN\\s+)?Human Rights Committee|(?:federal|appeals) (?:judge|court)|[Aa] (?:judge|court|tribunal|jury)|(?:${NAME}\\s+)?courts)`,
		),
		reason: (phrase) => `“${phrase}” lends weight to what is said: which judgment is it, and what did it decide?`,
	},
	{
		technique: 'anonymous-source',
		confidence: 0.65,
		pattern: anywhere(
			`(?:(?:unnamed|anonymous|senior|informed|reliable|diplomatic|intelligence|independent|unidentified)\\s+)*(?:sources?|insiders?|officials)(?:\\s+(?:close to|familiar with|within|inside)\\s+(?:\\S+\\s){0,3}\\S+)?\\s+${SAYS}|people familiar with (?:\\S+\\s){0,2}\\S+|on (?:the )?condition of anonymity|who (?:asked|declined) (?:not )?to be (?:named|identified)|it (?:is|has been|was) (?:widely|generally|commonly|largely)?\\s*(?:believed|accepted|known|said|agreed|reported|thought|understood|feared)|(?:some|many|most|several|critics|observers|supporters|opponents|others|people|insiders|commentators|detractors)(?: people| observers| critics)?\\s+(?:say|said|argue|argued|believe|claim|think|fear|suggest|warn|have said|have argued)|(?:is|are|was|were) (?:said|believed|thought|rumou?red|understood|reported) to|reportedly|rumou?rs|(?:have|has) been accused|allegations include|independent (?:estimates|investigations)`,
		),
		reason: (phrase) => `“${phrase}” names nobody who could be asked.`,
	},
	{
		technique: 'expert-or-study',
		confidence: 0.55,
		pattern: anywhere(
			`(?:(?:a|an|the|leading|top|many|most|some|several|recent|new|independent|medical|legal|health|human rights|security|policy|political|climate)\\s+)*${EXPERT}(?:\\s+(?:at|from|of|in|by|for)\\s+(?:the\\s+)?(?:${NAME}\\s?){1,5})?(?:\\s+(?:have|has|also|now))*\\s+${SAYS}(?:\\s+that)?|according to (?:a |an |the |one |new |recent )*(?:\\S+\\s){0,2}${EXPERT}`,
		),
		reason: (phrase) => `“${phrase}” leans on knowledge: which study or expert is it, and is this their field?`,
	},
	{
		technique: 'official',
		confidence: 0.45,
		pattern: anywhere(
			`(?:(?:the|a|an|its|his|her|former|senior|deputy|foreign|federal|local|state|${NAME})\\s+){0,4}${OFFICE}(?:,?\\s+(?:of\\s+)?(?:the\\s+)?${NAME}){0,4},?\\s+(?:has\\s+|have\\s+|also\\s+)?${SAYS}|according to (?:the |a |an )?(?:\\S+\\s){0,3}${OFFICE}(?:\\s+${NAME}){0,3}`,
		),
		reason: (phrase) => `“${phrase}” rests on an office: could the speaker know, and is it shown otherwise?`,
	},
];

/** Cut from the end of what was found: the verb tells that it is an appeal, and is no part of it. */
const VERB_AT_END = new RegExp(`,?\\s+(?:(?:has|have|also)\\s+)*${SAYS}(?:\\s+that)?$`, 'iu');

export function suggestAuthorities(text: string, sentence: Span): Hit[] {
	const hits: Hit[] = [];
	for (const { technique, pattern, confidence, reason } of rules) {
		for (const { start, phrase } of findAll(pattern, text, sentence)) {
			const kept = technique === 'anonymous-source' ? phrase : phrase.replace(VERB_AT_END, '');
			const hit = { start, end: start + kept.length };
			if (hits.some((other) => other.start < hit.end && hit.start < other.end)) continue;
			hits.push({ ...hit, category: 'authority', technique, confidence, reason: reason(kept) });
		}
	}
	return hits;
}
