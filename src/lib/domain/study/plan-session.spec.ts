import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, START, cut, nothing, sentenceOf } from '../../../../tests/study/readers.ts';
import { planPlacement, placeReader } from './placement.ts';
import { orderOfNew, planSession, type StudyState } from './plan-session.ts';
import { ITEMS, planSchema } from './plan.ts';
import { isSound, keyOf, trains } from './pool.ts';
import { categoryOf, everyTechnique } from './readings.ts';
import { cardsAfter, type FinishedSession } from './reviews.ts';
import * as v from 'valibot';

describe('a placement', () => {
	test('asks twelve, half of them sound, four about each category, and only places', () => {
		fc.assert(
			fc.property(fc.uuid(), (seed) => {
				const plan = planPlacement(cut.asked, new Map(), START, seed);
				expect(plan.items).toHaveLength(ITEMS);
				expect(plan.items.filter(({ sentence }) => isSound(sentenceOf(sentence)))).toHaveLength(ITEMS / 2);
				const right = plan.items.map((_, place) => ({ place, isRight: true }));
				const placed = placeReader(plan, right);
				expect(Object.values(placed).map(({ asked, level }) => [asked, level])).toEqual(Array(3).fill([4, 'known']));
				expect(placeReader(plan, []).claim.level).toBe('start');
			}),
		);
	});
});

describe('a session', () => {
	/** Somebody who has studied a while, by the real planner. */
	function play(sessions: number, seed: string, mood: (place: number) => boolean) {
		const met = new Map<string, number>();
		const over: FinishedSession[] = [];
		let state: StudyState = nothing;
		let now = START;
		for (let session = 0; session < sessions; session += 1) {
			const plan = planSession(cut, state, now, `${seed}${session}`);
			const answers = plan.items.map(({ sentence }, place) => {
				met.set(sentence, now);
				const isRight = mood(place);
				const technique = keyOf(sentenceOf(sentence));
				return { place, technique, isRight, flagged: isRight === (technique !== 'sound'), confidence: null };
			});
			const before = state.cards.size;
			over.push({ plan, finishedAt: now, answers });
			const cards = cardsAfter(over.slice(-1), state.cards);
			state = { cards, met, levels: null, sessionsSinceNew: cards.size > before ? 0 : state.sessionsSinceNew + 1 };
			now += 2 * DAY;
		}
		return { state, over, now };
	}

	test('has twelve different sentences, half of them sound, and no two halves of a pair', () => {
		fc.assert(
			fc.property(fc.uuid(), fc.integer({ min: 0, max: 9 }), fc.boolean(), (seed, sessions, isGood) => {
				const { state, now } = play(sessions, seed, () => isGood);
				const plan = planSession(cut, state, now, seed);
				const chosen = plan.items.map(({ sentence }) => sentenceOf(sentence));
				expect(new Set(chosen.map(({ id }) => id)).size).toBe(ITEMS);
				expect(chosen.filter(isSound)).toHaveLength(ITEMS / 2);
				const pairs = chosen.flatMap(({ pair }) => pair?.id ?? []);
				expect(new Set(pairs).size).toBe(pairs.length);
				expect(plan).toEqual(planSession(cut, state, now, seed));
				expect(v.parse(planSchema, JSON.parse(JSON.stringify(plan)))).toEqual(plan);
			}),
			{ numRuns: 40 },
		);
	});

	test('begins a new technique in a block, after a worked example, with hints that fade and tell nothing', () => {
		const plan = planSession(cut, nothing, START, 'seed');
		const [first, second] = [plan.items.slice(0, 6), plan.items.slice(6)];
		for (const block of [first, second]) {
			expect(new Set(block.map(({ focus }) => focus)).size).toBe(1);
			expect(block.map(({ isHinted }) => isHinted)).toEqual([true, true, true, true, false, false]);
			expect(block.map(({ example }) => example !== null)).toEqual([true, false, false, false, false, false]);
			expect(block.filter(({ sentence }) => isSound(sentenceOf(sentence)))).toHaveLength(3);
			expect(block.every(({ isHinted, asksTechnique }) => isHinted !== asksTechnique)).toBe(true);
			const example = block[0]?.example?.sentence ?? '';
			expect(trains(sentenceOf(example))).toBe(block[0]?.focus);
			expect(cut.asked.some(({ id }) => id === example)).toBe(false);
		}
	});

	test('mixes what was met before, and marks words in as many sound sentences as others', () => {
		const { state, now } = play(1, 'seed', () => true);
		const cards = new Map([...state.cards].map(([name, card]) => [name, { ...card, dueAt: now }]));
		const plan = planSession(cut, { ...state, cards }, now, 'another');
		expect(plan.items.every(({ isHinted, example }) => !isHinted && example === null)).toBe(true);
		const marked = plan.items
			.filter(({ play: how }) => how === 'mark-spans')
			.map(({ sentence }) => sentenceOf(sentence));
		expect(marked.filter(isSound)).toHaveLength(2);
		expect(marked).toHaveLength(4);
	});

	test('brings no sentence again within 30 days while there are others', () => {
		const { over } = play(9, 'rest', () => true);
		const asked = over.flatMap(({ plan }) => plan.items.map(({ sentence }) => sentence));
		expect(new Set(asked).size).toBe(asked.length);
	});

	test('introduces at most two techniques, and goes on introducing where much is due', () => {
		const { over } = play(20, 'slow', () => false);
		const met = new Set<string>();
		for (const { plan } of over) {
			const fresh = new Set(plan.items.map(({ focus }) => focus ?? '').filter((each) => !met.has(each)));
			expect(fresh.size).toBeLessThanOrEqual(2);
			for (const each of fresh) met.add(each);
		}
		expect(met.size).toBeGreaterThan(5);
		expect(new Set(orderOfNew(null))).toEqual(new Set(everyTechnique));
		const placed = { loaded: 'known', claim: 'some', authority: 'start' } as const;
		expect(categoryOf(orderOfNew(placed)[0] ?? 'event')).toBe('authority');
	});

	test('makes the same cards step by step as replayed from the whole history', () => {
		fc.assert(
			fc.property(
				fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
				fc.integer({ min: 1, max: 8 }),
				(moods, count) => {
					const { over, state } = play(count, 'replay', (place) => moods[place] ?? true);
					expect(cardsAfter(over.toReversed())).toEqual(state.cards);
				},
			),
			{ numRuns: 30 },
		);
	});
});
