/** All handed-in work of one assignment in the order in which it is walked, and where one goes on in it. */

/** scored: the machine's points stand. graded: a teacher gave points. */
export type ExerciseProgress = 'to grade' | 'draft' | 'graded' | 'scored';
export type WorkProgress = 'to grade' | 'draft' | 'graded' | 'returned';

/** One piece of handed-in work. */
export type PileEntry = {
	attemptId: string;
	/** A name, or "Student 482" while names are hidden. */
	name: string;
	/** Which try it is, where a student handed in several. */
	attempt: { number: number; counts: boolean } | null;
	late: boolean;
	progress: WorkProgress;
	/** By exercise id. */
	exercises: Record<string, ExerciseProgress>;
};

/** `number` is the place in the lesson, from 1. */
export type PileExercise = { id: string; points: number; number: number; label: string };

export type Pile = {
	classroom: { id: string; name: string };
	assignment: { id: string; title: string };
	namesHidden: boolean;
	mayHideNames: boolean;
	exercises: PileExercise[];
	entries: PileEntry[];
	/** Who has nothing in; while names are hidden, only how many. */
	notHandedIn: { count: number; names: string[] };
};

export function neighbours(entries: readonly PileEntry[], attemptId: string) {
	const place = entries.findIndex((entry) => entry.attemptId === attemptId);
	return {
		previous: entries[place - 1]?.attemptId ?? null,
		next: entries[place + 1]?.attemptId ?? null,
		place: place + 1,
		of: entries.length,
	};
}

/** With one exercise: whether that waits; else whether anything in the work does. */
export const isToGrade = (entry: PileEntry, exerciseId: string | null): boolean =>
	exerciseId === null ? entry.progress === 'to grade' : entry.exercises[exerciseId] === 'to grade';

/** The next piece of work that needs grading, after this one and then from the top; null when this was the last. */
export function nextToGrade(entries: readonly PileEntry[], attemptId: string, exerciseId: string | null) {
	const place = entries.findIndex((entry) => entry.attemptId === attemptId);
	const onward = [...entries.slice(place + 1), ...entries.slice(0, Math.max(0, place))];
	return onward.find((entry) => isToGrade(entry, exerciseId))?.attemptId ?? null;
}

/**
 * Where saving one exercise leads to, as the end of an address: the same exercise of the next student, or the next exercise
 * of this work that needs grading, or the next work; '' when nothing is left.
 */
export function goesOnTo(
	pile: Pick<Pile, 'entries' | 'exercises'>,
	attemptId: string,
	exerciseId: string,
	single: boolean,
): string {
	if (single) {
		const next = nextToGrade(pile.entries, attemptId, exerciseId);
		return next === null ? '' : `${next}?exercise=${exerciseId}`;
	}
	const own = pile.entries.find((entry) => entry.attemptId === attemptId);
	const place = pile.exercises.findIndex(({ id }) => id === exerciseId);
	const later = pile.exercises.slice(place + 1).find(({ id }) => own?.exercises[id] === 'to grade');
	if (later) return `${attemptId}#exercise-${later.id}`;
	return nextToGrade(pile.entries, attemptId, null) ?? '';
}
