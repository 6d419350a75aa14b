/**
 * Whose word is given as a reason: parts of patterns. By hand, after the kinds of source of PARC 3 and PolNeAR and the
 * schemes of argument from authority (Walton).
 */

/** Verbs that hand on what somebody says or what something shows. */
export const SAYS =
	'(?:said|says|say|saying|told|tells|stated|states|state|confirmed|confirms|confirm|announced|warned|warns|warn|insisted|insists|added|argued|argues|argue|explained|explains|noted|notes|believe|believes|believed|estimate|estimates|estimated|agree|agrees|agreed|found|finds|find|concluded|concludes|show|shows|showed|shown|suggest|suggests|suggested|reported|reports|revealed|reveals|recommend|recommends|recommended|urged|claim|claims|claimed|think|thinks|predict|predicts|predicted|expressed|reiterated|called|calls|recognized|recognised|ruled|rules|testified|wrote|writes|proves?|proved|proven|demonstrates?|demonstrated|praise|praised|expect|expected|fear|know|knows|declared|declares|indicates?|indicated|supports?|backs?|endorsed?|condemned|tweeted)(?!\\p{L})';

const NAME_WORD = "\\p{Lu}[\\p{L}'’.-]*\\p{L}";
export const NAME = `(?!(?:The|This|That|These|A|An|In|Under|Its?|His|Her|Their|On|At|But|And|When|As)\\b)${NAME_WORD}`;

/** Ranks and bodies that hold a post. */
export const OFFICE =
	'(?:president|vice[- ]president|prime minister|premier|chancellor|ministers?|secretary[- ]general|secretary of state|secretary|spokes(?:person|people|man|woman)|chief minister|chief executive|chief|chairman|chairwoman|chair|commissioners?|governor|mayor|councillors?|senators?|sen\\.|rep\\.|congress(?:man|woman)|lawmakers?|mps?|general|gen\\.|colonel|col\\.|captain|capt\\.|commander|sergeant|lieutenant|officers?|ambassador|diplomats?|envoy|directors?|managers?|officials?|authorit(?:y|ies)|ministry|government|administration|police|sheriff|prosecutors?|attorney general|department|embassy|mission|council|commission|agency|white house|kremlin|pentagon|fire service|coast ?guard|customs|parliament|board|bureau|regulator|ombudsman|united nations|(?-i:UN|EU|IMF|NATO|FBI|CIA|NHS|FDA|CDC|OECD|UNICEF|UNHCR|UNESCO)|world bank|red cross|european union|inspectorate|master|coroner|human rights office|head|bishop|king|queen)';

/** Those who are asked because they know, and what they make. */
export const EXPERT =
	'(?:experts?|\\p{L}{2,}ologists?|\\p{L}{2,}icists?|chemists?|mathematicians?|astronomers?|geographers?|pharmacists?|dentists?|vets?|teachers?|inspectors?|auditors?|scientists?|researchers?|economists?|analysts?|scholars?|historians?|doctors?|dr\\.?|physicians?|surgeons?|nurses?|epidemiologists?|virologists?|biologists?|climatologists?|ecologists?|statisticians?|academics?|lawyers?|professors?|prof\\.?|psychologists?|specialists?|engineers?|consultants?|consultancy|consultancies|advocates?|watchdogs?|campaigners?|charit(?:y|ies)|think[- ]tanks?|universit(?:y|ies)|institutes?|laborator(?:y|ies)|stud(?:y|ies)|surveys?|polls?|research|investigations?|inquir(?:y|ies)|reviews?|tests?|trials?|reports?|data|statistics|estimates|figures|science|weather service|statistics office|health board|chamber of commerce|human rights organi[sz]ations?|rights groups?|world health organi[sz]ation|(?-i:WHO)|amnesty|academy|association|encyclop(?:a)?edia|textbooks?)';

/** People whom nobody could find. */
export const PEOPLE =
	'(?:people|observers|critics|commentators|supporters|opponents|insiders|residents|locals|witnesses|villagers|fishermen|farmers|shopkeepers|workers|employees|parents|teachers|neighbours|neighbors|traders|voters|customers|officials|officers|sources)';
