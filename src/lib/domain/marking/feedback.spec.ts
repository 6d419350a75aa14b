import { describe, expect, it } from 'vitest';
import { feedbackInWords, misfitInWords, misfitOf, type MarkCounts } from './feedback.ts';

const nothing: MarkCounts = {
	core: 0,
	found: 0,
	misfits: [],
	otherTechnique: 0,
	otherCategory: 0,
	free: 0,
	fragments: 0,
	extras: 0,
	lures: 0,
	luresMarked: 0,
	declaredClean: false,
};

describe('feedback in words', () => {
	it('says what was found and left alone, then what to look at', () => {
		const counts = {
			...nothing,
			core: 8,
			found: 5,
			misfits: [{ tooWide: 1, tooNarrow: 0 }],
			otherCategory: 1,
			extras: 2,
			lures: 7,
			luresMarked: 1,
		};
		expect(feedbackInWords(counts)).toEqual({
			headline: 'You found 5 of 8, and left 6 of 7 sound passages alone.',
			sentences: [
				'One is a word too wide.',
				'One is the right place with the wrong name.',
				'Two you did not mark; each has its reason below.',
				'Two you marked are not in the key; here is why.',
			],
		});
	});

	it('counts several that are too wide or too narrow', () => {
		const misfits = [
			{ tooWide: 1, tooNarrow: 0 },
			{ tooWide: 4, tooNarrow: 0 },
			{ tooWide: 0, tooNarrow: 2 },
		];
		expect(feedbackInWords({ ...nothing, core: 3, found: 3, misfits }).sentences).toEqual([
			'Two are too wide.',
			'One is too narrow.',
		]);
	});

	it('praises what was rightly left alone in a clean text', () => {
		expect(feedbackInWords({ ...nothing, declaredClean: true }).headline).toBe(
			'There was nothing to find here, and you said so.',
		);
	});

	it('says so when all was found', () => {
		expect(feedbackInWords({ ...nothing, core: 2, found: 2 })).toEqual({
			headline: 'You found 2 of 2.',
			sentences: ['Every one is in the right place with the right name.'],
		});
	});
});

describe('how far a mark lies off', () => {
	const text = 'one two three four five six';
	const item = { start: 8, end: 18, nucleus: { start: 8, end: 13 }, envelope: { start: 4, end: 18 } };

	it('is counted in words outside the envelope', () => {
		expect(misfitOf(text, { start: 0, end: 27 }, item)).toEqual({ tooWide: 3, tooNarrow: 0 });
		expect(misfitInWords({ tooWide: 3, tooNarrow: 0 })).toBe('three words too wide');
	});

	it('is counted in words missing of the nucleus', () => {
		expect(misfitOf(text, { start: 14, end: 18 }, item)).toEqual({ tooWide: 0, tooNarrow: 1 });
		expect(misfitInWords({ tooWide: 0, tooNarrow: 1 })).toBe('a word too narrow');
	});
});
