import { describe, expect, it } from 'vitest';
import { shortened } from './shortened.ts';

describe('a long passage', () => {
	it('is named by its beginning and end', () => {
		const quote = 'UN Charter and its various articles, including Article 1';
		expect(shortened(quote, 40)).toBe('UN Charter and its various … Article 1');
	});

	it('stays whole while it is short', () => {
		expect(shortened('held accountable')).toBe('held accountable');
	});

	it('is cut where it is one word', () => {
		expect(shortened('x'.repeat(90), 20)).toBe(`${'x'.repeat(19)}…`);
	});
});
