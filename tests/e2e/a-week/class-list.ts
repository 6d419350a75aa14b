/** Thirty students, and what each of them does in the week: the same on every run. */
import type { EditionExercise } from '../../../src/lib/domain/lessons/edition.ts';
import type { MarkSpansKey } from '../../../src/lib/exercises/mark-spans/key.server.ts';
import { editions, rightAnswer, wrongAnswer } from '../fixtures/answers.ts';

/** The last three join by the code; the others are on the teacher's list. */
export const NAMES = [
	'Amara Osei', 'Ben Whitcombe', 'Chiara Lombardi', 'Dae-jung Park', 'Esra Yılmaz', 'Farid Haddad', 'Grace O’Neill',
	'Hana Nováková', 'Ibrahim Sesay', 'Jonas Brandt', 'Kavya Menon', 'Lucía Ferreyra', 'Mehwish Akhtar', 'Noah Kim',
	'Oluwaseun Adeyemi-Bankole', 'Priya Raghunathan', 'Quentin Delacroix', 'Rania Mansour', 'سارہ خان', 'Tomasz Zieliński',
	'Uma Devi', 'Viktor Åkesson', 'Wen Li', 'Xiomara Castellanos de la Fuente', 'Yusuf Demir', 'Zoë Maas', 'Aarav Thakur',
	'Mina Petrović', 'Kwame Boateng', 'Leila Haidari',
] as const; // prettier-ignore
export const ON_THE_LIST = 27;

/** Places in the list. */
export const BY_POINTER = 0;
export const BY_KEYBOARD = 1;
export const NEVER = 12;
export const EXCUSED = 20;
/** Has more time for the second piece of work than the class. */
export const MORE_TIME = 8;
/** Handed in half a day after the due date, the others of `AFTER_DUE` later still. */
export const HALF_A_DAY_LATE = 4;
export const AFTER_DUE = [3, 13, 18, 23];
export const REMOVED = 29;
/** Try a second time, after the due date: the first two do better than before, the last one does worse. */
export const BETTER_AGAIN = [2, 5];
export const WORSE_AGAIN = 9;

export const REPORT = 'borrowed-authority';
export const VOICES = 'attribution';
export const READING = 'reading-contested-texts';
/** What stays ticked of each lesson; the third is given whole. */
export const PARTS: Record<string, string[]> = {
	[REPORT]: ['mark-the-report', 'where-the-source-stops', 'same-words-other-side'],
	[VOICES]: [
		'mark-the-letter-report',
		'whose-voice-in-the-letter',
		'sort-the-voices',
		'which-verbs-lean',
		'check-own-resolutions',
	],
};

export const MARKING = 'mark-the-report';
/** A mark that the key does not have, and one that it has. */
export const EXTRA = 'press statement';
export const IN_THE_KEY = 'tragic';

export function lessonOf(slug: string) {
	const edition = editions.find(({ lesson }) => lesson === slug);
	if (!edition) throw new Error(`There is no lesson ${slug}`);
	const asked = PARTS[slug];
	const exercises = edition.exercises.filter(({ id }) => asked === undefined || asked.includes(id));
	const graded = exercises.filter(({ points }) => points > 0);
	return { edition, exercises, graded, possible: graded.reduce((sum, { points }) => sum + points * 100, 0) };
}

export type GivenMark = { start: number; end: number; category: string; quote: string };
export const markingOf = (exercise: EditionExercise) => exercise.key as MarkSpansKey;

const report = lessonOf(REPORT).edition;
const marking = report.exercises.find(({ id }) => id === MARKING);
if (!marking) throw new Error(`There is no exercise ${MARKING}`);
export const reportText = report.documents['ukpnp-targeted-killings']?.text ?? '';
export const reportKey = markingOf(marking);

export function markOn(quote: string, category: string): GivenMark {
	const start = reportText.indexOf(quote);
	return { start, end: start + quote.length, category, quote };
}

/** Numbers from 0 to 1 that look like chance and are the same every time (mulberry32). */
function chanceFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/**
 * What a student answers to the exercises of a lesson. Marks lie exactly on passages of the key, each found by chance;
 * every third student also makes the same extra mark, every fourth marks an actor as an authority.
 */
export function answersOf(place: number, slug: string, time = 1, ability = abilityOf(place)): Record<string, unknown> {
	const chance = chanceFrom(place * 7919 + slug.length * 104_729 + time * 1_299_709);
	return Object.fromEntries(
		lessonOf(slug).exercises.map((exercise) => {
			if (exercise.kind !== 'mark-spans') {
				return [exercise.id, chance() < ability ? rightAnswer(exercise) : wrongAnswer(exercise)];
			}
			const { marks } = rightAnswer(exercise) as { marks: GivenMark[] };
			const made = marks.filter(() => chance() < ability);
			if (exercise.id === MARKING) made.push(...beside(place));
			return [exercise.id, { marks: made, nothingToMark: made.length === 0 }];
		}),
	);
}

function beside(place: number): GivenMark[] {
	return [
		...(place % 3 === 0 ? [markOn(EXTRA, 'claim')] : []),
		...(place % 4 === 1 ? [markOn('the United Nations and the international community', 'authority')] : []),
	];
}

export const abilityOf = (place: number) => 0.25 + 0.65 * (((place * 11) % 30) / 29);

/** What the assistant gives for the written answer, in points. */
export const writtenPoints = (place: number) => 1 + (place % 4);
