import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import { locateQuote } from '../../domain/documents/locate-quote.ts';
import type { SourceDocument } from '../../domain/documents/document.ts';
import type { KeySpan } from '../../domain/lessons/document-key.ts';
import type { Category, Technique, Tier } from '../../domain/marking/categories.ts';
import type { Mark } from '../../domain/marking/mark.ts';
import { kind, type MarkSpansAnswer, type MarkSpansTask } from './kind.ts';
import { scorer } from './scorer.server.ts';

const text = [
	'Menu',
	'The shameful new tax drove every investor away. The minister spoke on Monday.',
	'Two thirds of the wells are poisoned. Experts agree that it is bad. The heavy rain fell.',
].join('\n');

const document: SourceDocument = {
	name: 'tax',
	text,
	furniture: [locateQuote(text, 'Menu')],
	about: {
		label: 'A text',
		publisher: 'P',
		date: '2025',
		genre: 'own text',
		rights: 'r',
		language: 'en',
		contentNote: 'n',
	},
};
const documents = { tax: document };

const span = (quote: string, category: Category, technique: Technique, more: Partial<KeySpan> = {}): KeySpan => {
	const place = locateQuote(text, quote);
	const tier: Tier = 'core';
	return {
		...place,
		id: `${category}-${place.start}`,
		quote,
		category,
		technique: [technique],
		tier,
		why: `Because ${quote}.`,
		evidence: [],
		...more,
	};
};
const documentKey = {
	document: 'tax',
	spans: [
		span('shameful', 'loaded', 'emotive-wording', { plainer: 'new', voice: ['own'] }),
		span('drove every investor away', 'claim', 'cause', { status: ['unresolved'] }),
		span('Two thirds of the wells are poisoned', 'claim', 'quantity', { evidence: ['charter#article-1'] }),
		span('Experts agree', 'authority', 'anonymous-source', { fit: ['untraceable'] }),
		span('heavy', 'loaded', 'exaggeration', { tier: 'contested', note: 'Is rain heavy?' }),
	],
	lures: [
		{
			...locateQuote(text, 'The minister spoke on Monday'),
			quote: 'The minister spoke on Monday',
			looksLike: 'claim' as const,
			why: 'Nobody disputes it.',
		},
	],
};

const task: MarkSpansTask = { document: 'tax', categories: ['loaded', 'claim', 'authority'] };
const keyOf = (asked: MarkSpansTask) => scorer.buildKey(asked, null, { documentKeys: { tax: documentKey }, documents });
const mark = (quote: string, category: Category, technique?: Technique): Mark => {
	return { ...locateQuote(text, quote), quote, category, ...(technique ? { technique } : {}) };
};
const answer = (...marks: Mark[]): MarkSpansAnswer => ({ marks, nothingToMark: false });

function reviewOf(given: MarkSpansAnswer, asked = task) {
	const input = { task: asked, key: keyOf(asked), answer: given, points: 10, documents };
	return scorer.review(input, scorer.score(input));
}

describe('the key of a mark-spans exercise', () => {
	it('is a selection of the document’s key: the categories and the paragraphs that the task asks for', () => {
		const asked: MarkSpansTask = { ...task, categories: ['loaded', 'claim'], paragraphs: [2, 2] };
		expect(keyOf(asked).spans.map(({ quote }) => quote)).toEqual(['Two thirds of the wells are poisoned', 'heavy']);
		expect(keyOf(asked).lures).toEqual([]);
	});
});

describe('a student’s answer', () => {
	it('may not be empty, unless there is nothing to mark', () => {
		expect(kind.missing(task, answer())).toEqual(['Mark at least one passage, or say that there is nothing to mark.']);
		expect(kind.missing(task, { marks: [], nothingToMark: true })).toEqual([]);
	});

	it('needs a technique for each mark where the task asks for one', () => {
		const asked: MarkSpansTask = { ...task, ask: ['technique'] };
		expect(kind.missing(asked, answer(mark('heavy', 'loaded')))).toEqual(['One mark has no technique yet.']);
		expect(kind.missing(task, answer(mark('heavy', 'loaded')))).toEqual([]);
	});

	it('is refused when a mark lies in furniture, outside the text or outside the paragraphs shown', () => {
		const outside = ['A mark lies outside the text of this exercise.'];
		expect(kind.faults(task, answer(mark('Menu', 'loaded')), documents)).toEqual(outside);
		expect(kind.faults(task, answer({ start: 900, end: 910, quote: 'x', category: 'loaded' }), documents)).toEqual(
			outside,
		);
		expect(kind.faults({ ...task, paragraphs: [2, 2] }, answer(mark('shameful', 'loaded')), documents)).toEqual(
			outside,
		);
		expect(kind.faults(task, answer(mark('shameful', 'loaded')), documents)).toEqual([]);
	});

	it('may have a mark that reaches from one paragraph into the next', () => {
		expect(kind.faults(task, answer(mark('spoke on Monday.\nTwo thirds', 'claim')), documents)).toEqual([]);
	});

	it('is refused when a quote is not what stands in the text', () => {
		const wrong = { ...mark('heavy', 'loaded'), quote: 'light' };
		expect(kind.faults(task, answer(wrong), documents)[0]).toContain('made on another version');
	});

	it('is refused when it names a category that is not asked for', () => {
		const asked: MarkSpansTask = { ...task, categories: ['claim'] };
		expect(kind.faults(asked, answer(mark('heavy', 'loaded')), documents)).toEqual([
			'This exercise does not ask for loaded wordings.',
		]);
	});

	it.each([
		['a note of 501 characters', { ...mark('heavy', 'loaded'), note: 'n'.repeat(501) }],
		['a technique of another category', mark('heavy', 'loaded', 'court')],
		['an end before its start', { ...mark('heavy', 'loaded'), end: 0 }],
		['a field that no mark has', { ...mark('heavy', 'loaded'), credit: 1 }],
	])('is refused with %s', (_, wrong) => {
		expect(safeParse(kind.answerSchema, answer(wrong)).success).toBe(false);
	});

	it('is refused with more than 400 marks', () => {
		const many = Array.from({ length: 401 }, () => mark('heavy', 'loaded'));
		expect(safeParse(kind.answerSchema, answer(...many)).success).toBe(false);
	});
});

describe('feedback on marks', () => {
	const review = reviewOf(
		answer(
			mark('shameful new tax', 'loaded'),
			mark('drove every investor away', 'loaded'),
			mark('Two thirds of the wells are poisoned. Experts', 'claim'),
			mark('The minister spoke on Monday', 'claim'),
			mark('fell', 'authority'),
			mark('heavy', 'loaded'),
		),
	);
	const outcomeOf = (quote: string) => review.items.find((item) => item.quote === quote)?.outcome;

	it('says for every span what became of it, and why it is one', () => {
		expect(outcomeOf('shameful')).toBe('boundary');
		expect(outcomeOf('drove every investor away')).toBe('category');
		expect(outcomeOf('Two thirds of the wells are poisoned')).toBe('found');
		expect(outcomeOf('Experts agree')).toBe('missed');
		expect(outcomeOf('heavy')).toBe('accepted');
		expect(review.items.every(({ why }) => why !== '')).toBe(true);
	});

	it('gives an extra on a lure the lure’s reason, and any other a fair general one', () => {
		expect(review.extras.map(({ quote, why }) => [quote, why.slice(0, 35)])).toEqual([
			['The minister spoke on Monday', 'Nobody disputes it.'],
			['fell', 'The key has no appeal to authority '],
		]);
	});

	it('offers a contested span as a question', () => {
		expect(review.items.find(({ tier }) => tier === 'contested')?.discussion).toBe('Is rain heavy?');
	});

	it('speaks of what was found and left alone, never of faults', () => {
		expect(review.headline).toBe('You found 2 of 4, and left 0 of 1 sound passage alone.');
		expect(review.sentences).toContain('One is the right place with the wrong name.');
		expect(review.sentences).toContain('Two you marked are not in the key; here is why.');
		expect(JSON.stringify(review)).not.toMatch(/fault|error|mistake/i);
	});

	it('shows how the points came about, with what marking without reading would have earned', () => {
		const { account } = review;
		expect(account?.K).toBe(4);
		expect(account?.penalty).toBe(1);
		expect(account?.baseline?.score).toBeGreaterThan(0);
		expect(account?.rows.map(({ label }) => label)).toContain('Points, of 10');
	});

	it('explains what was rightly left alone', () => {
		const { lures } = reviewOf(answer(mark('shameful', 'loaded')));
		expect(lures).toEqual([expect.objectContaining({ marked: false, why: 'Nobody disputes it.' })]);
	});

	it('says which technique it is where another was named', () => {
		const asked: MarkSpansTask = { ...task, ask: ['technique'] };
		const [item] = reviewOf(answer(mark('shameful', 'loaded', 'euphemism')), asked).items;
		expect(item?.techniqueRight).toBe(false);
		expect(item?.verdict).toBe('Found. The technique is Emotive wording.');
	});

	it('shows a teacher the key without an answer', () => {
		const shown = scorer.keyReview({ task, key: keyOf(task), points: 10, documents });
		expect(shown.headline).toBe('Four passages to find.');
		expect(shown.account).toBe(null);
		expect(shown.items.every(({ outcome }) => outcome === 'not-marked')).toBe(true);
	});
});

describe('the score of marks', () => {
	it('is that of the grading rule, in whole hundredths', () => {
		const score = scorer.score({
			task,
			key: keyOf(task),
			answer: answer(mark('shameful', 'loaded'), mark('drove every investor away', 'claim'), mark('fell', 'authority')),
			points: 10,
			documents,
		});
		expect(score).toMatchObject({ earned: 375, possible: 1000, needsTeacher: false });
	});

	it('rewards saying that there is nothing to mark where there is nothing', () => {
		const asked: MarkSpansTask = { ...task, categories: ['authority'], paragraphs: [1, 1] };
		const input = { task: asked, key: keyOf(asked), answer: { marks: [], nothingToMark: true }, points: 5, documents };
		expect(scorer.score(input).earned).toBe(500);
		expect(scorer.review(input, scorer.score(input)).headline).toBe('There was nothing to find here, and you said so.');
	});
});
