/** Candidates for appeals to authority: instruments, courts, offices, experts and sources without a name. */
import type { RawHit } from './candidate.ts';
import { isInside } from './loaded.ts';
import { findAll } from './phrases.ts';
import type { Sentence } from './sentence.ts';
import { EXPERT, NAME, OFFICE, PEOPLE, SAYS } from './words/sources.ts';

type Rule = { technique: string; trait: string; pattern: RegExp };

const DET = '(?:a|an|the|its|his|her|their|our|one|some|many|most|several|two|three|all|these|those)';
const ADJ =
	'(?:leading|top|recent|new|independent|medical|legal|health|human rights|security|policy|political|climate|former|senior|deputy|foreign|federal|local|state|national|international|renowned|respected|eminent|prominent|high-ranking|unnamed|military|regional|city|county|town|scientific|major|government|american|british|european|well-known|well-placed|official|public|own|annual|latest|first|second|internal|early|large|small|military|chief)';
const AUX =
	'(?:(?:has|have|had|long since|long|also|now|later|repeatedly|already|all|recently|however|simply|clearly|once|again|then|still)\\s+)*';
/** Where it is, whom it is by: “at the University of Tarn”. */
const OF = `(?:\\s+(?:at|from|of|in|by|for|on|led by|inside|within)\\s+[^,.;:“”]{2,70}?)`;
const AFTER = `(?:,[^,.;“”]{2,90},|,)?`;

const anywhere = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');
/** Names keep their capitals. */
const named = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu');

/** The first that finds a place has it. */
const rules: readonly Rule[] = [
	{
		technique: 'treaty',
		trait: 'treaty',
		pattern: named(
			`(?:[Uu]nder |[Tt]he )?(?:(?:Articles?|Art\\.|Section|Sections|Chapter)\\s+[\\dIVX]+(?:\\(\\w+\\))*(?:\\s+of\\s+(?:the\\s+)?${NAME}(?:\\s+(?:(?:of|on|and|the)\\s+){0,2}${NAME}){0,6})?|(?:UN|United Nations|${NAME})(?:\\s+${NAME}){0,4}\\s+(?:Charter|Covenants?|Conventions?|Treaty|Protocol|Accords?|Pact|Agreement|Constitution)(?:\\s+(?:on|of|for|against)\\s+(?:the\\s+)?${NAME}(?:\\s+(?:(?:of|on|and|the)\\s+){0,2}${NAME}){0,6})?|(?:Instrument|Convention|Covenant|Treaty|Charter|Statute)\\s+(?:of|on|against|for)\\s+(?:the\\s+)?${NAME}(?:\\s+(?:(?:of|and|the|for|on)\\s+)?${NAME}){0,6}|Geneva Conventions?|(?:[Ii]nternational|[Ee]uropean|[Ff]ederal|[Hh]uman rights|[Hh]umanitarian) (?:law|treaties)|[Tt]he (?:law|constitution|treaty|convention)(?=\\s+(?:says|states|requires|forbids|guarantees|gives|protects|promises|obliges)))`,
		),
	},
	{
		technique: 'declaration-or-resolution',
		trait: 'resolution',
		pattern: named(
			`(?:(?:[Tt]he )?Universal Declaration(?: of Human Rights)?(?: \\(UDHR\\))?|UDHR|(?:[Tt]he )?(?:${NAME}\\s+){0,4}(?:Declaration|Resolutions?)(?:\\s+(?:No\\.?\\s*)?\\d+)?|(?:[Tt]he )?(?:UN|United Nations|Security Council|General Assembly|Human Rights Council|its own)(?:[’']s)?\\s+resolutions?(?:\\s+\\d+| of (?:\\d{4}|that year))?)`,
		),
	},
	{
		technique: 'court',
		trait: 'court',
		pattern: named(
			`(?:[Tt]he |[Aa] )?(?:(?:${NAME}\\s+){0,3}(?:Supreme|High|Constitutional|Federal|District|World|Appeals?|Criminal|County|Circuit|Regional|Labour|Administrative)\\s+Court(?:\\s+of\\s+(?:${NAME}\\s?){1,3})?|Court of (?:Appeals?|Justice|Arbitration|Human Rights)|International Court of Justice|ICJ|ICC|(?:UN\\s+)?Human Rights Committee)|(?:[Tt]he |[Aa]n? )(?:[\\p{Ll}’'-]+\\s){0,3}?(?:judge|courts?|tribunal|jury|magistrate|arbitrator)(?=\\s+${AUX}${SAYS}|[’']s (?:remark|ruling|judge?ment|verdict|decision|opinion))`,
		),
	},
	{
		technique: 'anonymous-source',
		trait: 'unnamed',
		pattern: anywhere(
			`(?:${DET}\\s+)?(?:${ADJ}\\s+|(?:anonymous|informed|reliable|diplomatic|intelligence|unidentified|insider)\\s+)*(?:sources?|insiders?)(?:\\s+(?:close to|familiar with|within|inside|in|at|from|near)\\s+[^,.;“”]{2,50}?)?(?=,?\\s+${AUX}${SAYS})|(?:people|persons?|officials?|sources?|those) (?:familiar with|close to|briefed on|with knowledge of) [^,.;“”]{2,40}?(?=,?\\s+(?:${AUX}${SAYS})|[,.;]|$)|(?:${DET}\\s+)?(?:${ADJ}\\s+)*[\\p{L}-]+,? (?:speaking |talking )?on (?:the )?condition of anonymity|(?:${DET}\\s+)?(?:${ADJ}\\s+)*[\\p{L}-]+,? who (?:asked|declined|wished|wanted|preferred|did not want|refused) (?:not )?to (?:be (?:named|identified)|remain anonymous|give (?:his|her|their) names?)|it (?:is|has been|was) (?:widely|generally|commonly|largely|well|also|often|universally)?\\s*(?:believed|accepted|known|said|agreed|reported|thought|understood|feared|claimed|rumou?red|acknowledged|recogni[sz]ed)|(?:some|many|most|several|critics|observers|supporters|opponents|others|people|insiders|commentators|detractors|everyone|everybody|nobody|they|locals|residents|experts)(?:(?: of| in| on) [^,.;“”]{2,30})? (?:say|argue|agree|believe|agrees|knows|claim|fear|suspect|warn)(?!\\s+(?:to|with|in)\\b)|(?:some|many|most|several|a few|numerous|various) (?:[\\p{L}-]+ )?${PEOPLE}(?=\\s+${AUX}${SAYS})|${PEOPLE}(?=\\s+(?:have\\s+)?(?:say|claim|believe|fear|suspect))|(?:is|are|was|were) (?:said|believed|thought|rumou?red|understood|reported|alleged) to|(?:well-informed|informed|diplomatic|government|business|military|political) circles|reportedly|allegedly|rumou?rs?(?: has it)?|(?:have|has) been accused|word has it|(?:a |an )(?:high-ranking|senior|top|well-placed|unnamed|former|retired|leading|prominent|local) (?:[\\p{L}-]+ ){0,2}?(?:officials?|officers?|diplomats?|insiders?|politicians?|figures?|civil servants?|executives?|employees?|aides?|advisers?|members?|ministers?)(?=(?:,[^,]{3,50},|\\s(?:in|at|from|of)\\s[^,.;]{2,30}?)?\\s+${AUX}${SAYS}(?!\\s*,?\\s*\\p{Lu}))`,
		),
	},
	{
		technique: 'expert-or-study',
		trait: 'person',
		pattern: named(
			`(?:(?:[Dd]r|[Pp]rof|[Pp]rofessor|Sir|Dame)\\.?\\s+)?(?:${NAME}\\s+){1,3}?${NAME},\\s+(?:who (?:studies|teaches|researches|wrote|has studied|led the study)|an? (?:\\p{Ll}[\\p{L}-]*\\s){0,3}(?:professor|expert|economist|historian|lawyer|scientist|researcher|analyst|doctor|engineer|specialist|scholar|psychologist|epidemiologist|biologist|fellow|consultant))[^,.;“”]{0,70}(?=[^.;“”]{0,60}\\s${SAYS})|(?<=[Aa]ccording to )(?:(?:Dr|Prof|Professor)\\.?\\s+)?${NAME}(?:\\s+${NAME}){0,3}|(?:Dr|Prof|Professor)\\.?\\s+${NAME}(?:\\s+${NAME}){0,2}(?=(?:,[^.;“”]{2,80},)?\\s*${SAYS})`,
		),
	},
	{
		technique: 'expert-or-study',
		trait: 'expert',
		pattern: anywhere(
			`(?:(?:${DET}|${ADJ}|\\d+)\\s+){0,4}${EXPERT}${OF}?(?:\\s+(?:everywhere|worldwide|alike|here|today))?(?=${AFTER}\\s+${AUX}${SAYS})|(?<=\\b(?:says|said|according to|confirmed by|proven by|proved by|backed by|endorsed by|recommended by|approved by|supported by)\\s)(?:(?:${DET}|${ADJ})\\s+){0,3}(?:\\p{L}+[’']s\\s+)?(?:[\\p{L}-]+\\s+){0,2}?${EXPERT}(?:\\s+(?:at|from|of|in|by)\\s+(?:the\\s+)?[^,.;“”]{2,60})?`,
		),
	},
	{
		technique: 'official',
		trait: 'official',
		pattern: anywhere(
			`(?:(?:${DET}|${ADJ})\\s+){0,3}(?:[\\p{L}’'-]+\\s+){0,2}?${OFFICE}(?:,?\\s+(?:of\\s+)?(?:the\\s+)?(?-i:${NAME})){0,4}(?=${AFTER}\\s+${AUX}${SAYS})|(?<=\\b(?:according to|says|said)\\s)(?:(?:${DET}|${ADJ})\\s+){0,3}(?:[\\p{L}’'-]+\\s+){0,2}?${OFFICE}(?:\\s+(?-i:${NAME})){0,3}`,
		),
	},
];

const SAYS_NEXT = new RegExp(`^${AFTER}\\s+${AUX}${SAYS}`, 'iu');
/** Only named, or something is done with it: signed, adopted. */
const MENTION_NEXT =
	/^(?:\s+of\s+\S+)?(?:\s+\p{Lu}\S*){0,3}\s+(?:was|were|has (?:its|a|an|not|been|\p{L}+ articles)|meets?|opened|opens|entered|came|is (?:in|short|long|about|a|an|one))\b/u;
const MENTION_BEFORE =
	/(?:party to|sign(?:ed|s)?|join(?:ed|s)?|ratif(?:y|ied)|reads|adopt(?:ed|s)?|seat of|members of|in front of|outside|at)\s+(?:the\s+)?$/iu;
const LEADS_IN = /(?:according to|as|under|says|said|by)\s+(?:the\s+)?$/iu;
/** A verb that was taken for the beginning of a name of an office: “when police”. */
const FALSE_START =
	/^(?:(?:and|but|when|while|after|before|as|that|because|if|where|who|which|so|then|in|on|at|of|for|to|with|from|by|than|said|says|is|was|were|has|have|had|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s+)+/iu;

export function suggestAuthorities({ text, span, heat, reporting, quotations }: Sentence): RawHit[] {
	const hits: RawHit[] = [];
	for (const { technique, trait, pattern } of rules) {
		for (const found of findAll(pattern, text, span)) {
			const cut = FALSE_START.exec(found.phrase)?.[0].length ?? 0;
			const hit = { start: found.start + (cut < found.phrase.length ? cut : 0), end: found.end };
			if (hits.some((other) => other.start < hit.end && hit.start < other.end)) continue;
			const phrase = text.slice(hit.start, hit.end);
			const saysNext = SAYS_NEXT.test(text.slice(hit.end, Math.min(span.end, hit.end + 120)));
			const traits = {
				[trait]: 1,
				says: saysNext || LEADS_IN.test(text.slice(span.start, hit.start)) ? 1 : 0,
				mention:
					MENTION_NEXT.test(text.slice(hit.end, span.end)) || MENTION_BEFORE.test(text.slice(span.start, hit.start))
						? 1
						: 0,
				named: /\p{Ll}\s\p{Lu}|^\p{Lu}\p{L}+\s\p{Lu}/u.test(phrase) ? 1 : 0,
				plural: /s$/u.test(phrase) && !/\p{Ll}\s\p{Lu}/u.test(phrase) ? 1 : 0,
				heat: Math.min(6, heat),
				reporting,
				quoted: isInside(hit, quotations) ? 1 : 0,
			};
			hits.push({ ...hit, category: 'authority', technique, reason: reasons[technique]?.(phrase) ?? '', traits });
		}
	}
	return hits;
}

const reasons: Record<string, (phrase: string) => string> = {
	treaty: (phrase) => `“${phrase}” is named as a reason: look up what the instrument says, and to whom it applies.`,
	'declaration-or-resolution': (phrase) =>
		`“${phrase}” is named as a reason: check what it says, and whether it binds anybody.`,
	court: (phrase) => `“${phrase}” lends weight to what is said: which judgment is it, and what did it decide?`,
	'anonymous-source': (phrase) => `“${phrase}” names nobody who could be asked.`,
	'expert-or-study': (phrase) =>
		`“${phrase}” leans on knowledge: which study or expert is it, and is this their field?`,
	official: (phrase) => `“${phrase}” rests on an office: could the speaker know, and is it shown otherwise?`,
};
