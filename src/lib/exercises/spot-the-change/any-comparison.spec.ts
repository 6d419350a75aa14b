/** Rules that hold for every comparison, put to made-up ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from '../../domain/documents/words.ts';
import { buildKey, type SpotTheChangeKeyFile } from './key.server.ts';
import type { ChangeMark, SpotTheChangeTask } from './kind.ts';
import { scorer } from './scorer.server.ts';
import { sides, type Side } from './sides.ts';

const effects = ['heat', 'other'].map((id) => ({ id, text: `It brings ${id}` }));

/** Two texts of made-up words that differ in some places, with the key of where; unchanged words stand between. */
const comparisons = fc
	.array(
		fc.record({
			same: fc.integer({ min: 4, max: 9 }),
			before: fc.integer({ min: 0, max: 4 }),
			after: fc.integer({ min: 0, max: 4 }),
			effect: fc.constantFrom(...effects.map(({ id }) => id)),
			minor: fc.boolean(),
		}),
		{ minLength: 1, maxLength: 8 },
	)
	.map((pieces) => pieces.filter(({ before, after }) => before + after > 0))
	.filter((pieces) => pieces.some(({ minor }) => !minor))
	.map((pieces) => {
		const named = (what: string, piece: number, count: number) =>
			Array.from({ length: count }, (_, index) => `${what}${piece}x${index}`).join(' ');
		const textOf = (side: Side) =>
			[
				...pieces.map((piece, index) => `${named('same', index, piece.same)} ${named(side, index, piece[side])}`),
				'end and out of it',
			]
				.join(' ')
				.replaceAll(/ +/gu, ' ');
		const made: SpotTheChangeTask = {
			before: { label: 'One', text: textOf('before') },
			after: { label: 'Two', text: textOf('after') },
			effects,
		};
		const file: SpotTheChangeKeyFile = {
			changes: pieces.map((piece, index) => ({
				...(piece.before > 0 ? { before: named('before', index, piece.before) } : {}),
				...(piece.after > 0 ? { after: named('after', index, piece.after) } : {}),
				effect: piece.effect,
				why: 'So.',
				...(piece.minor ? { minor: true } : {}),
			})),
		};
		return { task: made, key: buildKey(made, file), points: 10, documents: {} };
	});

type Made = ReturnType<typeof buildKey>['changes'][number];
const exact = (change: Made, effect = change.effects[0] ?? null): ChangeMark[] =>
	sides.flatMap((side) => {
		const passage = change[side];
		return passage ? [{ in: side, start: passage.start, end: passage.end, quote: passage.quote, effect }] : [];
	});

describe('whatever the two texts are', () => {
	it('the exact key earns everything, and nothing earns nothing', () => {
		fc.assert(
			fc.property(comparisons, (made) => {
				expect(made.key.problems).toEqual([]);
				const marks = made.key.changes.filter(({ minor }) => !minor).flatMap((change) => exact(change));
				expect(scorer.score({ ...made, answer: { marks } }).earned).toBe(1000);
				const oneSide = made.key.changes.filter(({ minor }) => !minor).flatMap((change) => exact(change).slice(0, 1));
				expect(scorer.score({ ...made, answer: { marks: oneSide } }).earned).toBe(1000);
				expect(scorer.score({ ...made, answer: { marks: [] } }).earned).toBe(0);
			}),
		);
	});

	it('marking everything is not rewarded: as one mark a text, or word by word', () => {
		fc.assert(
			fc.property(comparisons, (made) => {
				const whole = sides.map((side): ChangeMark => {
					const { text } = made.task[side];
					return { in: side, start: 0, end: text.length, quote: text, effect: 'heat' };
				});
				const counting = made.key.changes.filter(({ minor }) => !minor).length;
				const earned = scorer.score({ ...made, answer: { marks: whole } }).earned;
				// A single change can be so wide that the whole text is the phrase around it.
				expect(earned).toBeLessThanOrEqual(1000 / counting);
				const each = sides.flatMap((side) => {
					const { text } = made.task[side];
					return words(text).map(({ start, end }): ChangeMark => {
						return { in: side, start, end, quote: text.slice(start, end), effect: 'heat' };
					});
				});
				expect(scorer.score({ ...made, answer: { marks: each } }).earned).toBe(0);
			}),
		);
	});

	it('the order of marks and of changes is irrelevant, and a minor change neither earns nor costs', () => {
		const anyMarks = comparisons.chain((made) =>
			fc.record({
				made: fc.constant(made),
				marks: fc.subarray(made.key.changes.flatMap((change) => exact(change, 'heat'))),
				seed: fc.integer(),
			}),
		);
		fc.assert(
			fc.property(anyMarks, ({ made, marks }) => {
				const { earned } = scorer.score({ ...made, answer: { marks } });
				const turned = { ...made.key, changes: made.key.changes.toReversed() };
				expect(scorer.score({ ...made, key: turned, answer: { marks: marks.toReversed() } }).earned).toBe(earned);
				const minor = made.key.changes.filter((change) => change.minor).flatMap((change) => exact(change));
				const others = marks.filter(
					(one) => !minor.some(({ in: side, start }) => side === one.in && start === one.start),
				);
				expect(scorer.score({ ...made, answer: { marks: others } }).earned).toBe(earned);
				expect(scorer.score({ ...made, answer: { marks: [...others, ...minor] } }).earned).toBe(earned);
			}),
		);
	});

	it('the made key passes the lint, but for its effects', () => {
		fc.assert(
			fc.property(comparisons, (made) => {
				const findings = scorer.lint({ ...made, library: new Map() as never });
				const errors = findings.filter(({ level }) => level === 'error').map(({ message }) => message);
				expect(errors.filter((message) => !message.includes('two different effects'))).toEqual([]);
			}),
		);
	});
});
