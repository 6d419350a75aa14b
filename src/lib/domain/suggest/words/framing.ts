/**
 * Terms of one side, soft words, and words that slip in belief or doubt. By hand, after the classes of Recasens et al.
 * 2013 (one-sided terms, factive and assertive verbs, hedges) and SemEval-2023 task 3 (obfuscation); doubt and certainty
 * also from the npm lists hedges, weasels and fillers (MIT).
 */
import type { WordList } from './word-list.ts';

export const framing: readonly WordList[] = [
	{
		technique: 'one-sided-term',
		strength: 'medium',
		verbs: `annex, free the, colonise, infiltrate, invade, liberate, indoctrinate, radicalise`,
		nouns: `abortionist, aggressor, annexation, apartheid, colonialism, colonisation, coloniser, conquest, ethnic cleansing, fascism, freedom fighter, genocide, globalism, gun grabber, hegemony, imperialism, indoctrination, infiltration, infiltrator, invasion, islamist, job creator, martyrdom, occupation, occupier, propaganda, separatism, socialism, subjugation, terrorism, tyranny, zionist, zionism, expansionism, subversion, subversive, colonial rule, extremism, radicalism, nepotism, cronyism, anarchy, persecution`,
		adjectives: `liberated, freed, anti-life, anti-women, anti-worker, anti-business, anti-family, anti-science, colonial, expansionist, hegemonic, illegally occupied, pro-abortion, pro-choice, pro-life, occupied, occupying, revisionist, undocumented, job-killing, feminazi, politically correct`,
		phrases: `alien invasion, big brother, bathroom bill, birth tourism, border crisis, cancel culture, chain migration, class warfare, climate alarmism, climate alarmist+, climate change alarmist+, climate denier+, climate hysteria, cultural marxism, culture of death, culture war+, death panel+, death tax, corporate greed, corporate welfare, corporate interests, fake news, forced labour camp+, free market+, free speech, gay agenda, government handout+, government overreach, green lobby, gun lobby, hate speech, human shield+, identity politics, illegal alien+, illegal immigrant+, illegal migrant+, illegal measures, illegal actions, illegal rule, job killer+, junk science, law and order, liberal agenda, liberal media, legacy media, mainstream media, lamestream media, open borders, open border policy, partial-birth, political correctness, police state, radical agenda, red tape, reverse discrimination, rigged election+, rogue state+, secular humanist+, settler colonialism, sharia law, social justice warrior+, socialist agenda, special interests, state terror, state terrorism, struggle for freedom, surveillance state, tax burden, tax relief, the mainstream, the swamp, thought police, toxic masculinity, traditional values, unborn child, unborn children, unborn baby, unborn babies, voter suppression, war crime+, war criminal+, war on drugs, war on terror, wealth creator+, welfare state, white privilege, white supremacy, white supremacist+, witch-hunt, woke agenda, hidden agenda, pushing an agenda, foreign agent+, fifth column, fifth columnist+, national interest+, the people's will, our homeland, our land`,
	},
	{
		technique: 'one-sided-term',
		strength: 'weak',
		nouns: `agenda, homeland, resistance, revolution, taxpayer, unborn, freedom, liberty, justice, ideology, propagandist, mainstream, loyalist, crusade, sovereignty`,
	},
	{
		technique: 'euphemism',
		strength: 'strong',
		verbs: `neutralise, pacify, rightsize, euthanise, liquidate`,
		nouns: `pacification, neutralisation, rightsizing`,
		phrases: `right-sizing, involuntary relocation, relocation of residents, firm persuasion, voluntary departure+, restraint measure+, armed intervention, certain circles, certain elements, clean up operation+, clean-up operation+, cleansing operation+, collateral damage, collateral effect+, concerns were raised, corrective action+, corrective measure+, enhanced interrogation, enhanced interrogation technique+, enhanced technique+, extraordinary rendition, final solution, firm measures, friendly fire, headcount reduction+, in some quarters, involuntary departure+, kinetic action, kinetic operation+, limited military operation, mistakes have been made, mistakes were made, negative growth, negative patient outcome+, officer-involved shooting, officer-involved, police action, population transfer, transfer of population, preventive detention, protective custody, re-education, re-education camp+, reeducation camp+, regime change, regrettable incident+, revenue enhancement+, revenue measure+, robust questioning, security operation+, situation on the ground, special military operation, special operation+, special treatment, surgical strike+, targeted action+, technical adjustment+, terminological inexactitude, transfer tube+, undue force, unlawful combatant+, unintended consequence+, vocational training cent+, workforce adjustment+, workforce optimisation, workforce reduction+, soft target+, take~ out targets, economical with the truth, discharge of, errors of judgement, error of judgement, lapse of judgement, inappropriate conduct, inappropriate behaviour, departed from procedure, less than ideal, sub-optimal, suboptimal, unscheduled release, thermal event`,
	},
	{
		technique: 'euphemism',
		strength: 'weak',
		verbs: `downsize, rationalise, streamline, optimise, realign`,
		nouns: `irregularity, shortcoming, disturbance, efficiency saving, challenge, discrepancy`,
		phrases: `the incident, an incident, incident occurred, let go, passed away, use of force, modernisation of, rationalisation of, pre-emptive, officer involved, issues around, complex interplay, heavy-handed, excesses, unrest, tensions`,
	},
	{
		technique: 'presupposition',
		strength: 'strong',
		phrases: `as everybody knows, as everyone knows, as we all know, be under no illusion, conveniently, conveniently forget~, conveniently ignore~, dare~ to, even had to admit, fail~ to mention, fail~ to explain, fail~ to understand, had to admit, have to admit, forced to admit, has to admit, in truth it, it is no secret, it is no wonder, no wonder, it is no coincidence, let us be honest, let's be honest, let's face it, let us not forget, make no mistake, mark my words, needless to say, plain and simple, plain for all to see, pretend~ not to, refuse~ to admit, refuse~ to listen, refuse~ to accept, remain~ silent, supposedly, so called, so-called, the sad truth, the simple truth, the truth is, the fact is, what they do not tell you, what they don't tell you, would have us believe, would have you believe, want~ us to believe, want~ you to believe, undeniably, unsurprisingly, of course, obviously, self-evidently, clearly, surely, undoubtedly, without question, without a doubt, no doubt, beyond doubt, it goes without saying, ostensibly, purportedly, tellingly, ironically, inexplicably, mysteriously, rightly, wrongly, falsely, predictably, naturally, not even bother, not bother, even the, once again, yet again, only now, turn~ out, miss~ the point, ignore~ the fact, quietly drop~, quietly, hypocritically, cynically, to their credit, for once, high time, time and again, how dare`,
		verbs: `boast, concoct, debunk, confess, fabricate, insinuate, parrot, peddle, pretend, purport, tout, trumpet, unmask, feign, gloat, crow, masquerade, pontificate, spout, dream up, cook up, trot out, cave in, backtrack, backpedal, whimper, brag, bluster`,
		adjectives: `purported, unfounded, baseless, bogus, groundless, spurious, undeniable, indisputable, unquestionable, supposed, self-evident, undoubted, obvious, unsubstantiated, discredited, dubious, irrefutable`,
		nouns: `pretext, smokescreen, fig leaf, excuse, irony, lip service, falsehood, fabrication, untruth, disinformation, misinformation, myth, charade, window-dressing, spin`,
	},
	{
		technique: 'presupposition',
		strength: 'medium',
		verbs: `admit, concede, expose, insist, allege, bother, dodge`,
		phrases: `after all, apparently, as if, at last, claim~ credit, claim~ to, claims that, claimed that, continue~ to ignore, continue~ to deny, evidently, fail~ to, finally, indeed, inevitably, in fact, the fact that, refuse~ to, really, seemingly, somehow, wake~ up to, point~ out, only to, so much for, even though, simply, just another, yet another, merely, cannot even, can't even, turn~ its back, turn~ their backs, no-one dares, nobody dares`,
	},
	{
		technique: 'presupposition',
		strength: 'weak',
		verbs: `claim, deny, refuse, reveal, ignore, realise, forget, assert, maintain, contend, fail, dismiss, brush off`,
		phrases: `even, only, still, actually, arguably, presumably, certainly, already`,
	},
	{
		technique: 'exaggeration',
		strength: 'strong',
		adjectives: `biggest-ever, cataclysmic, countless, earth-shattering, earth-shaking, eternal, ever-growing, gargantuan, gigantic, humongous, immeasurable, infinite, inexhaustible, insatiable, insurmountable, limitless, mammoth, matchless, momentous, monumental, never-ending, overwhelming, peerless, tremendous, unbelievable, unbounded, unceasing, ceaseless, unending, unequalled, unheard-of, unimaginable, unmatched, unparalleled, unrelenting, relentless, unrivalled, unwavering, utter, whopping, historic, colossal, outright, sheer, boundless, endless, untold, epic, unstoppable`,
		phrases: `a mere, all-time, at all costs, at any cost, complete and utter, by leaps and bounds, every last, every single, far and away, for ever and ever, head and shoulders above, in the history of, just a handful, just a few, like never before, mind-blowing, no less than, nothing but, nothing less than, nothing short of, once-in-a-lifetime, once-in-a-generation, only a handful, out of this world, over and over, second to none, sky-high, through the roof, the mother of all, to end all, beyond belief, beyond measure, world's best, world's greatest, world's worst, world's only, world's first, of all time, ever seen, ever witnessed, the world has ever, absolutely, totally, utterly, wholly, infinitely, all too, so very, at every turn, nothing to see here, no more than a, little more than, little short of, nothing more than, best ever, worst ever`,
	},
	{
		technique: 'exaggeration',
		strength: 'medium',
		adjectives: `massive, enormous, huge, immense, vast, dramatic, drastic, total, complete, entire, giant, radical, extreme, profound, severe, extensive, mere, widespread, record-breaking, ultimate, rock-bottom, dizzying, unprecedented`,
		phrases: `just a, barely, categorically, completely, deeply, entirely, extremely, fully, grossly, highly, hugely, literally, plainly, routinely, single-handed, single-handedly, truly, unanimously hailed, very, by far, altogether, hardly, so much, far too, scores of, masses of, tons of, hordes of, swarms of, legions of, armies of, bunch of`,
	},
];

/** An intensifier before a loaded word is part of it: “utterly shameless”, “such contempt”. */
export const intensifiers = new Set(
	`absolute, absolutely, all too, altogether, complete, completely, deeply, downright, entirely, extremely, frankly, fully, grossly, highly, hugely, incredibly, massively, openly, outright, perfectly, plainly, positively, profoundly, pure, quite, really, sheer, simply, so, such, thoroughly, too, total, totally, truly, unbelievably, utter, utterly, very, wholly, most, increasingly, particularly, especially, terribly, bitterly, painfully, blatantly, wildly`
		.split(',')
		.map((word) => word.trim()),
);
