/**
 * What makes a statement checkable, by technique. By hand, after the kinds of claim of Full Fact's annotation schema and
 * ClaimBuster's check-worthy sentences: quantities, past deeds, causes, rules, comparisons, forecasts and motives.
 */
export type SignList = {
	technique: string;
	/** `strong` signs say it by themselves, `weak` ones only lean to it. */
	strength: 'strong' | 'weak';
	verbs?: string;
	nouns?: string;
	phrases?: string;
};

export const claimSigns: readonly SignList[] = [
	{
		technique: 'quantity',
		strength: 'strong',
		verbs: `double, triple, quadruple, treble, halve, quintuple`,
		phrases: `dozens of, scores of, hundreds of, thousands of, millions of, billions of, tens of thousands, hundreds of thousands, hundreds, thousands, millions, billions, half of, half the, half a, half our, a third, two thirds, two-thirds, three quarters, three-quarters, a quarter of, one in, two in, three in, four in, six in, seven in, eight in, nine in, nine out of, out of ten, the majority, majority of, a majority, most of, most people, twice as, twice the, three times, four times, five times, ten times, times as, times more, per cent, percent, fewer than, more than, less than, at least, up to, number of, growing number, record number, more often than not, as many as, as much as, no fewer than, a fraction of, per capita, a day, a year, a week, a month, an hour`,
	},
	{
		technique: 'quantity',
		strength: 'weak',
		verbs: `increase, decrease, decline, rise, fall, grow, shrink, drop, climb, soar, plunge, plummet, skyrocket, slash, cost, earn, spend, lose, owe, surge, outnumber, exceed, average`,
		phrases: `many, few, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, twenty, thirty, forty, fifty, sixty, hundred, thousand, million, billion, cheaper, dearer, higher than, lower than, rate of, share of, shortage, deficit, surplus, debt, unemployment, inflation, doubled, down by, up by, tons, tonnes, kilometres, dollars, pounds, euros`,
	},
	{
		technique: 'event',
		strength: 'strong',
		verbs: `kill, murder, assassinate, massacre, destroy, arrest, detain, abduct, kidnap, torture, rape, shoot, bomb, raid, seize, invade, capture, burn, demolish, evict, expel, deport, steal, loot, pillage, leak, bribe, embezzle, launder, beat, ban, block, cancel, disappear, injure, wound, rig, suppress, silence, harass, persecute, execute, imprison, jail, sack, hide, deceive, mislead, dump, poison, pollute, cut, flee, cheat, smuggle, hack, attack, conceal, falsify, forge, shred, betray, abandon, ignore, dismiss, threaten, overthrow, displace, starve, exploit, displace, assault, ambush, behead, confiscate, vandalise, blackmail, collude, interfere, meddle`,
		phrases: `fired, closed, lied, shelled, targeted, targets, took over, take~ over, covered up, cover~ up, shut~ down, broke into, gone missing, went missing, met with, pay~ itself, paid, paid off, thrown out, throw~ out, has already, have already, resigned, refused to, forced to, were forced, was forced, is being, are being, have been, has been, was never, were never, sold off, sold out, walked away, looked away, handed over, hand~ over, in secret, behind closed doors, without warning, without consulting, overnight, the middle of the night, took control, at gunpoint`,
	},
	{
		technique: 'event',
		strength: 'weak',
		verbs: `accuse, protest, promise, sign, launch, impose, restrict, withdraw, die, vote, build, lead, fail, oppose, support, break, reject, approve, win, create, provide, introduce, end, start, cross, violate, abuse, deny, receive, send, buy, sell, issue, grant, appoint, happen, occur, own, fund, hire, pass, negotiate, deliver, claim, move, turn, invest`,
		phrases: `did not, didn't, never, has not, have not`,
	},
	{
		technique: 'cause',
		strength: 'strong',
		verbs: `cause, drive, spark, trigger, fuel, provoke, fuel, force, ruin, cripple, boost, wreck, improve, worsen, prevent, enable, deter, curb, endanger`,
		phrases: `because of, because, led to, lead~ to, result~ in, as a result, due to, owing to, thanks to, contribute~ to, is to blame, are to blame, to blame for, blamed on, the reason for, the reason why, bring~ about, stem~ from, makes it, made it, consequently, the result of, responsible for, push~ _ into, pushes people, turn~ _ into, linked to, link~ between, put~ people off, puts at risk, put~ at risk, destroy~ the, save~ lives, costs lives, cost~ jobs, create~ jobs, since they came, ever since, in response to, under _ leadership, bring~ thousands, drain~ the, melts, learn better, cure~, so that, brought new, undermines, harms`,
	},
	{
		technique: 'law-or-record',
		strength: 'strong',
		phrases: `illegal, illegally, unlawful, unlawfully, unconstitutional, unconstitutionally, against the law, break~ the law, breaking the law, break~ its contract, break~ its promise, breach of, in breach, breach~ the, violate~ the, violate~ _ treaty, in violation of, violation of, forbids, forbidden, forbid, prohibit~, outlaw~, the law requires, required by law, by law, under the law, the law says, the law already, the law forbids, the law allows, legal right, legally, guarantee~, ruled that, has ruled, have ruled, entitled to, obliges, obliged to, obligation to, calls upon, call~ for the, demands that, genocide, war crime+, crimes against humanity, treason, the right to, rights of, the treaty, the convention, the constitution, international law, european law, federal law, human rights law, voted for, voted against, voted to, passed a law, repeal~, licence, mandate~, stipulate~, recognise~, treaty of, shall be, revoke~, abrogate~, enshrine~, ratify~, without permission, without a permit, permit was, without trial, jurisdiction`,
	},
	{
		technique: 'law-or-record',
		strength: 'weak',
		phrases: `law, laws, rule+, rights, contract, treaty, court, constitution, constitutional, permit, regulation+, act, policy, bill, amendment, convention, legal, official record+, agreement`,
	},
	{
		technique: 'generalisation',
		strength: 'strong',
		phrases: `all of, all the, every, everyone, everybody, everyone here, everywhere, no one, no-one, nobody, none, none of, not one, not a single, never, never before, always, nothing, no other, the only, the entire, the whole, whole country, the most, the first, the last, the worst, the best, the largest, the biggest, the greatest, the highest, the lowest, the fastest, the poorest, the richest, the cheapest, the least, the strongest, the weakest, the longest, the world's, in the world, in history, on earth, ever had, ever seen, ever known, ever made, unprecedented, nowhere, universally, constantly, invariably, without exception, rarely, routinely, at all times, for years, for decades, for generations, worse than, better than, more than any, than any, than anywhere, than ever, than anyone, in the country, in europe, in asia, in africa, in america, best known, like no other, so low, so high, so bad, so poor, so many, as good as ever, as bad as, than all, across the country, of all`,
	},
	{
		technique: 'generalisation',
		strength: 'weak',
		phrases: `all, any, most, only, often, more, less, fewer, worse, better, worst, best, largest, biggest, highest, lowest, ever, usually, everything, anything, whole, entire, widespread, common, same, both, than, first, longest, cheaper, faster, stronger, weaker, richer, poorer`,
	},
	{
		technique: 'prediction-or-motive',
		strength: 'strong',
		phrases: `plan~ to, intend~ to, intent on, want~ to, want~ us, want~ our, aim~ to, seek~ to, sought to, trying to, tries to, tried to, is about to, are about to, bound to, set to, in order to, designed to, meant to, determined to, motivated by, secretly, hidden agenda, real aim, true aim, real goal, real purpose, real reason, real motive, so as to, hoping to, hope~ to, will never, will soon, will lead, will cause, will be, will not, will destroy, will lose, will collapse, will end, won't, going to, will only, will kill, will cost, will drain, will rise, will double, will have to, will no longer, not rest until, never intended, would destroy, would lead to, would cost, would mean, conspir~, plot~ to, scheme~ to, waiting until, waiting for, in the hope, to please, to silence, by design, deliberate, deliberately, on purpose, it is only a matter of time, sooner or later, be next`,
	},
	{
		technique: 'prediction-or-motive',
		strength: 'weak',
		phrases: `will, would, shall, could, expected to, likely to, purpose, aim, motive, intention, soon, next, future, threat`,
	},
];
