import { describe, expect, it } from 'vitest';
import { kind, type ChoiceTask } from './kind.ts';
import { scorer, type ChoiceKey } from './scorer.server.ts';

const task: ChoiceTask = { options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id.toUpperCase() })) };
const several: ChoiceTask = { ...task, multiple: true };
const why = { a: 'A holds.', b: 'B holds.', c: 'C holds.', d: 'D does not.' };
const one = { correct: ['a'], why };
const three = { correct: ['a', 'b', 'c'], why };

const score = (given: ChoiceTask, key: ChoiceKey, chosen: string[], points = 2) => {
	const input = { task: given, key, answer: { chosen }, points, documents: {} };
	const scored = scorer.score(input);
	return { ...scored, review: scorer.review(input, scored) };
};

describe('a choice of one', () => {
	it('earns all or nothing', () => {
		expect(score(task, one, ['a'])).toMatchObject({ earned: 200, possible: 200, needsTeacher: false });
		expect(score(task, one, ['b']).earned).toBe(0);
		expect(score(task, one, []).earned).toBe(0);
	});

	it('refuses a second and an unknown option, and asks for a first', () => {
		expect(kind.faults(task, { chosen: ['a', 'b'] }, {})).toEqual(['Only one answer can be chosen here.']);
		expect(kind.faults(task, { chosen: ['z'] }, {})).toHaveLength(1);
		expect(kind.missing(task, { chosen: [] })).toEqual(['Choose an answer.']);
	});

	it('shows the reason for every option', () => {
		const { review } = score(task, one, ['b']);
		expect(review.headline).toBe('Not this one.');
		expect(review.options.map(({ id, chosen, correct }) => [id, chosen, correct])).toEqual([
			['a', false, true],
			['b', true, false],
			['c', false, false],
			['d', false, false],
		]);
		expect(review.options.every((option) => option.why !== '')).toBe(true);
	});
});

describe('a choice that was ruled on', () => {
	const ruled = (decision: 'accept' | 'contested', given: ChoiceTask, key: ChoiceKey) => {
		const input = { task: given, key, points: 2, documents: {}, exerciseId: 'choose' };
		const target = { is: 'option' as const, exerciseId: 'choose', id: 'b' };
		return scorer.amendKey!(input, { number: 1, target, decision, answer: 'It fits too.' });
	};

	it('takes an accepted option as right', () => {
		expect(score(task, ruled('accept', task, one), ['b'])).toMatchObject({
			earned: 200,
			review: { headline: 'Right.' },
		});
		expect(score(task, ruled('accept', task, one), ['a']).earned).toBe(200);
		expect(score(several, ruled('accept', several, one), ['a', 'b']).earned).toBe(200);
	});

	it('takes nothing away for a contested one, and says that it is open', () => {
		const key = ruled('contested', several, one);
		expect(score(several, key, ['a', 'b']).earned).toBe(200);
		expect(score(several, key, ['a']).earned).toBe(200);
		expect(score(several, key, ['b']).earned).toBe(0);
		expect(score(task, ruled('contested', task, one), ['b']).earned).toBe(200);
		expect(score(several, key, ['b']).review.options.find(({ id }) => id === 'b')).toMatchObject({ open: true });
	});
});

describe('a choice of several', () => {
	it('counts right ones less other ones, and says so', () => {
		expect(score(several, three, ['a', 'b', 'c']).earned).toBe(200);
		expect(score(several, three, ['a', 'b']).earned).toBe(133);
		const { earned, review } = score(several, three, ['a', 'b', 'd']);
		expect(earned).toBe(67);
		expect(review.headline).toBe('You chose two of the three right answers, and one that is not.');
		expect(review.sentences[0]).toContain('One of three counts.');
	});

	it('never earns less than nothing, and choosing everything does not pay', () => {
		expect(score(several, { correct: ['a'], why }, ['b', 'c', 'd']).earned).toBe(0);
		expect(score(several, { correct: ['a'], why }, ['a', 'b', 'c', 'd']).earned).toBe(0);
	});
});
