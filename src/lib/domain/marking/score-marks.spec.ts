import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { overlap } from '../spans/algebra.ts';
import { categories } from './categories.ts';
import { mergeMarks } from './merge-marks.ts';
import { readScoringCase } from './scoring-case.ts';
import { boundaryScore, defaultConstants, type KeyItem, type ScoredMark } from './rule.ts';
import examples from './scoring-examples.json' with { type: 'json' };
import { scoreMarks } from './score-marks.ts';

const plain = { declaredClean: false, points: 10, asked: [] };
const core = (start: number, end: number, category: KeyItem['category']): KeyItem => ({
	start,
	end,
	category,
	tier: 'core',
});
const mark = (start: number, end: number, category: KeyItem['category']): ScoredMark => ({ start, end, category });

const asMarks = (key: KeyItem[]): ScoredMark[] => key.map((item) => mark(item.start, item.end, item.category));

const exampleKey = [
	core(10, 20, 'loaded'),
	core(40, 100, 'claim'),
	core(120, 180, 'authority'),
	core(200, 212, 'loaded'),
];

describe('the twelve worked examples', () => {
	it.each(examples)('$title', (example) => {
		const { key, marks, options } = readScoringCase(example);
		const scored = scoreMarks(key, marks, options);
		expect(scored.credit).toBeCloseTo(example.expect.credit, 8);
		expect(scored.extras).toHaveLength(example.expect.extras);
		expect(scored.penalty).toBe(example.expect.penalty);
		expect(scored.K).toBe(example.expect.K);
		expect(scored.score).toBeCloseTo(example.expect.score, 8);
		expect(scored.earned / 100).toBe(example.expect.points);
	});
});

describe('the grading rule', () => {
	it('gives nothing for a blank answer where there is something to find', () => {
		expect(scoreMarks(exampleKey, [], plain).earned).toBe(0);
		expect(scoreMarks(exampleKey, [], { ...plain, declaredClean: true }).earned).toBe(0);
	});

	it('gives everything for “nothing to mark” in a clean text, and nothing for saying nothing', () => {
		expect(scoreMarks([], [], { ...plain, declaredClean: true }).earned).toBe(1000);
		expect(scoreMarks([], [], plain).earned).toBe(0);
	});

	it('rounds 8.125 up to 8.13', () => {
		const marks = [...asMarks(exampleKey), mark(110, 116, 'loaded'), mark(220, 260, 'claim')];
		expect(scoreMarks(exampleKey, marks, plain).earned).toBe(813);
	});

	it('gives half for the right place under another category, unless the right one is there too', () => {
		const key = [core(0, 10, 'loaded')];
		expect(scoreMarks(key, [mark(0, 10, 'claim')], plain).earned).toBe(500);
		const both = scoreMarks(key, [mark(0, 10, 'claim'), mark(0, 10, 'loaded')], plain);
		expect(both.pairs).toHaveLength(1);
		expect(both.extras).toHaveLength(1);
		expect(both.earned).toBe(500);
	});

	it('never lets a mark of another category take an acceptable item', () => {
		const key: KeyItem[] = [core(0, 10, 'loaded'), { ...core(50, 60, 'loaded'), tier: 'acceptable' }];
		expect(scoreMarks(key, [mark(50, 60, 'claim')], plain).extras).toHaveLength(1);
	});

	it('counts a missing technique as wrong where it is asked, and takes any of several', () => {
		const key: KeyItem[] = [{ ...core(0, 10, 'loaded'), technique: ['euphemism', 'exaggeration'] }];
		const asked = { ...plain, asked: ['technique' as const] };
		expect(scoreMarks(key, [mark(0, 10, 'loaded')], asked).earned).toBe(750);
		expect(scoreMarks(key, [{ ...mark(0, 10, 'loaded'), technique: 'exaggeration' }], asked).earned).toBe(1000);
		expect(scoreMarks(key, [mark(0, 10, 'loaded')], plain).earned).toBe(1000);
	});

	it('can be set otherwise for one exercise', () => {
		const key = [core(0, 10, 'loaded')];
		const marks = [mark(0, 10, 'loaded'), mark(20, 30, 'loaded')];
		expect(scoreMarks(key, marks, plain).earned).toBe(750);
		expect(scoreMarks(key, marks, { ...plain, constants: { penalty: { loaded: 1 } } }).earned).toBe(0);
		expect(scoreMarks(key, marks, { ...plain, constants: { penalty: { claim: 1 } } }).earned).toBe(750);
	});

	it('weighs items', () => {
		const key: KeyItem[] = [{ ...core(0, 10, 'loaded'), weight: 3 }, core(20, 30, 'loaded')];
		expect(scoreMarks(key, [mark(0, 10, 'loaded')], plain).earned).toBe(750);
	});
});

const category = fc.constantFrom(...categories);
const span = fc
	.tuple(fc.nat(120), fc.integer({ min: 1, max: 40 }))
	.map(([start, length]) => ({ start, end: start + length }));
const scoredMark: fc.Arbitrary<ScoredMark> = fc
	.tuple(span, category)
	.map(([place, named]) => ({ ...place, category: named }));
const keyItem: fc.Arbitrary<KeyItem> = fc
	.tuple(span, category, fc.constantFrom('core' as const, 'core' as const, 'acceptable' as const))
	.map(([place, named, tier]) => ({ ...place, category: named, tier }));

describe('for any key and any marks', () => {
	it('the score lies between 0 and 1, and the points between 0 and those of the exercise', () => {
		fc.assert(
			fc.property(fc.array(keyItem), fc.array(scoredMark), fc.boolean(), (key, marks, declaredClean) => {
				const { score, earned } = scoreMarks(key, marks, { ...plain, declaredClean });
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(1);
				expect(earned).toBeLessThanOrEqual(1000);
			}),
		);
	});

	it('a key marked exactly earns everything, when no two items of a category overlap', () => {
		fc.assert(
			fc.property(fc.array(keyItem, { minLength: 1 }), (items) => {
				const key = items.filter((item, index) =>
					items.every((other, before) => before >= index || other.category !== item.category || !overlap(other, item)),
				);
				expect(scoreMarks(key, asMarks(key), plain).earned).toBe(1000);
			}),
		);
	});

	it('the order of marks and of key items does not matter', () => {
		const withAnswer = fc.tuple(scoredMark, fc.constantFrom('a', 'b')).map(([m, technique]) => ({ ...m, technique }));
		const shuffled = <T>(items: fc.Arbitrary<T>) =>
			fc
				.array(items, { maxLength: 8 })
				.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
		const item = keyItem.map((each) => ({ ...each, technique: ['a'] }));
		fc.assert(
			fc.property(shuffled(item), shuffled(withAnswer), ([key, otherKey], [marks, otherMarks]) => {
				const asked = { ...plain, asked: ['technique' as const] };
				const one = scoreMarks(key, marks, asked);
				const other = scoreMarks(otherKey, otherMarks, asked);
				expect(other.earned).toBe(one.earned);
				expect(other.penalty).toBe(one.penalty);
				expect(other.credit).toBeCloseTo(one.credit, 12);
			}),
		);
	});

	it('a mark that overlaps no key item and no other mark of its category never raises the score', () => {
		fc.assert(
			fc.property(fc.array(keyItem, { minLength: 1 }), fc.array(scoredMark), scoredMark, (key, marks, useless) => {
				fc.pre(key.some(({ tier }) => tier === 'core'));
				fc.pre(key.every((item) => overlap(item, useless) === 0));
				fc.pre(marks.every((other) => other.category !== useless.category || overlap(other, useless) === 0));
				const before = scoreMarks(key, marks, plain).score;
				expect(scoreMarks(key, [...marks, useless], plain).score).toBeLessThanOrEqual(before);
			}),
		);
	});

	it('merging marks that were merged changes nothing', () => {
		fc.assert(
			fc.property(fc.array(scoredMark), (marks) => {
				const once = mergeMarks(marks).map(({ start, end, category: named }) => mark(start, end, named));
				const twice = mergeMarks(once).map(({ start, end, category: named }) => mark(start, end, named));
				expect(twice).toEqual(once);
			}),
		);
	});

	it('no other pairing of marks and items would earn more', () => {
		const crowded = fc
			.tuple(fc.nat(25), fc.integer({ min: 3, max: 20 }))
			.map(([start, length]) => ({ start, end: start + length }));
		const item = fc
			.tuple(crowded, category, fc.constantFrom('core' as const, 'core' as const, 'contested' as const))
			.map(([place, named, tier]): KeyItem => ({ ...place, category: named, tier }));
		const crowdedMark = fc
			.tuple(crowded, category)
			.map(([place, named]): ScoredMark => ({ ...place, category: named }));
		fc.assert(
			fc.property(fc.array(item, { maxLength: 5 }), fc.array(crowdedMark, { maxLength: 5 }), (key, marks) => {
				const { credit, penalty } = scoreMarks(key, marks, plain);
				expect(credit - penalty).toBeCloseTo(bestByTryingAll(key, marks), 9);
			}),
			{ numRuns: 300 },
		);
	});
});

/** Credit less penalty of the best pairing, found by trying every one, written from the rule and not from the code. */
function bestByTryingAll(key: KeyItem[], given: ScoredMark[]): number {
	const marks = mergeMarks(given);
	const { penalty } = defaultConstants;
	const worth = (m: ScoredMark, item: KeyItem): number | null => {
		const b = boundaryScore(m, item);
		const place = Math.min(1, Math.max(0, (b - 0.2) / 0.6));
		if (m.category === item.category) return b > 0.2 ? (item.tier === 'core' ? place : 0) : null;
		const named = marks.some((other) => other.category === item.category && boundaryScore(other, item) > 0.2);
		return b >= 0.5 && item.tier === 'core' && !named ? place / 2 : null;
	};
	const unmatched = (m: ScoredMark): number => {
		const inside = key.some((item) => item.category === m.category && overlap(m, item) / (m.end - m.start) >= 0.5);
		return inside ? 0 : -penalty[m.category];
	};
	const best = (index: number, taken: ReadonlySet<KeyItem>): number => {
		const m = marks[index];
		if (!m) return 0;
		let most = unmatched(m) + best(index + 1, taken);
		for (const item of key) {
			const value = taken.has(item) ? null : worth(m, item);
			if (value !== null) most = Math.max(most, value + best(index + 1, new Set([...taken, item])));
		}
		return most;
	};
	return best(0, new Set());
}
