/**
 * A session of twelve: two techniques with three fresh sentences each, and as many sound ones that look like them. A new
 * technique comes in a block after a worked example, with hints that fade; what was met before comes mixed.
 */
import { categories, techniques, type Category, type Technique } from '../marking/categories.ts';
import { chooser, DAY, type Chooser } from './choose-sentences.ts';
import { ITEMS, type PlanItem, type PlannedSentence, type StudyPlan } from './plan.ts';
import { levels, type Level, type Levels } from './placement.ts';
import { isSound, type PoolSentence } from './pool.ts';
import { categoryOf, type Play } from './readings.ts';
import { retrievability, type StudyCard } from './schedule.ts';
import { seeded, shuffled } from './seeded.ts';
import type { StudyPool } from './study-pool.ts';

export type StudyState = {
	/** One for each technique that was reviewed. */
	cards: ReadonlyMap<Technique, StudyCard>;
	/** When each sentence was last answered, in UTC milliseconds. */
	met: ReadonlyMap<string, number>;
	/** Null without a placement. */
	levels: Levels | null;
	/** Sessions since the last one that brought a new technique. */
	sessionsSinceNew: number;
};

/** Sentences with the technique, and sound ones, for each technique of a session. */
const EACH = 3;
const FOCUSES = ITEMS / (2 * EACH);
/** Somebody who comes an hour earlier than last time is not turned away. */
const DUE_SOON = DAY / 2;
/** With much to repeat, something new still comes in every third session. */
const SESSIONS_WITHOUT_NEW = 2;

/** How many sentences of a new technique's block name it beforehand. */
const HINTED: Record<Level, number> = { start: 4, some: 2, known: 2 };

/** Worked examples come from the glossary's sentences, which are never asked in a session. */
export function planSession({ asked, tries }: StudyPool, state: StudyState, now: number, seed: string): StudyPlan {
	const next = seeded(seed);
	const choose = chooser(asked, state.met, now, next);
	const { fresh, known } = chooseTechniques(state, choose, now);

	const blocks = fresh.flatMap((technique) => newBlock(technique, state, choose, next, exampleOf(tries, technique)));
	const mixed = known.flatMap((technique) => repeated(technique, choose));
	return { items: [...blocks, ...shuffled(mixed, next)] };
}

type Techniques = { fresh: Technique[]; known: Technique[] };

function chooseTechniques(state: StudyState, choose: Chooser, now: number): Techniques {
	const { cards, sessionsSinceNew } = state;
	const weakestFirst = [...cards]
		// A technique whose sentences were all seen lately comes after those that have fresh ones.
		.map(([technique, card]) => ({ technique, card, lacks: choose.freshHits(technique) < EACH ? 1 : 0 }))
		.sort((a, b) => a.lacks - b.lacks || retrievability(a.card, now) - retrievability(b.card, now));
	const due = weakestFirst.filter(({ card }) => card.dueAt <= now + DUE_SOON);
	const unmet = orderOfNew(state.levels).filter((each) => !cards.has(each) && choose.freshHits(each) > 0);

	const isTimeForNew = due.length < FOCUSES || sessionsSinceNew >= SESSIONS_WITHOUT_NEW;
	const fresh = unmet.slice(0, due.length === 0 ? FOCUSES : isTimeForNew ? 1 : 0);
	// Where too little is due, what is weakest comes before its day.
	const known = [...due, ...weakestFirst.filter((each) => !due.includes(each))].slice(0, FOCUSES - fresh.length);
	return { fresh, known: known.map(({ technique }) => technique) };
}

/** From what is easiest to see to what needs most knowledge, in turns by category; those placed lowest first. */
export function orderOfNew(placed: Levels | null): Technique[] {
	const byNeed = placed
		? categories.toSorted((a, b) => levels.indexOf(placed[a]) - levels.indexOf(placed[b]))
		: [...categories];
	const longest = Math.max(...Object.values(easyFirst).map(({ length }) => length));
	return Array.from({ length: longest }, (_, turn) =>
		byNeed.flatMap((category) => easyFirst[category][turn] ?? []),
	).flat();
}

const easyFirst: Record<Category, readonly Technique[]> = {
	loaded: techniques.loaded,
	claim: ['quantity', 'event', 'cause', 'generalisation', 'prediction-or-motive', 'law-or-record'],
	authority: ['official', 'anonymous-source', 'expert-or-study', 'treaty', 'declaration-or-resolution', 'court'],
};

function exampleOf(tries: StudyPool['tries'], technique: Technique): PoolSentence | null {
	return tries.get(technique)?.find((sentence) => !isSound(sentence)) ?? null;
}

function newBlock(
	technique: Technique,
	state: StudyState,
	choose: Chooser,
	next: () => number,
	worked: PoolSentence | null,
): PlanItem[] {
	const level = state.levels?.[categoryOf(technique)] ?? 'start';
	const example = level === 'known' ? null : worked;
	const hits = choose.hits(technique, EACH);
	const asked = shuffled([...hits, ...choose.sound(technique, hits.length)], next);
	return asked.map((sentence, index) => {
		const isHinted = index < HINTED[level];
		return {
			...item(sentence, technique, 'quick-call'),
			asksTechnique: !isHinted,
			isHinted,
			example: index === 0 && example ? planned(example) : null,
		};
	});
}

/** One with the technique and one sound sentence are marked to the word; which ones says nothing of the key. */
function repeated(technique: Technique, choose: Chooser): PlanItem[] {
	const hits = choose.hits(technique, EACH);
	const sound = choose.sound(technique, hits.length);
	return [hits, sound].flatMap((half) =>
		half.map((sentence, index) => item(sentence, technique, index === 0 ? 'mark-spans' : 'quick-call')),
	);
}

const planned = ({ id, version }: PoolSentence): PlannedSentence => ({ sentence: id, version });

const item = (sentence: PoolSentence, focus: Technique, play: Play): PlanItem => ({
	...planned(sentence),
	play,
	asksTechnique: true,
	focus,
	isHinted: false,
	example: null,
});
