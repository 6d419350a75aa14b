import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planMove, type Assigned } from './plan-move.ts';

const work = (id: string, change: Partial<Assigned> = {}): Assigned => ({
	id,
	lesson: 'loaded-words',
	editionId: 'first',
	exercises: null,
	createdAt: 0,
	...change,
});

test('work goes to the assignment that asks the very same', () => {
	expect(planMove([work('a')], [work('x', { lesson: 'other' }), work('y')])).toEqual([{ from: 'a', twin: 'y' }]);
});

test('another edition, or another part of the lesson, is not the same', () => {
	const targets = [work('x', { editionId: 'second' }), work('y', { exercises: '["one"]' })];
	expect(planMove([work('a')], targets)).toEqual([{ from: 'a', twin: null }]);
});

test('the same exercises in another order are the same part', () => {
	const moves = planMove([work('a', { exercises: '["two","one"]' })], [work('x', { exercises: '["one","two"]' })]);
	expect(moves).toEqual([{ from: 'a', twin: 'x' }]);
});

test('what was given twice is paired in the order in which it was given', () => {
	const sources = [work('late', { createdAt: 2 }), work('early', { createdAt: 1 })];
	const targets = [work('second', { createdAt: 9 }), work('first', { createdAt: 8 })];
	expect(planMove(sources, targets)).toEqual([
		{ from: 'early', twin: 'first' },
		{ from: 'late', twin: 'second' },
	]);
});

test('every work has one place, and no twin is taken twice', () => {
	const assigned = fc.uniqueArray(
		fc.record({
			id: fc.uuid(),
			lesson: fc.constantFrom('a', 'b'),
			editionId: fc.constantFrom('one', 'two'),
			exercises: fc.constantFrom(null, '["x"]'),
			createdAt: fc.nat(5),
		}),
		{ selector: ({ id }) => id, maxLength: 8 },
	);
	fc.assert(
		fc.property(assigned, assigned, (sources, targets) => {
			const moves = planMove(sources, targets);
			expect(moves.map(({ from }) => from).sort()).toEqual(sources.map(({ id }) => id).sort());
			const twins = moves.flatMap(({ twin }) => twin ?? []);
			expect(new Set(twins).size).toBe(twins.length);
		}),
	);
});
