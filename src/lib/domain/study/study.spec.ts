import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixturePool } from '../../../../tests/study/fixture-pool.ts';
import { techniques, type Technique } from '../marking/categories.ts';
import { markAnswer, studyAnswerSchema, type StudyAnswer } from './answer.ts';
import { calibration } from './calibration.ts';
import { binomialAtMost, exactInterval, signTest, wilson } from './interval.ts';
import { whatIsKnown } from './know.ts';
import { mirror, PAIRS_NEEDED } from './mirror.ts';
import { planPlacement, placeReader } from './placement.ts';
import { orderOfNew, planSession, type StudyState } from './plan-session.ts';
import { ITEMS, planSchema } from './plan.ts';
import { isSound, keyOf, trains, type PoolSentence } from './pool.ts';
import { lintPool } from './pool-lint.ts';
import { categoryOf, confidences, everyTechnique } from './readings.ts';
import { cardsAfter, rate, reviewsOf, type FinishedSession } from './reviews.ts';
import { readCard, retrievability, review, ratings } from './schedule.ts';
import { seeded, shuffled } from './seeded.ts';
import { cutPool } from './study-pool.ts';
import * as v from 'valibot';

const pool = fixturePool();
const cut = cutPool(pool.values());
const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 0, 5);
const nothing: StudyState = { cards: new Map(), met: new Map(), levels: null, sessionsSinceNew: 0 };
const sentenceOf = (id: string): PoolSentence => {
	const sentence = pool.get(id);
	if (!sentence) throw new Error(`There is no ${id}`);
	return sentence;
};
const call = (category: string, technique?: string, confidence?: string): StudyAnswer =>
	v.parse(studyAnswerSchema, {
		play: 'quick-call',
		category,
		...(technique && { technique }),
		...(confidence && { confidence }),
	});

describe('credit', () => {
	const court = { ...sentenceOf('court-5'), techniques: ['court', 'law-or-record'] satisfies Technique[] };

	test.each([
		['category and technique', call('authority', 'court'), true, 100, true],
		['the category alone, where the technique was asked', call('authority', 'treaty'), true, 50, false],
		['the category, where no technique was asked', call('authority'), false, 100, true],
		['another reading that the key has', call('claim', 'law-or-record'), true, 100, true],
		['another category', call('loaded', 'euphemism'), true, 0, false],
		['sound', call('sound'), true, 0, false],
	])('of a quick call: %s', (_, answer, asks, credit, isRight) => {
		expect(markAnswer(court, answer, asks)).toMatchObject({ credit, isRight });
	});

	test('an accurate appeal is an appeal to authority, and no sound sentence', () => {
		const accurate: PoolSentence = { ...sentenceOf('treaty-5'), fit: ['accurate'] };
		expect(markAnswer(accurate, call('authority'), false).credit).toBe(100);
		expect(markAnswer(accurate, call('sound'), false).credit).toBe(0);
	});

	test('a sound sentence that is left alone earns all, called anything nothing', () => {
		const sound = sentenceOf('sound-court-5');
		expect(markAnswer(sound, call('sound'), true)).toEqual({ credit: 100, isCategoryRight: true, isRight: true });
		for (const category of ['loaded', 'claim', 'authority'])
			expect(markAnswer(sound, call(category), false).credit).toBe(0);
	});

	test('of short marks follows the rule for marks, and nothing to mark is right on a sound sentence alone', () => {
		const sentence = sentenceOf('quantity-5');
		const { start, end } = sentence.mark ?? { start: 0, end: 0 };
		const given = (from: number, to: number, technique: Technique): StudyAnswer => ({
			play: 'mark-spans',
			marks: [
				{ start: from, end: to, category: categoryOf(technique), quote: sentence.text.slice(from, to), technique },
			],
			nothingToMark: false,
		});
		expect(markAnswer(sentence, given(start, end, 'quantity'), true).credit).toBe(100);
		expect(markAnswer(sentence, given(start, end, 'event'), true).credit).toBe(75);
		expect(markAnswer(sentence, given(start, end, 'euphemism'), true)).toMatchObject({
			credit: 50,
			isCategoryRight: false,
		});
		expect(markAnswer(sentence, given(0, sentence.text.length, 'quantity'), true).credit).toBeLessThan(100);
		const left: StudyAnswer = { play: 'mark-spans', marks: [], nothingToMark: true };
		expect(markAnswer(sentence, left, true).credit).toBe(0);
		expect(markAnswer(sentenceOf('sound-quantity-5'), left, true).credit).toBe(100);
		expect(markAnswer(sentenceOf('sound-quantity-5'), given(0, 3, 'quantity'), true).isCategoryRight).toBe(false);
	});

	test('is never outside 0 to 100, and right is never without the category', () => {
		const answers = fc
			.constantFrom(...everyTechnique)
			.map((technique): StudyAnswer => ({ play: 'quick-call', category: categoryOf(technique), technique }));
		fc.assert(
			fc.property(fc.constantFrom(...pool.values()), answers, fc.boolean(), (sentence, answer, asks) => {
				const { credit, isCategoryRight, isRight } = markAnswer(sentence, answer, asks);
				return credit >= 0 && credit <= 100 && (!isRight || isCategoryRight) && isCategoryRight === credit > 0;
			}),
		);
	});
});

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

describe('what is due when', () => {
	const right = { isRight: true, confidence: null };
	const wrong = { isRight: false, confidence: null };
	const sure = { isRight: true, confidence: 'sure' as const };

	test.each([
		['all right', [right, right, right], 0, 'good'],
		['all right and sure of each', [sure, sure, sure], 0, 'easy'],
		['all right, sure of some', [sure, sure, right], 0, 'good'],
		['one wrong', [right, right, wrong], 0, 'hard'],
		['all right, and a look-alike called something', [sure, sure, sure], 3, 'hard'],
		['two wrong', [right, wrong, wrong], 0, 'again'],
		['one wrong, and a look-alike called something', [right, right, wrong], 1, 'again'],
	])('%s', (_, found, falseAlarms, rating) => {
		expect(rate(found, falseAlarms)).toBe(rating);
	});

	test('a better review never comes back sooner, and is stored and read without loss', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constantFrom(...ratings), fc.integer({ min: 1, max: 40 }))), (history) => {
				let now = START;
				let card: ReturnType<typeof review> | null = null;
				for (const [rating, days] of history) {
					card = review(card, rating, now);
					expect(readCard(JSON.stringify(card))).toEqual(card);
					now += days * DAY;
				}
				const before = card;
				const due = ratings.map((rating) => review(before, rating, now).dueAt);
				expect(due).toEqual(due.toSorted((a, b) => a - b));
				expect(due.every((at) => at >= now + DAY && at <= now + 185 * DAY)).toBe(true);
			}),
		);
	});

	test('what was reviewed is forgotten with time, never gained', () => {
		const card = review(null, 'good', START);
		const known = [0, 1, 5, 20, 100].map((days) => retrievability(card, START + days * DAY));
		expect(known[0]).toBe(1);
		expect(known).toEqual(known.toSorted((a, b) => b - a));
	});

	test('a session that was broken off reviews what had at least two answers', () => {
		const plan = planSession(cut, nothing, START, 'seed');
		const hits = plan.items.flatMap(({ sentence }, place) => (isSound(sentenceOf(sentence)) ? [] : [place]));
		const answer = (place: number) => {
			const technique = keyOf(sentenceOf(plan.items[place]?.sentence ?? ''));
			return { place, technique, isRight: true, flagged: true, confidence: null };
		};
		expect(reviewsOf(plan, hits.slice(0, 1).map(answer)).size).toBe(0);
		expect([...reviewsOf(plan, hits.slice(0, 4).map(answer)).values()]).toEqual(['good']);
	});
});

describe('numbers one can believe', () => {
	test('Wilson holds the share and stays inside 0 to 1; known values', () => {
		fc.assert(
			fc.property(fc.nat(500), fc.nat(500), (a, b) => {
				const [count, of] = [Math.min(a, b), Math.max(a, b, 1)];
				const { low, high } = wilson(count, of) ?? { low: 1, high: 0 };
				return low >= 0 && high <= 1 && low <= count / of + 1e-12 && count / of <= high + 1e-12;
			}),
		);
		expect(wilson(0, 0)).toBeNull();
		expect(wilson(8, 10)?.low).toBeCloseTo(0.4902, 4);
		expect(wilson(8, 10)?.high).toBeCloseTo(0.9433, 4);
	});

	test('the exact interval and the sign test have the values of the tables', () => {
		expect(exactInterval(5, 6)?.low).toBeCloseTo(0.3588, 4);
		expect(exactInterval(5, 6)?.high).toBeCloseTo(0.9958, 4);
		expect(exactInterval(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.3085, 4) as number });
		expect(signTest(8, 1)).toBeCloseTo(0.0391, 4);
		expect(signTest(5, 1)).toBeCloseTo(0.21875, 5);
		expect(signTest(3, 3)).toBe(1);
		expect(binomialAtMost(2, 4, 0.5)).toBeCloseTo(0.6875, 6);
	});

	test('calibration says what was said, what was so, and by how much they differ', () => {
		const answers = [
			...Array.from({ length: 10 }, (_, index) => ({ confidence: 'sure' as const, isRight: index < 5 })),
			...Array.from({ length: 4 }, () => ({ confidence: null, isRight: true })),
		];
		const { levels, overall } = calibration(answers);
		expect(levels.map(({ answers: count, right }) => [count, right])).toEqual([
			[0, 0],
			[0, 0],
			[10, 5],
		]);
		expect(overall).toMatchObject({ answers: 10, gap: expect.closeTo(0.45, 6) as number });
		expect(overall?.brier).toBeCloseTo((5 * 0.05 ** 2 + 5 * 0.95 ** 2) / 10, 6);
		expect(levels.map(({ confidence }) => confidence)).toEqual([...confidences]);
		expect(calibration([]).overall).toBeNull();
	});

	test('d’ appears with twenty and twenty, and sentences and lessons are counted together', () => {
		const hit = { technique: 'event' as const, isCategoryRight: true, isRight: false, flagged: true, confidence: null };
		const left = {
			technique: 'sound' as const,
			isCategoryRight: true,
			isRight: true,
			flagged: false,
			confidence: null,
		};
		const tries = [...Array.from({ length: 15 }, () => hit), ...Array.from({ length: 19 }, () => left)];
		const passages = Array.from({ length: 6 }, (_, index) => ({ technique: 'event' as const, found: index < 3 }));
		const few = whatIsKnown(tries, { passages, lures: [] }, new Map(), START);
		expect(few.seen).toMatchObject({ found: 18, core: 21, luresLeft: 19, lures: 19, sensitivity: null });
		expect(few.techniques.find(({ technique }) => technique === 'event')).toMatchObject({
			tries: 21,
			found: 18,
			inLessons: 6,
		});
		const enough = whatIsKnown(tries, { passages, lures: [{ marked: true }] }, new Map(), START);
		expect(enough.seen.sensitivity?.dPrime).toBeGreaterThan(2);
	});
});

describe('the mirror', () => {
	const pairs = Map.groupBy(
		[...pool.values()].filter(({ pair }) => pair !== null),
		({ pair }) => pair?.id ?? '',
	);
	const seenOf = (count: number, flagged: (index: number, side: 'a' | 'b') => boolean) =>
		mirror(
			pool,
			[...pairs.values()].slice(0, count).flatMap((halves, index) =>
				halves.map(({ id, version, pair }) => ({
					sentence: id,
					version,
					flagged: flagged(index, pair?.side ?? 'a'),
				})),
			),
		);

	test('says nothing with fewer than 24 pairs', () => {
		expect(seenOf(PAIRS_NEEDED - 1, () => true)).toEqual({ pairs: 23, needed: 24, seen: null });
	});

	test('says the same whichever side it is, and never names one', () => {
		const one = seenOf(30, (index, side) => index > 9 || side === 'a');
		const other = seenOf(30, (index, side) => index > 9 || side === 'b');
		expect(one).toEqual(other);
		expect(one.seen).toMatchObject({ alike: 20, onlyOne: 10, onlyOther: 0, isLean: true });
		expect(JSON.stringify(one)).not.toMatch(/"side"|side a|side b|India|Pakistan/);
	});

	test('shows no lean where chance would do as much, and says how sure that is', () => {
		const { seen } = seenOf(30, (index, side) => index > 5 || (index === 0 ? side === 'b' : side === 'a'));
		expect(seen).toMatchObject({ alike: 24, onlyOne: 5, onlyOther: 1, isLean: false });
		expect(seen?.words.join(' ')).toMatch(/about 22 times in a hundred/);
	});

	test.each([
		[5, 5, 'every time: no split is more even.'],
		[5, 4, 'every time: no split is more even.'],
		[24, 0, 'less than once in a hundred times.'],
		[9, 1, 'about 2 times in a hundred.'],
	])('says in words how often chance splits as unevenly as %i to %i', (onlyOne, onlyOther, words) => {
		const of = onlyOne + onlyOther;
		const { seen } = seenOf(30, (index, side) => index >= of || (side === 'a') === index < onlyOne);
		expect(seen).toMatchObject({ onlyOne, onlyOther });
		expect(seen?.words[1]).toBe(`Somebody who reads both alike would see a split this uneven, or more so, ${words}`);
	});

	test('leaves out an answer to another version of a sentence', () => {
		const answers = [...pairs.values()].flat().map(({ id }) => ({ sentence: id, version: 'old', flagged: true }));
		expect(mirror(pool, answers).pairs).toBe(0);
	});
});

describe('the pool', () => {
	test('cuts off three sentences for each glossary page, one or two with the technique, and asks none of them', () => {
		for (const technique of everyTechnique) {
			const tries = cut.tries.get(technique) ?? [];
			expect(tries).toHaveLength(3);
			const hits = tries.filter((each) => !isSound(each));
			expect(hits.length === 1 || hits.length === 2).toBe(true);
			expect(hits.every((each) => trains(each) === technique)).toBe(true);
			expect(cut.asked.some(({ id }) => tries.some((each) => each.id === id))).toBe(false);
		}
	});

	test('meets its own needs, and says what is missing', () => {
		expect(lintPool(pool)).toEqual([]);
		const without = new Map([...pool].filter(([id]) => !id.startsWith('sound-quantity')));
		expect(lintPool(without).map(({ message }) => message)).toEqual([expect.stringMatching(/153 of 315 .* half/)]);
		const half = new Map(pool);
		half.delete('quantity-0');
		expect(lintPool(half).some(({ message }) => /“hit-quantity-0” needs two/.test(message))).toBe(true);
		const few = new Map([...pool].slice(0, 20));
		expect(lintPool(few).some(({ message }) => /has 20 sentences; 300/.test(message))).toBe(true);
		const other = new Map(pool);
		other.set('quantity-0', { ...sentenceOf('quantity-0'), techniques: ['event'] });
		expect(lintPool(other).some(({ message }) => /not the same technique/.test(message))).toBe(true);
	});

	test('knows a technique’s category', () => {
		for (const [category, own] of Object.entries(techniques))
			for (const technique of own) expect(categoryOf(technique)).toBe(category);
	});
});

test('the same seed shuffles alike, and nothing is lost', () => {
	fc.assert(
		fc.property(fc.array(fc.integer()), fc.string(), (all, seed) => {
			const once = shuffled(all, seeded(seed));
			expect(shuffled(all, seeded(seed))).toEqual(once);
			expect(once.toSorted((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b));
		}),
	);
});
