/** Who says it: the grammar of attribution around a statement. */

const SAYS =
	'(?:said|says|say|told|tells|stated|states|claims?|claimed|argues?|argued|adds|added|insists?|insisted|announced|warns?|warned|notes|noted|believes?|believed|accused|accuses|alleges?|alleged|reports?|reported|writes|wrote|estimates?|estimated|confirmed|confirms|explained|explains|finds?|found|concluded|concludes|shows?|showed|shown|proves?|proved|proven|suggests?|suggested|agrees?|agreed|held|predicts?|predicted|maintains?|revealed|reveals|thinks?|denied|denies|demonstrated?|demonstrates|ruled)';

/** “X said that ...”, “According to X, ...”, “As X says, ...” at the beginning: length of what comes before the statement. */
const LEAD = new RegExp(
	'^[“"‘]?(?:' +
		`(?:[^,.;“”"]{2,110}?|[^.;“”"]{2,60}?,[^.;“”"]{2,60}?,)\\s(?:has |have |had |also |later |then |now |today |yesterday |repeatedly |once )*${SAYS}(?:\\s(?:on|last|at|in)\\s\\w+(?:\\s\\w+)?)?(?:\\s(?:\\w+|the (?:meeting|court|newspaper|paper|council|committee|panel|hearing)|a (?:meeting|court|panel)|this newspaper))?(?:\\son\\s\\w+)?,?\\s(?:that|how)\\s` +
		`|(?:[^,.;“”"]{2,60}?)\\s(?:said|says|say|claims|claim|insists|believes|warns|argues)\\s(?!(?:to|of|on|in|at|the (?:same|opposite)|so|nothing|no|about)\\b)` +
		'|(?:It|it) (?:is|was|has been) (?:\\w+ly )?(?:known|believed|accepted|said|agreed|reported|thought|understood|feared|claimed|alleged|recognised|recognized|acknowledged|estimated)(?: that)?\\s' +
		'|[Aa]ccording to [^,.]{2,90},\\s' +
		'|[Aa]s [^,.]{2,60} (?:said|says|put it|reported|told \\w+),\\s' +
		')',
	'u',
);

/** “..., X said”, “..., according to X” at the end: the statement stops before it. */
const TAIL = new RegExp(
	`,["”’]?\\s+(?:according to [^;]{2,160}|(?:[^,;“”]{1,70}|[^,;“”]{1,60},[^;“”]{1,80},?)\\s(?:has |have |had |also )*${SAYS}(?:\\s(?!that\\b)[^;“”]{0,80})?|${SAYS} [^,;“”]{2,80})$`,
	'u',
);

const UNNAMED =
	/\b(?:sources?|insiders?|some|many|critics|observers|people familiar|residents|not to be named|anonym\w+|widely|reportedly|rumou?rs?|it is said|everybody|everyone)\b/iu;
const RECORD =
	/\b(?:published|records? show|registers?|minutes|its (?:website|report|accounts|bulletin)|annual reports?|the (?:report|document|ruling|census|audit) (?:says|shows|states|lists)|official figures|figures from|statistics office|according to (?:its|the|their) (?:published|annual|own)|which are online|on its website|photographs|footage|(?:notice|sign|lending book|list|log) .{0,30}(?:says?|shows?|lists?)|https?:|see (?:table|annex|page|figure)|table \d|annex \d|footnote|\[\d+\]|polled by|compared with|printed (?:on|in|below|above)|roll call|(?:in|on) the (?:list|lists|register|table|log|minutes|accounts)|open to all|(?:its|the|that) \S+ (?:list|table|log|register|count|timetables?|readings|records?|certificate)\b|as (?:\S+ ){0,3}(?:shows?|lists?|records?|says)|(?:list|table|log|register|roll|count|timetables?|certificate|ledger|diary|minutes|statements)(?: \S+){0,5} (?:has|have|shows?|lists?|gives?|records?|says?)|hangs? (?:at|in|on))\b/iu;

export type Attribution = {
	/** Length of what stands before the statement, and where in the sentence what stands after it begins. */
	lead: number;
	tail: number;
	isAttributed: boolean;
	isUnnamed: boolean;
	namesRecord: boolean;
};

export function attributionOf(sentence: string): Attribution {
	const ended = sentence.replace(/[\s.!?”"’')]+$/u, '');
	const lead = LEAD.exec(ended)?.[0].length ?? 0;
	const found = TAIL.exec(ended)?.index;
	// A tail that would leave nothing is the sentence itself.
	const tail = found !== undefined && found > lead + 15 ? found : sentence.length;
	const who = sentence.slice(0, lead) + sentence.slice(tail);
	return {
		lead,
		tail,
		isAttributed: who !== '',
		isUnnamed: UNNAMED.test(who),
		namesRecord: RECORD.test(sentence),
	};
}
