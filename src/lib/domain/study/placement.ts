/** A placement: twelve sentences that say where to begin. It places; it judges nobody, and closes nothing. */
import { categories, techniques, type Category } from '../marking/categories.ts';
import { chooser } from './choose-sentences.ts';
import type { PlanItem, StudyPlan } from './plan.ts';
import { trains, type PoolSentence } from './pool.ts';
import { categoryOf } from './readings.ts';
import { seeded, shuffled } from './seeded.ts';

/** start: a worked example and many hints. some: an example and fewer hints. known: no example. */
export const levels = ['start', 'some', 'known'] as const;
export type Level = (typeof levels)[number];
export type Levels = Record<Category, Level>;

const EACH = 2;

/** Of each category two sentences with a technique of it, and two sound ones that look like it. */
export function planPlacement(
	sentences: Iterable<PoolSentence>,
	met: ReadonlyMap<string, number>,
	now: number,
	seed: string,
): StudyPlan {
	const next = seeded(seed);
	const choose = chooser(sentences, met, now, next);
	const chosen = categories.flatMap((category) => {
		const possible = shuffled(techniques[category], next).filter((each) => choose.freshHits(each) > 0);
		const hits = possible.slice(0, EACH).flatMap((technique) => choose.hits(technique, 1));
		const [first = techniques[category][0], second = first] = possible;
		return [...hits, ...choose.sound(first, EACH - 1), ...choose.sound(second, 1)].map((sentence) =>
			item(sentence, category),
		);
	});
	return { items: shuffled(chosen, next) };
}

const item = (sentence: PoolSentence, category: Category): PlanItem => {
	const own = trains(sentence);
	return {
		sentence: sentence.id,
		version: sentence.version,
		play: 'quick-call',
		asksTechnique: false,
		focus: own !== null && categoryOf(own) === category ? own : techniques[category][0],
		isHinted: false,
		example: null,
	};
};

/** Right answers of a category, of those that were asked. Sound sentences count with the category that they look like. */
export type Placed = Record<Category, { right: number; asked: number; level: Level }>;

/** @param answers one for each place that was answered */
export function placeReader(plan: StudyPlan, answers: readonly { place: number; isRight: boolean }[]): Placed {
	const placed = (category: Category) => {
		const own = answers.filter(({ place }) => {
			const focus = plan.items[place]?.focus;
			return focus != null && categoryOf(focus) === category;
		});
		const right = own.filter(({ isRight }) => isRight).length;
		return { right, asked: own.length, level: levelOf(right, own.length) };
	};
	return { loaded: placed('loaded'), claim: placed('claim'), authority: placed('authority') };
}

/** All four right is known; three of four, some. One of two can be luck, so half and less begins at the start. */
function levelOf(right: number, asked: number): Level {
	if (asked < 2 * EACH) return 'start';
	if (right === asked) return 'known';
	return right >= asked - 1 ? 'some' : 'start';
}
