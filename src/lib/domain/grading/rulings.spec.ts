import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { KeySpan } from '../lessons/document-key.ts';
import {
	amendOptions,
	amendSpans,
	applyRulings,
	canBeTakenBack,
	countingScore,
	isSameTarget,
	keyVersionOf,
	rulingsInForce,
	type ChallengeTarget,
	type CountsRule,
	type Ruling,
	type SpanKey,
} from './rulings.ts';

const DOCUMENT = 'mill';

const span = (start: number, end: number, rest: Partial<KeySpan> = {}): KeySpan => ({
	id: `loaded-${start}`,
	start,
	end,
	quote: 'words',
	category: 'loaded',
	technique: ['euphemism'],
	tier: 'core',
	why: 'It takes a side.',
	evidence: [],
	...rest,
});
const key: SpanKey = {
	spans: [span(10, 20), span(40, 50, { envelope: { start: 36, end: 50 } })],
	lures: [{ start: 60, end: 70, quote: 'plain', looksLike: 'loaded', why: 'A term of art.' }],
};
const onSpan: ChallengeTarget = { is: 'span', document: DOCUMENT, id: 'loaded-10' };
const onMark: ChallengeTarget = {
	is: 'mark',
	document: DOCUMENT,
	start: 60,
	end: 70,
	category: 'loaded',
	quote: 'plain',
};
const ruling = (number: number, target: ChallengeTarget, rest: Partial<Ruling> = {}): Ruling => ({
	number,
	target,
	decision: 'accept',
	answer: 'A fair point.',
	...rest,
});
const apply = (rulings: Ruling[], shows = true) =>
	applyRulings(key, rulings, (amended, one) => amendSpans(amended, one, DOCUMENT, () => shows));

describe('a ruling on a span of the key', () => {
	it('that accepts the objection makes the span acceptable, and leaves the bundled key as it was', () => {
		const before = structuredClone(key);
		const { key: ruled, applied } = apply([ruling(1, onSpan)]);
		expect(ruled.spans.map(({ tier }) => tier)).toEqual(['acceptable', 'core']);
		expect(applied).toEqual([1]);
		expect(key).toEqual(before);
	});

	it('may make it a question for the class', () => {
		expect(apply([ruling(1, onSpan, { decision: 'contested' })]).key.spans[0]?.tier).toBe('contested');
	});

	it('widens what may be covered, never what must be', () => {
		const widen = ruling(1, onSpan, { decision: 'widen', envelope: { start: 12, end: 34 } });
		expect(apply([widen]).key.spans[0]).toMatchObject({ start: 10, end: 20, envelope: { start: 10, end: 34 } });
		const narrower = ruling(1, { ...onSpan, id: 'loaded-40' }, { decision: 'widen', envelope: { start: 40, end: 48 } });
		expect(apply([narrower])).toEqual({ key, applied: [] });
	});

	it('that keeps it, or is about another text, changes nothing', () => {
		const kept = ruling(1, onSpan, { decision: 'keep' });
		const elsewhere = ruling(2, { ...onSpan, document: 'another' });
		expect(apply([kept, elsewhere]).key).toBe(key);
	});
});

describe('a ruling on a mark that the key does not have', () => {
	it('adds an acceptable span, and it is no lure any more', () => {
		const { key: ruled } = apply([ruling(1, onMark)]);
		expect(ruled.spans.at(-1)).toMatchObject({
			start: 60,
			end: 70,
			tier: 'acceptable',
			why: expect.stringContaining('may be marked') as string,
		});
		expect(ruled.lures).toEqual([]);
	});

	it('adds it once, however often it is ruled', () => {
		const { key: ruled, applied } = apply([ruling(1, onMark), ruling(2, onMark)]);
		expect(ruled.spans).toHaveLength(3);
		expect(applied).toEqual([1]);
	});

	it('adds nothing to an exercise that does not show it', () => {
		expect(apply([ruling(1, onMark)], false).key).toBe(key);
	});

	it('answers every mark that is the same to a reader', () => {
		expect(isSameTarget(onMark, { ...onMark, start: 60, end: 74 })).toBe(true);
		expect(isSameTarget(onMark, { ...onMark, start: 60, end: 90 })).toBe(false);
		expect(isSameTarget(onMark, { ...onMark, category: 'claim' })).toBe(false);
	});
});

describe('a ruling on an option', () => {
	const options = { correct: ['a'] };
	const onOption: ChallengeTarget = { is: 'option', exerciseId: 'choose', id: 'b' };
	const applyTo = (exerciseId: string, rulings: Ruling[]) =>
		applyRulings<{ correct: string[]; open?: string[] }>(options, rulings, (amended, one) =>
			amendOptions(amended, one, exerciseId),
		).key;

	it('makes it right, in its own exercise', () => {
		expect(applyTo('choose', [ruling(1, onOption)]).correct).toEqual(['a', 'b']);
		expect(applyTo('another', [ruling(1, onOption)])).toBe(options);
	});

	it('makes one that the key calls right free of cost, and so does leaving it open', () => {
		const onRight: ChallengeTarget = { is: 'option', exerciseId: 'choose', id: 'a' };
		expect(applyTo('choose', [ruling(1, onRight)])).toEqual({ correct: [], open: ['a'] });
		expect(applyTo('choose', [ruling(1, onRight, { decision: 'contested' })])).toEqual({ correct: [], open: ['a'] });
		expect(applyTo('choose', [ruling(1, onRight, { decision: 'keep' })])).toBe(options);
	});

	it('may leave it open, and later make it right after all', () => {
		const contested = ruling(1, onOption, { decision: 'contested' });
		expect(applyTo('choose', [contested])).toEqual({ correct: ['a'], open: ['b'] });
		expect(applyTo('choose', [contested, ruling(2, onOption)])).toEqual({ correct: ['a', 'b'], open: [] });
	});
});

describe('a ruling that takes another one back', () => {
	const backOf = (number: number, takesBack: number, target: ChallengeTarget = onSpan) =>
		ruling(number, target, { decision: 'take back', takesBack });

	it('gives the key as it was, under a version of its own', () => {
		const { key: ruled, applied } = apply([ruling(1, onSpan), backOf(2, 1)]);
		expect(ruled).toEqual(key);
		expect(applied).toEqual([1, 2]);
		expect(keyVersionOf('e', applied)).not.toBe('e');
	});

	it('leaves the others in force, in whatever order they are read', () => {
		const rulings = [ruling(1, onMark), ruling(2, onSpan), backOf(3, 1, onMark)];
		expect(apply(rulings).key).toEqual(apply([ruling(2, onSpan)]).key);
		expect(apply(rulings.toReversed()).key).toEqual(apply(rulings).key);
		expect(rulingsInForce(rulings).map(({ number }) => number)).toEqual([2]);
	});

	it('any number of rulings, each taken back, leave the bundled key', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(onSpan, onMark), { maxLength: 6 }), (targets) => {
				const given = targets.map((target, index) => ruling(index + 1, target));
				const back = given.map(({ number, target }) => backOf(given.length + number, number, target));
				expect(apply([...given, ...back]).key).toEqual(key);
			}),
		);
	});

	it('is possible for the last in force on its passage alone', () => {
		const [first, second] = [ruling(1, onSpan, { decision: 'contested' }), ruling(2, onSpan)];
		expect(canBeTakenBack(first, [first, second])).toBe(false);
		expect(canBeTakenBack(second, [first, second])).toBe(true);
		expect(canBeTakenBack(first, [first, second, backOf(3, 2)])).toBe(true);
		expect(canBeTakenBack(second, [first, second, backOf(3, 2)])).toBe(false);
	});
});

describe('the version of a key', () => {
	it('is the edition until a ruling applies, then names the rulings in order', () => {
		expect(keyVersionOf('e', [])).toBe('e');
		const { applied } = apply([ruling(4, onMark), ruling(1, onSpan), ruling(2, onSpan, { decision: 'keep' })]);
		expect(keyVersionOf('e', applied)).toBe('e+1.4');
	});
});

describe('the score that counts', () => {
	const row = (earned: number, counts: CountsRule = 'better') => ({ earned, counts });

	it('is the better of old and new, and the newer of two equal ones', () => {
		expect(countingScore([])).toBeUndefined();
		expect(countingScore([row(500), row(700)])?.earned).toBe(700);
		expect(countingScore([row(500), row(300)])?.earned).toBe(500);
		const [old, newer] = [row(500), row(500)];
		expect(countingScore([old, newer])).toBe(newer);
	});

	it('is the newest where the teacher chose so, and a later ruling may better it again', () => {
		expect(countingScore([row(500), row(300, 'newest')])?.earned).toBe(300);
		expect(countingScore([row(500), row(300, 'newest'), row(200)])?.earned).toBe(300);
		expect(countingScore([row(500), row(300, 'newest'), row(400)])?.earned).toBe(400);
	});

	it('never falls, whatever rulings come, as long as none says that the newest counts', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(1000), { minLength: 1 }), (scores) => {
				expect(countingScore(scores.map((earned) => row(earned)))?.earned).toBe(Math.max(...scores));
			}),
		);
	});
});
