import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import { kind, type OrderTask } from './kind.ts';
import { scorer, type OrderKeyFile } from './scorer.server.ts';
import { countPairs, rowsInOrder } from './standing.ts';

const task: OrderTask = {
	items: [
		{ id: 'vote', text: 'The council votes.' },
		{ id: 'letter', text: 'A letter arrives.' },
		{ id: 'report', text: 'The report is printed.' },
		{ id: 'close', text: 'The bridge is closed.' },
		{ id: 'count', text: 'The cars are counted.' },
	],
};
const keyFile: OrderKeyFile = {
	order: ['count', ['letter', 'report'], 'vote', 'close'],
	why: {
		count: 'In May.',
		letter: 'In June.',
		report: 'In June too.',
		vote: 'On 1 July.',
		close: 'After the vote.',
	},
};
const sources = { documentKeys: {}, documents: {} };
const key = scorer.buildKey(task, keyFile, sources);
const RIGHT = ['count', 'letter', 'report', 'vote', 'close'];

const judge = (order: string[], points = 4) => {
	const input = { task, key, answer: { order }, points, documents: {} };
	const scored = scorer.score(input);
	return { ...scored, review: scorer.review(input, scored) };
};
const lint = (given: OrderTask, file: OrderKeyFile) =>
	scorer
		.lint({ task: given, key: scorer.buildKey(given, file, sources), points: 4, documents: {}, library: new Map() })
		.map(({ level, message }) => `${level}: ${message}`);

/** A right order of some groups, and any order of the same rows. */
const orders = fc
	.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 6 })
	.map((sizes) => sizes.map((size, group) => Array.from({ length: size }, (_, row) => `${group}-${row}`)))
	.chain((groups) => {
		const rows = groups.flat();
		return fc.record({
			groups: fc.constant(groups),
			order: fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
		});
	});
const earned = (order: string[], groups: string[][]) =>
	scorer.score({ task: { items: [] }, key: { groups, why: {} }, answer: { order }, points: 10, documents: {} }).earned;

describe('putting in order', () => {
	it('gives all points for a right order, either way where the key allows both', () => {
		expect(judge(RIGHT)).toMatchObject({ earned: 400, possible: 400, needsTeacher: false });
		expect(judge(['count', 'report', 'letter', 'vote', 'close']).earned).toBe(400);
	});

	it('counts pairs above chance: one row in the wrong place loses only its own pairs', () => {
		// Nine pairs have an order; the one row that came last must be before all four others.
		expect(judge(['letter', 'report', 'vote', 'close', 'count'])).toMatchObject({
			earned: 44,
			detail: { right: 5, all: 9 },
		});
		// One pair of neighbours turned round: eight of nine, 2 * 8/9 - 1 of the points.
		expect(judge(['count', 'letter', 'report', 'close', 'vote']).earned).toBe(311);
	});

	it('gives nothing for the reverse, nor for no answer', () => {
		expect(judge(RIGHT.toReversed()).earned).toBe(0);
		expect(judge([]).earned).toBe(0);
	});

	it('gives all for every right order, and nothing for its reverse', () => {
		fc.assert(
			fc.property(orders, ({ groups, order }) => {
				const groupOf = (id: string) => groups.findIndex((group) => group.includes(id));
				const right = order.toSorted((a, b) => groupOf(a) - groupOf(b));
				expect(earned(right, groups)).toBe(1000);
				expect(earned(right.toReversed(), groups)).toBe(0);
			}),
		);
	});

	it('lets nobody gain by chance: an order and its reverse are right in as many pairs as there are', () => {
		fc.assert(
			fc.property(orders, ({ groups, order }) => {
				const there = countPairs(order, groups);
				const back = countPairs(order.toReversed(), groups);
				expect(there.right + back.right).toBe(there.all);
				expect(Math.min(earned(order, groups), earned(order.toReversed(), groups))).toBe(0);
			}),
		);
	});

	it('never takes points for turning two neighbours the right way round', () => {
		fc.assert(
			fc.property(orders, fc.nat(), ({ groups, order }, at) => {
				const index = at % (order.length - 1);
				const [above = '', below = ''] = order.slice(index, index + 2);
				const groupOf = (id: string) => groups.findIndex((group) => group.includes(id));
				const turned = order.with(index, below).with(index + 1, above);
				const gain = countPairs(turned, groups).right - countPairs(order, groups).right;
				expect(gain).toBe(Math.sign(groupOf(above) - groupOf(below)));
				if (gain >= 0) expect(earned(turned, groups)).toBeGreaterThanOrEqual(earned(order, groups));
			}),
		);
	});

	it('calls rows in order that stand so among themselves, and no more could', () => {
		fc.assert(
			fc.property(orders, ({ groups, order }) => {
				const groupOf = (id: string) => groups.findIndex((group) => group.includes(id));
				const inOrder = rowsInOrder(order, groups);
				const kept = order.filter((id) => inOrder.has(id)).map(groupOf);
				expect(kept).toEqual(kept.toSorted((a, b) => a - b));
				const { right, all } = countPairs(order, groups);
				expect(inOrder.size === order.length).toBe(right === all);
			}),
		);
	});

	it('says of every row whether it is in order, where it belongs, and why', () => {
		const { review } = judge(['letter', 'report', 'vote', 'close', 'count']);
		expect(review.headline).toBe('Four of the five stand in order; one row belongs elsewhere.');
		expect(review.own.map(({ id, belongs }) => [id, belongs])).toEqual([
			['letter', null],
			['report', null],
			['vote', null],
			['close', null],
			['count', 'earlier'],
		]);
		expect(review.right.map(({ id, places: { first, last } }) => [id, first, last])).toEqual([
			['count', 1, 1],
			['letter', 2, 3],
			['report', 2, 3],
			['vote', 4, 4],
			['close', 5, 5],
		]);
		expect(review.right.every(({ why }) => why !== '')).toBe(true);
		expect(review.sentences.join(' ')).toContain('5 of 9 pairs stand the right way round.');
		expect(review.sentences.join(' ')).toContain('only what is above half counts: 11%.');
	});

	it('says so when the order is right, reversed or not given', () => {
		expect(judge(RIGHT).review).toMatchObject({ headline: 'Right: all five stand in order.', sentences: [] });
		expect(judge(RIGHT.toReversed()).review.sentences.join(' ')).toContain('so nothing counts this time');
		expect(judge([]).review).toMatchObject({ headline: 'No order was given.', own: [] });
		expect(scorer.keyReview({ task, key, points: 4, documents: {} })).toMatchObject({ own: [] });
	});

	it('is missing until something was moved or kept', () => {
		expect(kind.missing(task, { order: [] })).toHaveLength(1);
		expect(kind.missing(task, { order: task.items.map(({ id }) => id) })).toEqual([]);
	});

	it('refuses what is no order of its rows', () => {
		expect(kind.faults(task, { order: [] }, {})).toEqual([]);
		expect(kind.faults(task, { order: RIGHT }, {})).toEqual([]);
		expect(kind.faults(task, { order: RIGHT.slice(1) }, {})).toEqual([
			'Something of this exercise is missing in the order.',
		]);
		expect(kind.faults(task, { order: [...RIGHT, 'count'] }, {})).toEqual(['Something stands in the order twice.']);
		expect(kind.faults(task, { order: [...RIGHT, 'tea'] }, {})).toHaveLength(1);
		expect(safeParse(kind.answerSchema, { order: Array.from({ length: 21 }, String) }).success).toBe(false);
		expect(safeParse(kind.answerSchema, { order: [1] }).success).toBe(false);
	});

	it('names a faulty key', () => {
		expect(lint(task, keyFile)).toEqual([]);
		expect(lint(task, { ...keyFile, order: RIGHT.slice(1) })).toEqual(['error: its key gives no place for “count”']);
		expect(lint(task, { ...keyFile, order: [...RIGHT, 'vote'] })).toEqual(['error: its key names “vote” twice']);
		expect(lint(task, { ...keyFile, order: [...RIGHT, 'tea'] })[0]).toContain('speaks of “tea”');
		const { count: _, ...why } = keyFile.why;
		expect(lint(task, { ...keyFile, why })).toEqual(['error: its key gives no reason for “count”']);
		expect(lint(task, { ...keyFile, order: [RIGHT] })).toEqual(['error: its key lets everything stand in any order']);
	});

	it('refuses rows that already stand right, and warns where leaving them would earn much', () => {
		const shown = (ids: string[]) => ({ items: ids.map((id) => ({ id, text: id })) });
		expect(lint(shown(['count', 'report', 'letter', 'vote', 'close']), keyFile)[0]).toContain(
			'already stand in a right order',
		);
		expect(lint(shown(['count', 'letter', 'report', 'close', 'vote']), keyFile)).toEqual([
			'warning: its items, left as they first stand, earn 78% of the points',
		]);
	});

	it('has no field that it does not know', () => {
		expect(safeParse(kind.taskSchema, task).success).toBe(true);
		expect(safeParse(kind.taskSchema, { ...task, hint: 'count' }).success).toBe(false);
		expect(safeParse(kind.taskSchema, { items: task.items.slice(0, 2) }).success).toBe(false);
		expect(safeParse(kind.taskSchema, { items: [...task.items, task.items[0]] }).success).toBe(false);
	});
});
