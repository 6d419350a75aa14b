/** What a reader knows, from first tries alone: every number with how many it was counted from and how sure it is. */
import type { Technique } from '../marking/categories.ts';
import { discrimination, type Discrimination } from '../measures/discrimination.ts';
import { calibration, type Calibration } from './calibration.ts';
import { wilson, type Interval } from './interval.ts';
import { everyTechnique, SOUND, type Confidence } from './readings.ts';
import { retrievability, type StudyCard } from './schedule.ts';

/** One answer to a sentence that was met for the first time. */
export type FirstTry = {
	/** What the key says. */
	technique: Technique | typeof SOUND;
	/** The category is right; a sound sentence was left alone. */
	isCategoryRight: boolean;
	isRight: boolean;
	/** Something to mark was seen in it, rightly or not. */
	flagged: boolean;
	confidence: Confidence | null;
};

/** First tries in the lessons: core passages by technique, and look-alikes. */
export type LessonTries = {
	passages: readonly { technique: Technique; found: boolean }[];
	lures: readonly { marked: boolean }[];
};

export type TechniqueKnown = {
	technique: Technique;
	/** Sentences and passages with it that were met for the first time, and how many of them were found. */
	tries: number;
	found: number;
	/** Of those, the ones that lessons brought. */
	inLessons: number;
	/** Of the share that is found; null without tries. */
	interval: Interval | null;
	/** Null before the first review. */
	memory: {
		/** How likely it is still known now, 0 to 1. */
		now: number;
		dueAt: number;
		reviewedAt: number;
		reviews: number;
		/** Days until nine of ten would still be known. */
		stability: number;
		/** The curve from the last review to a month from now, in equal steps. */
		curve: { at: number; known: number }[];
	} | null;
};

export type Known = {
	techniques: TechniqueKnown[];
	/** Found and left alone, of sentences and lessons together; d' and criterion once there is enough. */
	seen: Discrimination & { foundInterval: Interval | null; leftInterval: Interval | null };
	calibration: Calibration;
};

const DAY = 24 * 60 * 60 * 1000;
const AHEAD = 30 * DAY;
const STEPS = 30;

export function whatIsKnown(
	tries: readonly FirstTry[],
	lessons: LessonTries,
	cards: ReadonlyMap<Technique, StudyCard>,
	now: number,
): Known {
	const sound = tries.filter(({ technique }) => technique === SOUND);
	const hits = tries.filter(({ technique }) => technique !== SOUND);
	const count = <T>(all: readonly T[], fits: (one: T) => boolean) => all.filter(fits).length;
	const seen = discrimination({
		found: count(hits, ({ isCategoryRight }) => isCategoryRight) + count(lessons.passages, ({ found }) => found),
		core: hits.length + lessons.passages.length,
		luresMarked: count(sound, ({ flagged }) => flagged) + count(lessons.lures, ({ marked }) => marked),
		lures: sound.length + lessons.lures.length,
	});
	return {
		techniques: everyTechnique.map((technique): TechniqueKnown => {
			const own = hits.filter((each) => each.technique === technique);
			const passages = lessons.passages.filter((each) => each.technique === technique);
			const found = count(own, ({ isCategoryRight }) => isCategoryRight) + count(passages, (each) => each.found);
			const all = own.length + passages.length;
			const card = cards.get(technique);
			return {
				technique,
				tries: all,
				found,
				inLessons: passages.length,
				interval: wilson(found, all),
				memory: card ? memoryOf(card, now) : null,
			};
		}),
		seen: {
			...seen,
			foundInterval: wilson(seen.found, seen.core),
			leftInterval: wilson(seen.luresLeft, seen.lures),
		},
		calibration: calibration(tries),
	};
}

function memoryOf(card: StudyCard, now: number): NonNullable<TechniqueKnown['memory']> {
	const { dueAt, reviewedAt, reps, stability } = card;
	const length = now + AHEAD - reviewedAt;
	return {
		now: retrievability(card, now),
		dueAt,
		reviewedAt,
		reviews: reps,
		stability,
		curve: Array.from({ length: STEPS + 1 }, (_, step) => {
			const at = reviewedAt + (length * step) / STEPS;
			return { at, known: retrievability(card, at) };
		}),
	};
}
