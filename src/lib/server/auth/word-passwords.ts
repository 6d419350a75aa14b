/**
 * Passwords for login cards: three English words that everybody can read and type. 1,700 words are left of the list, so
 * three of them are one of five thousand million; failed tries are counted, and the password is changed at once.
 */
import { randomInt } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';

const WORDS = 3;

/** What nobody wants to hand to a child, or to a class that reads about a conflict. Matched by beginning. */
const UNPLEASANT =
	'abandon abuse accident accuse addict alarm alcohol alien anger angry anxiety army arm arrest assault attack awful ' +
	'bachelor battle betray bitter black blade blame blast bleak blind blood bomb border bullet bunker burden burst casino cannon ' +
	'chaos cheat chest chronic cigar clinic conflict crash crazy cricket crime cross cruel crush cry damage danger ' +
	'death debris decline defense demise denial despair destroy devil dirt disagree disease dismiss disorder divorce ' +
	'dizzy drastic drip drug drunk dumb dutch dwarf enemy enlist erode erupt evil execute exhaust exile expose false ' +
	'fat fatal fatigue fault fear female fetch fever fight filth fire flag flee fog foil force fragile frown funeral ' +
	'fury gasp ghost glare gloom god gossip grief grit grunt guilt gun hate harsh hazard hell horror hospital hostage hunt hurt ' +
	'husband idle ill illegal immune impose infant inflict inject injury inmate insane insect invade jealous junk kick ' +
	'kidney kill knife lady lawsuit lazy liar lonely loyal mad male marriage mask mass master meat mercy misery miss ' +
	'mistake monster mosquito muscle myth nasty nation negative nerve nose nothing nuclear nut obey obscure odor orphan ' +
	'pain panic patient patrol penalty pig pill pistol pity plunge poison police poor poverty prevent prison protest ' +
	'rabbit race rage rebel refuse regret reject religion retreat revenge riot risk ritual rival rifle rude ruin sad ' +
	'satoshi satan scandal scare scissors scorpion sex shadow shame shock shoot shoulder shove sick siege skin skull slave slab slam ' +
	'sniff soldier sorry spike spit spy sting stomach struggle stumble suffer suspect swallow swamp swear sword symptom ' +
	'terror threat throw toilet torch torture tornado toxic tragic trap trash trial tribe trigger trouble twelve ugly ' +
	'unable unfair unhappy useless vacant vanish venom veteran victim victory violence violent virus vote war warfare ' +
	'warrior waste wasp weapon weird whip wife wine wolf woman worry wound wreck wrestle wrist wrong young zombie';
const unpleasant = new Set(UNPLEASANT.split(' '));

/** Three to seven letters, told apart by the first four. */
const PLEASANT = wordlist.filter((word) => word.length <= 7 && !unpleasant.has(word) && !unpleasant.has(stem(word)));

export function makeWordPassword(): string {
	return Array.from({ length: WORDS }, () => PLEASANT[randomInt(PLEASANT.length)]).join(' ');
}

/** How many words there are to choose from. */
export const WORDS_TO_CHOOSE_FROM = PLEASANT.length;

function stem(word: string) {
	return word.replace(/(?:ness|less|ed|er|y)$/u, '');
}
