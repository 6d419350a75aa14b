import { describe, expect, it } from 'vitest';
import { assert, array, constantFrom, integer, property, tuple } from 'fast-check';
import { addedLoadedWords } from './added-words.ts';
import { checkRewrite, type KeptThing, type LoadedTerm, type TermState } from './check-rewrite.ts';

const passage =
	'The brutal regime slaughtered 12 innocent villagers near Ferrow on 5 August, and 1,000 people fled. The clerk, Ana Brack, did not answer.';
const carried = 'It takes a side.';
const loaded: LoadedTerm[] = [
	{ term: 'brutal', carried },
	{ term: 'regime', carried, also: ['junta'] },
	{ term: 'slaughtered', carried, also: ['slaughter of'] },
];
const keep: KeptThing[] = [
	{ what: 'the town', is: 'name', anyOf: ['Ferrow'] },
	{ what: 'the clerk', is: 'name', anyOf: ['Ana Brack'] },
	{ what: 'how many died', is: 'number', anyOf: ['12'] },
	{ what: 'how many fled', is: 'number', anyOf: ['1,000'] },
	{ what: 'that they fled', is: 'claim', anyOf: ['people fled', 'people ... leave'] },
	{ what: 'that the clerk gave no answer', is: 'claim', anyOf: ['Brack ... answer', 'Brack ... silent'] },
];
const key = { loaded, keep };
const model =
	'Soldiers of the government killed 12 villagers near Ferrow on 5 August, and 1,000 people fled. The clerk, Ana Brack, did not answer.';

const check = (rewrite: string) => checkRewrite(passage, rewrite, key);
const stateOf = (term: string, rewrite: string, also?: string[]) =>
	checkRewrite(passage, rewrite, { loaded: [{ term, carried, ...(also ? { also } : {}) }], keep: [] }).terms[0]?.state;
const keptIn = (thing: Omit<KeptThing, 'what'>, rewrite: string, before = passage) =>
	checkRewrite(before, rewrite, { loaded: [], keep: [{ what: 'it', ...thing }] }).kept[0]?.state;

describe('a neutral rewrite', () => {
	it('with every loaded word gone and everything kept is found so', () => {
		const { terms, kept, isUnchanged, misquoted } = check(model);
		expect(terms.map(({ state }) => state)).toEqual(['gone', 'gone', 'gone']);
		expect(kept.map(({ state }) => state)).toEqual(keep.map(() => 'there'));
		expect({ isUnchanged, misquoted }).toEqual({ isUnchanged: false, misquoted: [] });
	});

	it('that is the passage, but for letter case, quotation marks and spaces, is unchanged', () => {
		expect(check(`  ${passage.toUpperCase()} `).isUnchanged).toBe(true);
		expect(check(passage.replace('12', 'twelve')).isUnchanged).toBe(true);
		expect(check(passage.replace('12 ', '')).isUnchanged).toBe(false);
		expect(check(passage).terms.map(({ state }) => state)).toEqual(['still', 'still', 'still']);
	});

	it('that is only a list of names and numbers keeps those, and no claim', () => {
		const { kept } = check('Ferrow, Ana Brack, 12, 1,000.');
		expect(kept.map(({ state }) => state)).toEqual(['there', 'there', 'there', 'there', 'missing', 'missing']);
	});
});

describe('a loaded word', () => {
	it.each<[string, string, TermState]>([
		['brutal', 'The police came.', 'gone'],
		['brutal', 'The Brutal police came.', 'still'],
		['brutal', 'The police came brutally.', 'still'],
		['regime', 'Two regimes fell.', 'still'],
		['regime', 'The regime’s men came.', 'still'],
		['regime', "The regime's men came.", 'still'],
		['regime', 'The regimen was strict.', 'gone'],
		['slaughtered', 'They slaughter and go on slaughtering.', 'still'],
		['crush', 'They crushed it.', 'still'],
		['grab', 'He grabbed it.', 'still'],
		['invaded', 'They are invading.', 'still'],
		['terrible', 'It went terribly.', 'still'],
		['used', 'It helps us.', 'gone'],
		['need', 'A ne er do well.', 'gone'],
		['so-called', 'The so called expert came.', 'still'],
		['occupied', 'It is Pakistan-occupied land.', 'still'],
		['violent', 'The march was non-violent.', 'gone'],
		['naïve', 'A nai\u0308ve plan.', 'still'],
		['naïve', 'A naive plan.', 'still'],
		['people’s hero', "The people's heroes came.", 'still'],
	])('“%s” in “%s”: %s', (term, rewrite, state) => {
		expect(stateOf(term, rewrite)).toBe(state);
	});

	it('counts in the other forms that the key lists', () => {
		expect(stateOf('regime', 'The junta fell.', ['junta'])).toBe('still');
		expect(check('The junta fell.').terms[1]?.found).toEqual(['junta']);
	});

	it.each<[string, TermState]>([
		['The party said that a “brutal” force came.', 'quoted'],
		['The party called the force "brutal".', 'quoted'],
		['According to the post, the force was ‘brutal’.', 'quoted'],
		['It was «brutal», the mayor wrote.', 'quoted'],
		['“They were brutal. We ran,” said the baker.', 'quoted'],
		['“They were brutal!” the baker said.', 'quoted'],
		['In the party’s words it was “brutal”.', 'quoted'],
		['It was called “brutal” by the party.', 'quoted'],
		['It was called “brutal”.', 'unattributed'],
		['A “brutal” force came.', 'unattributed'],
		['A so-called “brutal” force came.', 'unattributed'],
		['The mayor said that a force came. It was “brutal”.', 'unattributed'],
		['The force was not brutal.', 'negated'],
		['The force wasn’t brutal.', 'negated'],
		['It was without any brutal act.', 'negated'],
		['It was not only brutal.', 'still'],
		['It was not far, and brutal police came.', 'still'],
		['Not now: brutal police came.', 'still'],
		['The party said “no”, and brutal police came.', 'still'],
		['The party called it “brutal”, and brutal it was.', 'still'],
		['The soldiers’ brutal camp, said the party, lay in the soldiers’ valley.', 'still'],
		['It wasn\'t the baker\'s "brutal" word.', 'quoted'],
	])('%s: %s', (rewrite, state) => {
		expect(stateOf('brutal', rewrite)).toBe(state);
	});

	it('names the worst of its places, with the words there', () => {
		expect(check('He called it a “regime”. The regimes fell.').terms[1]).toMatchObject({
			state: 'still',
			found: ['regimes'],
		});
	});

	it('is found in Urdu, whichever code a keyboard has for a letter', () => {
		expect(stateOf('ظالم', 'ظالم کونسل نے کہا۔')).toBe('still');
		expect(stateOf('دہشت گردی', 'دهشت گردي بند ہو۔')).toBe('still');
		expect(stateOf('ظالم', 'کونسل نے کہا۔')).toBe('gone');
		expect(stateOf('ظالم', 'پارٹی نے اسے ”ظالم“ کہا۔')).toBe('quoted');
		expect(stateOf('ظالم', 'وہ «ظالم» کونسل ہے۔')).toBe('unattributed');
	});
});

describe('a name, number or claim', () => {
	it.each<[string, string, 'there' | 'missing']>([
		['1,000', '1000 people fled.', 'there'],
		['1000', 'A thousand people fled.', 'there'],
		['1,000', '1 000 people fled.', 'there'],
		['1,000', '1\u202f000 people fled.', 'there'],
		['1,000', 'one thousand people fled.', 'there'],
		['1,000', '۱۰۰۰', 'there'],
		['1,000', '10,000 people fled.', 'missing'],
		['1,000', '1,000,000 people fled.', 'missing'],
		['100,000', '1,00,000 people fled.', 'there'],
		['100000', 'one lakh people fled.', 'there'],
		['2.5 million', '2,500,000 people', 'there'],
		['12', 'Twelve died.', 'there'],
		['12', 'A dozen died.', 'there'],
		['6', 'Half a dozen died.', 'missing'],
		['12', '12.5 died', 'missing'],
		['12', 'In 2012 they died.', 'missing'],
		['12', 'Dozens died.', 'missing'],
		['125', 'One hundred and twenty-five died.', 'there'],
		['100', 'A hundred and more died.', 'there'],
		['5 August', 'on August 5', 'missing'],
		['5 August', 'on 5th August', 'there'],
		['40 %', 'forty per cent of it', 'there'],
		['40 percent', '40% of it', 'there'],
		['two thirds', 'Two-thirds of it', 'there'],
		['300', 'in 2019 300 people', 'there'],
	])('the number %s in “%s”: %s', (number, rewrite, state) => {
		expect(keptIn({ is: 'number', anyOf: [number] }, rewrite)).toBe(state);
	});

	it.each<[string, string, 'there' | 'missing']>([
		['Ana Brack', 'Mr Brack and Ana came.', 'missing'],
		['Ana Brack', 'ANA BRACK’s paper', 'there'],
		['Türkiye', 'It lies in Turkiye.', 'there'],
		['Waters', 'The water is short.', 'missing'],
		['Gilgit-Baltistan', 'in Gilgit Baltistan', 'there'],
		['India', 'An Indian town', 'missing'],
	])('the name %s in “%s”: %s', (name, rewrite, state) => {
		expect(keptIn({ is: 'name', anyOf: [name] }, rewrite)).toBe(state);
	});

	it.each<[string, string, 'there' | 'turned' | 'missing']>([
		['people fled', 'Many people were fleeing.', 'missing'],
		['people fled', 'The people flee.', 'missing'],
		['bridge ... closed', 'The bridge at Fen Lane was closed.', 'there'],
		['bridge ... closed', 'The bridge is old. The lane was closed.', 'missing'],
		['bridge ... closed', 'The bridge was not closed.', 'turned'],
		['bridge ... closed', 'They do not close the bridge.', 'missing'],
		['was closed', 'It wasn’t so that it was closed.', 'there'],
		['answer', 'The clerk did not answer.', 'turned'],
	])('the claim “%s” in “%s”: %s', (claim, rewrite, state) => {
		expect(keptIn({ is: 'claim', anyOf: [claim] }, rewrite, 'The bridge was closed; they answer.')).toBe(state);
	});

	it('that the passage denies has to stay denied', () => {
		expect(check('The clerk, Ana Brack, answered.').kept[5]?.state).toBe('turned');
		expect(check('Ana Brack gave no answer.').kept[5]?.state).toBe('there');
	});

	it('is never found twice as wide as it stands: numbers are equal only where their values are', () => {
		assert(
			property(integer({ min: 0, max: 9_999_999 }), integer({ min: 0, max: 9_999_999 }), (one, other) => {
				const grouped = other.toLocaleString('en');
				const state = keptIn({ is: 'number', anyOf: [String(one)] }, `About ${grouped} of them fled.`, String(one));
				expect(state).toBe(one === other ? 'there' : 'missing');
			}),
		);
	});
});

describe('quotation marks', () => {
	it('round words that the passage does not have are named', () => {
		expect(check('The party spoke of “a brutal regime” and of “murder”.').misquoted).toEqual([
			'a brutal regime',
			'murder',
		]);
		expect(check('The party spoke of a “Brutal … slaughtered” and “[brutal] regime”.').misquoted).toEqual([]);
		expect(check('It’s the soldiers’ camp, isn’t it, and the baker’s.').misquoted).toEqual([]);
		expect(check('“ ” "" ‘').misquoted).toEqual([]);
	});
});

describe('words that came in', () => {
	const added = (rewrite: string) => addedLoadedWords(passage, rewrite, { ...key, model }).map(({ words }) => words);

	it('are pointed out where the dictionaries know them as loaded, once each, with a reason', () => {
		expect(added('The savage police killed 12 villagers. Savage!')).toEqual(['savage']);
		expect(addedLoadedWords(passage, 'The savage police.', { ...key, model })[0]?.reason).toContain('savage');
	});

	it('are not those of the passage, of the model, of a quotation with its speaker, or those that the key names', () => {
		expect(added('The brutal regime slaughtered innocent villagers.')).toEqual([]);
		expect(addedLoadedWords(passage, 'A savage act.', { ...key, model: 'The savage act.' })).toEqual([]);
		expect(added('The mayor called it “savage”.')).toEqual([]);
		expect(added(model)).toEqual([]);
	});
});

describe('whatever is typed', () => {
	const pieces = constantFrom(
		...'brutal regime slaughtered Ferrow 12 1,000 not “ ” " \' ’ ‘ « said called a thousand and . , ... … - % ظالم ۵ \u200c \n [ ] 5th'.split(
			' ',
		),
	);
	const text = array(tuple(pieces, constantFrom(' ', '', '\n')), { maxLength: 40 }).map((all) => all.flat().join(''));

	it('is checked without a fault, and what is said to be found stands there', () => {
		assert(
			property(text, (rewrite) => {
				const { terms, kept } = check(rewrite);
				for (const { state, found } of terms) {
					expect(found.length > 0).toBe(state !== 'gone');
					for (const words of found) expect(rewrite).toContain(words);
				}
				for (const { state, found } of kept) {
					expect(found === null).toBe(state === 'missing');
					expect(rewrite).toContain(found ?? '');
				}
				addedLoadedWords(passage, rewrite, { ...key, model });
			}),
		);
	});

	it('a loaded word that is put into it is never gone', () => {
		assert(
			property(text, text, (before, after) => {
				expect(stateOf('regime', `${before} regime ${after}`)).not.toBe('gone');
			}),
		);
	});
});
