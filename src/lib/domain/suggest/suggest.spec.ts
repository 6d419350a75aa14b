import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate, macroMean, measureSuggestions } from './measure.ts';
import { suggestSpans } from './suggest.ts';

const found = (text: string) => suggestSpans(text).map(({ category, quote }) => `${category}: ${quote}`);
const techniqueOf = (text: string, quote: string) => suggestSpans(text).find((each) => each.quote === quote)?.technique;

describe('candidates for an author', () => {
	test('are loaded words, each by itself', () => {
		expect(found('The mayor gave a shameful speech.')).toEqual(['loaded: shameful']);
		expect(techniqueOf('The regime met the press.', 'regime')).toBe('name-calling');
	});

	test('are loaded words that stand together, as one', () => {
		expect(found('It was a merciless and ruthless raid.')).toContain('loaded: merciless and ruthless');
	});

	test('are one to three words in quotation marks in another’s sentence, and no whole quotation', () => {
		expect(techniqueOf('They met the “independent” panel today.', 'independent')).toBe('presupposition');
		const whole = '“We shall publish the minutes of the meeting on Friday,” the clerk said.';
		expect(suggestSpans(whole).filter(({ category }) => category === 'loaded')).toEqual([]);
	});

	test('are claims without the words that say who makes them', () => {
		expect(found('The spokesman said that 300 homes were destroyed in one night.')).toContain(
			'claim: 300 homes were destroyed in one night',
		);
	});

	test('are two claims where a sentence makes two', () => {
		const claims = found('The law drove investors away, and two thirds of the wells are contaminated.').filter((each) =>
			each.startsWith('claim'),
		);
		expect(claims).toEqual(['claim: The law drove investors away', 'claim: two thirds of the wells are contaminated']);
	});

	test('are no questions, and no sentence that names its record', () => {
		expect(found('Were all the records destroyed?')).toEqual([]);
		expect(found('Two thirds of 48 wells exceeded the limit (annex 2, table 4).')).toEqual([]);
	});

	test('take neither a year nor the number of an article for a quantity', () => {
		const quantities = (text: string) => suggestSpans(text).filter(({ technique }) => technique === 'quantity');
		expect(quantities('The council met in 1948 under Article 55 of the Charter.')).toEqual([]);
		expect(quantities('In 2019, the council met in the hall.')).toEqual([]);
		expect(quantities('The council met 148 times in one year alone.')).toHaveLength(1);
	});

	test.each([
		'The council met on 1 June in the hall.',
		'The council met on June 1, 2019, in the hall.',
		'The council met again on the 6–7 Sept. dates.',
		'From 30 May the hall is open.',
	])('take no date for a quantity: %s', (text) => {
		expect(suggestSpans(text).filter(({ technique }) => technique === 'quantity')).toEqual([]);
	});

	test.each([
		'On 1 June 40 people were in the hall.',
		'The 20 may have lost their homes.',
		'In June 1,400 homes had no power.',
	])('take the number beside a date, or before a word that is no month, for a quantity: %s', (text) =>
		expect(suggestSpans(text).map(({ technique }) => technique)).toContain('quantity'),
	);

	test.each([
		['Under Article 2 of the UN Charter the threat is unlawful.', 'treaty'],
		['The Universal Declaration of Human Rights guarantees this.', 'declaration-or-resolution'],
		['The Supreme Court found the order void.', 'court'],
		['A senior ministry official said the dam is safe.', 'official'],
		['Leading epidemiologists agree that it is safe.', 'expert-or-study'],
		['Sources close to the talks say a deal is near.', 'anonymous-source'],
	])('are appeals to authority: %s', (text, technique) => {
		expect(suggestSpans(text).filter(({ category }) => category === 'authority')).toMatchObject([{ technique }]);
	});

	test.each(['The Charter was signed in San Francisco.', 'She studied epidemiology.', 'A passer-by was injured.'])(
		'are no mere mentions: %s',
		(text) => expect(suggestSpans(text).filter(({ category }) => category === 'authority')).toEqual([]),
	);

	test.each([
		'She had a heart attack and is in a stable condition.',
		'Crude oil fell, and so did the shares of the shell company.',
		'A killer whale was seen off the coast.',
		'Gross domestic product is counted by the office.',
		'Severe weather warnings are in force.',
		'Mr Grant and Ms Sharp met Will Savage in Hope Street.',
		'Several general surgeons work at the trauma centre.',
		'The annex to the report is on its website.',
		'The tropical storm is off the coast.',
	])('are no words in a plain sense, and no names: %s', (text) =>
		expect(found(text).filter((each) => each.startsWith('loaded'))).toEqual([]),
	);

	test.each(['demonised', 'demonized', 'dishonourable', 'dishonorable'])(
		'are loaded words as Britons and Americans spell them: %s',
		(word) => expect(found(`They were ${word} all along.`)).toContain(`loaded: ${word}`),
	);

	test('are phrases in any of their forms, with straight or curly apostrophes', () => {
		expect(found('Ministers turned a blind eye.')).toContain('loaded: turned a blind eye');
		expect(found("Let's be honest about the tram.")).toContain("loaded: Let's be honest");
		expect(found('Let’s be honest about the tram.')).toContain('loaded: Let’s be honest');
	});

	test.each([
		'Will Grant and Hope Price live in the village.',
		'The match is on Monday at 10:30 in the hall.',
		'Children aged 7, 9 and 11 may take part.',
		'Dunmere won 3-1, and the second leg is a 2-2 draw away.',
	])('take neither names, times, ages nor scores for a quantity or a forecast: %s', (text) => {
		const kinds = suggestSpans(text).map(({ technique }) => technique);
		expect(kinds).not.toContain('quantity');
		expect(kinds).not.toContain('prediction-or-motive');
	});

	test('are claims before the words that say who makes them, too', () => {
		expect(found('The plant has doubled asthma in the town, residents said.')).toContain(
			'claim: The plant has doubled asthma in the town',
		);
	});

	test('are surer of a claim in the writer’s own voice than of one with a speaker and a record', () => {
		const sure = (text: string) => suggestSpans(text).find(({ category }) => category === 'claim')?.confidence ?? 0;
		const own = sure('Rents have doubled because of the tunnel.');
		const attributed = sure('Rents have doubled because of the tunnel, the mayor said.');
		const recorded = sure('Rents have doubled because of the tunnel, the mayor said on Monday; the register shows it.');
		expect(own).toBeGreaterThan(attributed);
		expect(attributed).toBeGreaterThan(recorded);
	});

	test('are surer of a loaded word in loaded company', () => {
		const sure = (text: string) => suggestSpans(text).find(({ quote }) => quote === 'shameful')?.confidence ?? 0;
		expect(sure('It was a shameful speech. The thugs are a vile lot, and their greed is despicable.')).toBeGreaterThan(
			sure('The council met on Monday. The budget is a shameful thing, she said.'),
		);
	});

	test('are none in another language', () => {
		const french =
			'Le conseil a voté mardi la fermeture de la bibliothèque, et les habitants de la ville sont furieux. '.repeat(3);
		expect(suggestSpans(french)).toEqual([]);
		expect(suggestSpans('کشمیر کے لوگ امن چاہتے ہیں۔ '.repeat(10))).toEqual([]);
	});

	test('are the same for the same text, stand in its order, and quote it exactly', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), (parts) => {
				const text = parts.join(' ');
				const candidates = suggestSpans(text);
				expect(candidates).toEqual(suggestSpans(text));
				expect(candidates.map(({ start }) => start)).toEqual(
					candidates.map(({ start }) => start).sort((a, b) => a - b),
				);
				for (const { start, end, quote, confidence, reason } of candidates) {
					expect(text.slice(start, end)).toBe(quote);
					expect(confidence).toBeGreaterThan(0);
					expect(confidence).toBeLessThanOrEqual(1);
					expect(reason).not.toBe('');
				}
			}),
		);
	});

	test('do not hang on a page of hostile text', () => {
		const hostile = [
			'the '.repeat(5_000),
			'A'.repeat(20_000),
			'“'.repeat(10_000),
			'President '.repeat(2_000),
			'1,'.repeat(8_000),
			'the senior official '.repeat(2_000),
			'said, '.repeat(3_000),
			'the study of '.repeat(2_000),
		];
		for (const text of hostile) expect(Array.isArray(suggestSpans(text))).toBe(true);
	});
});

const WORDS = [
	'the', 'regime', '“special”', 'said that', '300', 'people', 'were', 'killed', 'because of', 'Article 5', 'of the', 'UN Charter', 'never.', 'All', 'experts say',
	'it is believed', 'Court', 'کشمیر', '\n', '—', ', and', 'shameful', 'and', 'tragic', '?', 'Minister', 'told',
]; // prettier-ignore

test('a candidate meets a key span of its category where they overlap by half', () => {
	const key = [
		{ start: 0, end: 10, category: 'loaded', tier: 'core' },
		{ start: 20, end: 30, category: 'claim', tier: 'acceptable' },
	] as const;
	const candidate = (start: number, end: number, category: 'loaded' | 'claim') => ({ start, end, category });
	expect(measureSuggestions([candidate(2, 10, 'loaded'), candidate(20, 30, 'loaded')], key)).toEqual({
		candidates: 2,
		meeting: 1,
		core: 1,
		met: 1,
		all: 2,
		allMet: 1,
	});
});

test('confidence is held against what meets, bucket by bucket', () => {
	const judged = [0.45, 0.55, 0.95, 1].map((confidence) => ({ confidence, meets: confidence > 0.5 }));
	expect(calibrate(judged, [0.4, 0.5, 0.9])).toEqual([
		{ from: 0.4, candidates: 1, meeting: 0 },
		{ from: 0.5, candidates: 1, meeting: 1 },
		{ from: 0.9, candidates: 2, meeting: 2 },
	]);
});

test('the mean over texts leaves out texts without candidates or core spans', () => {
	const measure = { candidates: 4, meeting: 2, core: 1, met: 1, all: 1, allMet: 1 };
	const none = { candidates: 0, meeting: 0, core: 0, met: 0, all: 0, allMet: 0 };
	expect(macroMean([measure, none])).toEqual({ precision: 0.5, recall: 1 });
	expect(macroMean([none])).toEqual({ precision: null, recall: null });
});
