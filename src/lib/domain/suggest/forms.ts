/** The forms of English words, made by rule: a dictionary need not list them. A form that no one writes does no harm. */

const doubled = /^(?:[^aeiou]+|[^aeiou]*qu)[aeiou][bdfgklmnprtv]$/u;
const irregular: Record<string, string> = {
	tear: 'tore torn',
	throw: 'threw thrown',
	steal: 'stole stolen',
	make: 'made',
	leave: 'left',
	lay: 'laid',
	pay: 'paid',
	bring: 'brought',
	bear: 'bore borne',
	bleed: 'bled',
	fight: 'fought',
	sell: 'sold',
	stick: 'stuck',
	strike: 'struck',
	stand: 'stood',
	sit: 'sat',
	sleep: 'slept',
	sweep: 'swept',
	hold: 'held',
	get: 'got',
	hide: 'hid hidden',
	mislead: 'misled',
	overrun: 'overran overrunning',
	run: 'ran',
	rip: 'ripped',
	rule: 'ruled',
	fall: 'fell fallen',
	flee: 'fled',
	drive: 'drove driven',
	cut: 'cut cutting',
	hit: 'hitting',
	rise: 'rose risen',
	shoot: 'shot',
	lead: 'led',
	say: 'said',
	tell: 'told',
	deal: 'dealt',
	forget: 'forgot forgotten forgetting',
	win: 'won',
	lose: 'lost',
	build: 'built',
	take: 'took taken',
	give: 'gave given',
	break: 'broke broken',
	grow: 'grew grown',
	shrink: 'shrank shrunk',
	spend: 'spent',
	withdraw: 'withdrew withdrawn',
	buy: 'bought',
	beat: 'beaten',
	burn: 'burnt',
	cling: 'clung',
	slay: 'slain',
	upend: 'upended',
	overthrow: 'overthrew overthrown',
	weep: 'wept',
	find: 'found',
	think: 'thought',
	know: 'knew known',
	write: 'wrote written',
	begin: 'began begun',
	catch: 'caught',
	admit: 'admitted admitting',
	rebut: 'rebutted',
};

export function verbForms(base: string): string[] {
	const [head = '', ...rest] = base.split(' ');
	const tail = rest.length > 0 ? ` ${rest.join(' ')}` : '';
	return [head, ...endingsOf(head), ...(irregular[head]?.split(' ') ?? [])].map((form) => form + tail);
}

function endingsOf(verb: string): string[] {
	if (/[^aeiou]y$/u.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
	if (/[^eoy]e$/u.test(verb)) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
	if (verb.endsWith('e')) return [`${verb}s`, `${verb}d`, `${verb}ing`];
	const stem = doubled.test(verb) ? verb + verb.slice(-1) : verb;
	return [/(?:s|x|z|ch|sh|o)$/u.test(verb) ? `${verb}es` : `${verb}s`, `${stem}ed`, `${stem}ing`];
}

export function nounForms(base: string): string[] {
	if (/[^aeiou]y$/u.test(base)) return [base, `${base.slice(0, -1)}ies`];
	if (base.endsWith('man')) return [base, `${base.slice(0, -2)}en`];
	if (base.endsWith('thief')) return [base, `${base.slice(0, -1)}ves`];
	return [base, /(?:s|x|z|ch|sh)$/u.test(base) ? `${base}es` : `${base}s`];
}

export function adjectiveForms(base: string): string[] {
	if (base.endsWith('ic')) return [base, `${base}ally`];
	if (base.endsWith('le')) return [base, `${base.slice(0, -1)}y`];
	if (base.endsWith('y')) return [base, `${base.slice(0, -1)}ily`];
	return [base, `${base}ly`];
}

/** `fail~ to` is fail to, fails to, failed to, failing to; `bomb+` is bomb, bombs. */
export function phraseForms(phrase: string): string[] {
	return phrase.split(' ').reduce<string[]>((made, word) => {
		const base = word.slice(0, -1);
		const forms = word.endsWith('~') ? verbForms(base) : word.endsWith('+') ? nounForms(base) : [word];
		return made.length === 0 ? forms : made.flatMap((begun) => forms.map((form) => `${begun} ${form}`));
	}, []);
}

/** As Britons and as Americans spell it. */
export function spellings(form: string): string[] {
	const american = form
		.replaceAll(/([a-z]{3})is(e|es|ed|ing|ation|ations)\b/gu, '$1iz$2')
		.replaceAll(/([a-z]{2})our/gu, '$1or')
		.replaceAll(/\bdefence/gu, 'defense')
		.replaceAll(/([a-z])ll(ed|ing)\b/gu, '$1l$2');
	return american === form ? [form] : [form, american];
}
