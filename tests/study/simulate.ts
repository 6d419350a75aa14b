/**
 * Simulated readers who study for ninety days with the real planner, the real scheduler and a real pool; no database.
 * How they learn and forget is a model, so it can show whether the plan holds together, not how people are.
 */
import type { Technique } from '../../src/lib/domain/marking/categories.ts';
import { markAnswer, type StudyAnswer } from '../../src/lib/domain/study/answer.ts';
import { DAY, REST_DAYS } from '../../src/lib/domain/study/choose-sentences.ts';
import { wilson } from '../../src/lib/domain/study/interval.ts';
import { planPlacement, placeReader, type Levels } from '../../src/lib/domain/study/placement.ts';
import { planSession } from '../../src/lib/domain/study/plan-session.ts';
import { minutesOf, type PlanItem, type StudyPlan } from '../../src/lib/domain/study/plan.ts';
import { isSound, keyOf, trains, type Pool, type PoolSentence } from '../../src/lib/domain/study/pool.ts';
import { categoryOf, type Confidence } from '../../src/lib/domain/study/readings.ts';
import { cardsAfter, reviewsOf, type ReviewedAnswer } from '../../src/lib/domain/study/reviews.ts';
import type { StudyCard } from '../../src/lib/domain/study/schedule.ts';
import { seeded } from '../../src/lib/domain/study/seeded.ts';
import { cutPool, type StudyPool } from '../../src/lib/domain/study/study-pool.ts';

export const abilities = ['weak', 'middle', 'strong'] as const;
export type Ability = (typeof abilities)[number];

export const DAYS = 90;
/** Three sessions a week, some of which do not happen. */
const SESSION_DAYS = [0, 2, 4];
const MISSES = 0.15;
/** One in five stays away for two weeks. */
const BREAKS = 0.2;
const BREAK = { from: 40, to: 54 };

/** Where a reader begins with a technique, and what share of the rest each session with it teaches. */
const MODEL: Record<Ability, { knows: number; learns: number; keepsDays: number }> = {
	weak: { knows: 0.25, learns: 0.06, keepsDays: 12 },
	middle: { knows: 0.5, learns: 0.12, keepsDays: 25 },
	strong: { knows: 0.85, learns: 0.3, keepsDays: 60 },
};
const GUESSES_RIGHT = 0.25;
const FALSE_ALARMS = 0.45;

export type Simulated = {
	ability: Ability;
	sessions: number;
	items: number[];
	minutes: number[];
	soundShare: number[];
	/** Items whose sentence was answered less than 30 days before, of all. */
	repeats: number;
	answers: number;
	introduced: number;
	completePairs: number;
	/** Days between the last two reviews that are planned, of techniques reviewed at least three times. */
	spacing: number[];
	/** Days until a technique came again after a bad session, where it did before the end; and whether it did. */
	comebacks: number[];
	neverBack: number;
	/** What was estimated of finding, and what was true of the same answers; after 10, 30 and 90 days. */
	estimates: { day: number; error: number; width: number; holds: boolean }[];
};

export function simulateReader(pool: Pool, cut: StudyPool, ability: Ability, seed: string): Simulated {
	const next = seeded(seed);
	const model = MODEL[ability];
	const isAway = next() < BREAKS;
	const minds = new Map<Technique, { knows: number; keepsDays: number; at: number }>();
	const mindOf = (technique: Technique | null, now: number): number => {
		if (technique === null) return model.knows;
		const mind = minds.get(technique);
		if (!mind) return model.knows;
		const floor = Math.min(mind.knows, model.knows);
		return floor + (mind.knows - floor) * Math.exp(-(now - mind.at) / DAY / mind.keepsDays);
	};

	const met = new Map<string, number>();
	let cards = new Map<Technique, StudyCard>();
	let sessionsSinceNew = 0;
	const truth: { right: number; chance: number; day: number }[] = [];
	const bad = new Map<Technique, number>();
	const result: Simulated = {
		...{ ability, sessions: 0, items: [], minutes: [], soundShare: [], repeats: 0, answers: 0, introduced: 0 },
		...{ completePairs: 0, spacing: [], comebacks: [], neverBack: 0, estimates: [] },
	};

	const answer = (item: PlanItem, place: number, now: number): ReviewedAnswer => {
		const sentence = pool.get(item.sentence);
		if (!sentence) throw new Error(`The plan has “${item.sentence}”, and the pool has not.`);
		const knows = mindOf(trains(sentence), now);
		const said = say(sentence, item, knows, next);
		const marked = markAnswer(sentence, said, item.asksTechnique);
		const before = met.get(sentence.id);
		if (before !== undefined && now - before < REST_DAYS * DAY) result.repeats += 1;
		if (before === undefined && !isSound(sentence)) {
			truth.push({ right: marked.isCategoryRight ? 1 : 0, chance: chanceToFind(knows), day: Math.floor(now / DAY) });
		}
		met.set(sentence.id, now);
		result.answers += 1;
		const flagged = said.play === 'quick-call' ? said.category !== 'sound' : said.marks.length > 0;
		return { place, technique: keyOf(sentence), isRight: marked.isRight, flagged, confidence: said.confidence ?? null };
	};
	const play = (plan: StudyPlan, now: number) => plan.items.map((item, place) => answer(item, place, now));

	const placement = planPlacement(cut.asked, met, 0, `${seed} placement`);
	const placed = placeReader(placement, play(placement, 0));
	const levels: Levels = { loaded: placed.loaded.level, claim: placed.claim.level, authority: placed.authority.level };

	for (let day = 0; day < DAYS; day += 1) {
		if (!SESSION_DAYS.includes(day % 7) || next() < MISSES) continue;
		if (isAway && day >= BREAK.from && day < BREAK.to) continue;
		const now = day * DAY + 9 * (DAY / 24) + Math.floor(next() * (DAY / 4));
		const plan = planSession(cut, { cards, met, levels, sessionsSinceNew }, now, `${seed} ${day}`);
		result.sessions += 1;
		result.items.push(plan.items.length);
		result.minutes.push(minutesOf(plan));
		const sound = plan.items.filter(({ sentence }) => isSound(pool.get(sentence) as PoolSentence)).length;
		result.soundShare.push(sound / plan.items.length);

		const answers = play(plan, now);
		const reviews = reviewsOf(plan, answers);
		sessionsSinceNew = [...reviews.keys()].some((each) => !cards.has(each)) ? 0 : sessionsSinceNew + 1;
		cards = cardsAfter([{ plan, finishedAt: now, answers }], cards);
		for (const [technique, rating] of reviews) {
			const since = bad.get(technique);
			if (since !== undefined) result.comebacks.push((now - since) / DAY);
			if (rating === 'again') bad.set(technique, now);
			else bad.delete(technique);
			const knew = mindOf(technique, now);
			const before = minds.get(technique)?.keepsDays ?? model.keepsDays;
			minds.set(technique, { knows: knew + (1 - knew) * model.learns, keepsDays: before * 1.3, at: now });
		}
	}

	// A bad session in the last two weeks had no time to come back.
	result.neverBack = [...bad.values()].filter((at) => at < (DAYS - 14) * DAY).length;
	result.introduced = cards.size;
	result.completePairs = pairsMet(pool, met);
	result.spacing = [...cards.values()].filter(({ reps }) => reps >= 3).map(({ scheduledDays }) => scheduledDays);
	result.estimates = [10, 30, DAYS].map((day) => estimateAt(day, truth));
	return result;
}

const chanceToFind = (knows: number) => GUESSES_RIGHT + (1 - GUESSES_RIGHT) * knows;

function say(sentence: PoolSentence, item: PlanItem, knows: number, next: () => number): StudyAnswer {
	const confidence: Confidence = knows > 0.8 ? 'sure' : knows > 0.5 ? 'fairly' : 'guess';
	const [technique] = sentence.techniques;
	const flagsIt = next() < (technique ? chanceToFind(knows) : (1 - knows) * FALSE_ALARMS);
	const named = technique ?? sentence.looksLike ?? 'event';
	const isNamed = next() < 0.5 + 0.5 * knows;
	// Another of the same category.
	const said = isNamed || !technique ? named : otherThan(named);
	if (item.play === 'mark-spans') {
		const { start, end } = sentence.mark ?? { start: 0, end: 4 };
		const marks = [{ start, end, category: categoryOf(said), quote: sentence.text.slice(start, end), technique: said }];
		return { play: 'mark-spans', marks: flagsIt ? marks : [], nothingToMark: !flagsIt, confidence };
	}
	if (!flagsIt) return { play: 'quick-call', category: 'sound', confidence };
	const techniqueSaid = item.asksTechnique ? { technique: said } : {};
	return { play: 'quick-call', category: categoryOf(said), ...techniqueSaid, confidence };
}

const otherThan = (technique: Technique): Technique => {
	const others = { loaded: 'euphemism', claim: 'event', authority: 'official' } as const;
	const spare = { loaded: 'exaggeration', claim: 'cause', authority: 'court' } as const;
	const category = categoryOf(technique);
	return others[category] === technique ? spare[category] : others[category];
};

function pairsMet(pool: Pool, met: ReadonlyMap<string, number>): number {
	const halves = [...pool.values()].flatMap(({ id, pair }) => (pair && met.has(id) ? [pair.id] : []));
	return halves.length - new Set(halves).size;
}

function estimateAt(day: number, all: readonly { right: number; chance: number; day: number }[]) {
	const until = all.filter((each) => each.day < day);
	const right = until.reduce((sum, each) => sum + each.right, 0);
	const true_ = until.reduce((sum, each) => sum + each.chance, 0) / Math.max(1, until.length);
	const { low, high } = wilson(right, until.length) ?? { low: 0, high: 1 };
	const error = Math.abs(right / Math.max(1, until.length) - true_);
	return { day, error, width: high - low, holds: low <= true_ && true_ <= high };
}

export function simulate(pool: Pool, readers: number, seed: string): Simulated[] {
	const cut = cutPool(pool.values());
	return Array.from({ length: readers }, (_, index) => {
		const ability = abilities[index % abilities.length] ?? 'middle';
		return simulateReader(pool, cut, ability, `${seed} ${index}`);
	});
}
