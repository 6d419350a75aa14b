import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingOf, totalOf, type Category, type Entry, type Standing } from './gradebook.ts';

const NOW = 1_000;
const other: Category = { id: null, name: 'Other work', weight: 100, dropLowest: 0 };
const homework: Category = { id: 'homework', name: 'Homework', weight: 100, dropLowest: 0 };
const essays: Category = { id: 'essays', name: 'Essays', weight: 300, dropLowest: 0 };

function entry(change: Partial<Entry> = {}): Entry {
	const plain = { assignmentId: 'a', categoryId: null, weight: 100, possible: 1000, earned: 500 };
	return { ...plain, standing: 'counts', ...change };
}

describe('how work stands', () => {
	const work = { classDueAt: NOW, exception: null, handedInAt: null, waiting: 0 };

	test.each([
		['counts once it is handed in and graded', { handedInAt: 5 }, NOW, 'counts'],
		['is to grade while something waits', { handedInAt: 5, waiting: 100 }, NOW, 'to grade'],
		['is not due yet at the due date itself', {}, NOW, 'not due yet'],
		['is missing after the due date', {}, NOW + 1, 'missing'],
		['is never missing without a date', { classDueAt: null }, NOW + 1, 'not due yet'],
		['waits for the student’s own date', { exception: { dueAt: NOW + 9, excused: false } }, NOW + 1, 'not due yet'],
		['is missing after the student’s own date', { exception: { dueAt: NOW + 9, excused: false } }, NOW + 10, 'missing'],
		['is excused, missing or not', { exception: { dueAt: null, excused: true } }, NOW + 1, 'excused'],
		['is excused, handed in or not', { exception: { dueAt: null, excused: true }, handedInAt: 5 }, NOW, 'excused'],
	] as const)('%s', (_, change, now, standing) => {
		expect(standingOf({ ...work, ...change }, now)).toBe(standing);
	});
});

describe('the total', () => {
	test('is nothing while nothing counts', () => {
		const silent: Standing[] = ['excused', 'to grade', 'not due yet', 'not out yet'];
		const entries = silent.map((standing) => entry({ standing }));
		expect(totalOf(entries, [other])).toEqual({ share: null, groups: [] });
	});

	test('is the mean of shares, not of points: a long lesson weighs no more than a short one', () => {
		const entries = [entry({ earned: 1000 }), entry({ possible: 3000, earned: 1500 })];
		expect(totalOf(entries, [other]).share).toBe(0.75);
	});

	test('counts missing work as nothing earned', () => {
		expect(totalOf([entry({ earned: 1000 }), entry({ standing: 'missing', earned: 900 })], [other]).share).toBe(0.5);
	});

	test('weighs works inside a category and categories against each other', () => {
		const entries = [
			entry({ categoryId: 'homework', earned: 1000, weight: 200 }),
			entry({ categoryId: 'homework', earned: 400 }),
			entry({ categoryId: 'essays', earned: 600 }),
		];
		const total = totalOf(entries, [homework, essays, other]);
		expect(total.groups.map(({ share }) => share)).toEqual([0.8, 0.6]);
		expect(total.share).toBeCloseTo((0.8 + 3 * 0.6) / 4, 12);
	});

	test('drops the lowest of a category, a missing one first, and never the only one', () => {
		const drops = { ...other, dropLowest: 2 };
		const entries = [
			entry({ assignmentId: 'half' }),
			entry({ assignmentId: 'gone', standing: 'missing' }),
			entry({ assignmentId: 'full', earned: 1000 }),
		];
		const { share, groups } = totalOf(entries, [drops]);
		expect(share).toBe(1);
		expect(groups[0]?.parts.filter(({ dropped }) => dropped).map(({ assignmentId }) => assignmentId)).toEqual([
			'half',
			'gone',
		]);
		expect(totalOf([entry()], [drops]).share).toBe(0.5);
	});

	test('leaves out work that weighs nothing, or has no points, and does not spend a drop on it', () => {
		const entries = [
			entry({ weight: 0, earned: 0 }),
			entry({ possible: 0, earned: 0 }),
			entry({ earned: 200 }),
			entry({ earned: 800 }),
		];
		expect(totalOf(entries, [{ ...other, dropLowest: 1 }]).share).toBe(0.8);
	});
});

describe('whatever the results are', () => {
	const standings: Standing[] = ['counts', 'missing', 'excused', 'to grade', 'not due yet', 'not out yet'];
	const anyEntry = fc
		.record({
			categoryId: fc.constantFrom(null, 'homework', 'essays'),
			weight: fc.integer({ min: 0, max: 500 }),
			possible: fc.integer({ min: 1, max: 40 }).map((points) => points * 100),
			part: fc.integer({ min: 0, max: 100 }),
			standing: fc.constantFrom(...standings),
		})
		.map(({ part, ...rest }) => ({ ...rest, assignmentId: '', earned: Math.round((rest.possible * part) / 100) }));
	const anyEntries = fc
		.array(anyEntry, { maxLength: 12 })
		.map((entries): Entry[] => entries.map((one, index) => ({ ...one, assignmentId: String(index) })));
	const anyCategories = fc
		.array(fc.record({ weight: fc.integer({ min: 0, max: 900 }), dropLowest: fc.integer({ min: 0, max: 3 }) }), {
			minLength: 3,
			maxLength: 3,
		})
		.map((rules) => [homework, essays, other].map((category, index) => ({ ...category, ...rules[index] })));
	const same = (a: number | null, b: number | null) => {
		if (a === null || b === null) expect(a).toBe(b);
		else expect(a).toBeCloseTo(b, 9);
	};

	test('the total lies between the worst and the best that counts', () => {
		fc.assert(
			fc.property(anyEntries, anyCategories, (entries, categories) => {
				const { share, groups } = totalOf(entries, categories);
				const shares = groups.flatMap(({ parts }) => parts.map((part) => part.share));
				if (share === null) return;
				expect(share).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9);
				expect(share).toBeLessThanOrEqual(Math.max(...shares) + 1e-9);
			}),
		);
	});

	test('excused work changes nothing: the total is as if it had never been assigned', () => {
		fc.assert(
			fc.property(anyEntries, anyCategories, fc.nat(), (entries, categories, place) => {
				const index = entries.length === 0 ? 0 : place % entries.length;
				const excused = entries.map((one, at): Entry => (at === index ? { ...one, standing: 'excused' } : one));
				same(totalOf(excused, categories).share, totalOf(entries.toSpliced(index, 1), categories).share);
			}),
		);
	});

	test('dropping one more never lowers the total', () => {
		fc.assert(
			fc.property(anyEntries, anyCategories, fc.nat(2), (entries, categories, place) => {
				const before = totalOf(entries, categories).share;
				const more = categories.map((one, at) => (at === place ? { ...one, dropLowest: one.dropLowest + 1 } : one));
				const after = totalOf(entries, more).share;
				if (before === null) expect(after).toBeNull();
				else expect(after).toBeGreaterThanOrEqual(before - 1e-9);
			}),
		);
	});

	test('only proportions of weights matter', () => {
		fc.assert(
			fc.property(anyEntries, anyCategories, fc.integer({ min: 2, max: 50 }), (entries, categories, factor) => {
				const scale = <T extends { weight: number }>(all: T[]) =>
					all.map((one) => ({ ...one, weight: one.weight * factor }));
				same(totalOf(scale(entries), scale(categories)).share, totalOf(entries, categories).share);
			}),
		);
	});

	test('the order of the works does not matter', () => {
		fc.assert(
			fc.property(anyEntries, anyCategories, (entries, categories) => {
				// Of equal results with different weights either may be dropped.
				const alike = entries.map((one) => ({ ...one, weight: 100 }));
				same(totalOf(alike.toReversed(), categories).share, totalOf(alike, categories).share);
			}),
		);
	});
});
