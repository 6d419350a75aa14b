import { describe, expect, it } from 'vitest';
import type { KeySpan } from '../lessons/document-key.ts';
import { fits, techniques, tiers } from '../marking/categories.ts';
import { discussionPrompt, talkAbout } from './talk-about.ts';

const span = (start: number, change: Partial<KeySpan> = {}): KeySpan => ({
	id: `loaded-${start}`,
	start,
	end: start + 5,
	quote: 'words',
	category: 'loaded',
	technique: ['emotive-wording'],
	tier: 'core',
	why: 'A reason.',
	evidence: [],
	...change,
});
const tally = (found: number, missed: number, otherName = 0) => ({ found, missed, otherName });

describe('what to talk about', () => {
	it('is the five passages closest to half found, the closest first', () => {
		const found = [19, 10, 3, 12, 7, 15, 1];
		const spans = found.map((_, index) => span(index * 10));
		const chosen = talkAbout(
			spans,
			found.map((count) => tally(count, 20 - count)),
		);
		expect(chosen.map(({ place }) => place)).toEqual([1, 3, 4, 5, 2]);
	});

	it('leaves out what everybody found, nobody found, or nobody has to find', () => {
		const spans = [span(0), span(10), span(20, { tier: 'acceptable' }), span(30, { tier: 'contested' })];
		const tallies = [tally(20, 0), tally(0, 20), tally(10, 10), tally(2, 18)];
		expect(talkAbout(spans, tallies).map(({ place }) => place)).toEqual([3]);
	});

	it('is nothing before anybody has handed in', () => {
		expect(talkAbout([span(0)], [tally(0, 0)])).toEqual([]);
	});
});

describe('a prompt', () => {
	it('is a question, whatever the span is', () => {
		for (const [category, ids] of Object.entries(techniques)) {
			for (const technique of ids) {
				for (const tier of tiers) {
					const given = span(0, { category: category as KeySpan['category'], technique: [technique], tier });
					expect(discussionPrompt(given)).toMatch(/\?/);
				}
			}
		}
		expect(discussionPrompt(span(0, { technique: [] }))).toMatch(/\?$/);
	});

	it('asks of an appeal what its fit asks', () => {
		const prompts = fits.map((fit) => discussionPrompt(span(0, { category: 'authority', technique: ['treaty'], fit: [fit] }))); // prettier-ignore
		expect(new Set(prompts).size).toBe(fits.length);
		expect(prompts[fits.indexOf('accurate')]).toContain('no fault');
	});

	it('asks after a claim for its best true version', () => {
		expect(discussionPrompt(span(0, { category: 'claim', technique: ['cause'] }))).toContain('best true version');
	});

	it('of an open span is its own question', () => {
		const note = 'Is this a name or a verdict?';
		expect(discussionPrompt(span(0, { tier: 'contested', note }))).toBe(note);
		expect(discussionPrompt(span(0, { tier: 'contested', note: 'Seen in the archive.' }))).toMatch(/^Careful readers/);
	});
});
