import { describe, expect, it } from 'vitest';
import { articleParagraphs } from '../documents/article.ts';
import { locateQuote } from '../documents/locate-quote.ts';
import { baseline } from './baseline.ts';
import type { KeyItem } from './rule.ts';

const text = 'All wells are poisoned. The mayor spoke.\nNobody was ever asked. It rained on Monday.';
const setting = { text, paragraphs: articleParagraphs({ text, furniture: [] }), asked: [] };
const item = (quote: string, category: KeyItem['category']): KeyItem => ({
	...locateQuote(text, quote),
	category,
	tier: 'core',
});

describe('the baseline', () => {
	it('is what calling every sentence a claim would earn where that is the best blind strategy', () => {
		const key = [item('All wells are poisoned', 'claim'), item('Nobody was ever asked', 'claim')];
		expect(baseline({ ...setting, key, categories: ['claim'] })).toEqual({
			score: 0.5,
			strategy: 'calling every sentence a claim',
		});
	});

	it('tries words only where loaded wording is asked for', () => {
		const key = [item('poisoned', 'loaded')];
		expect(baseline({ ...setting, key, categories: ['loaded'] })).toEqual({
			score: 1,
			strategy: 'calling every word of seven letters or more loaded',
		});
		expect(baseline({ ...setting, key, categories: ['claim'] })).toEqual({
			score: 0,
			strategy: 'marking without reading',
		});
	});

	it('is none where there is nothing to find', () => {
		expect(baseline({ ...setting, key: [], categories: ['claim'] })).toBe(null);
	});
});
