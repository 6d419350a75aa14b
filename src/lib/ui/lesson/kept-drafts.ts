/**
 * Answers that the server has not acknowledged yet, kept in this browser: a dead network, a crash of the server or a
 * closed tab loses nothing. A browser that refuses storage only loses this safety net.
 */
const PREFIX = 'underline:draft:';

export type DraftPlace = { lesson: string; mode: string; editionId: string; exerciseId: string; tryNumber: number };
export type KeptDraft = {
	answer: unknown;
	revision: number;
	/** Whose work it is: the next person at this computer has another attempt. Null before the first save made one. */
	attemptId: string | null;
};

export function keepDraft(place: DraftPlace, draft: KeptDraft): void {
	attempting(() => localStorage.setItem(keyOf(place), JSON.stringify(draft)));
}

export function findDraft(place: DraftPlace, attemptId: string | null): KeptDraft | null {
	return attempting(() => {
		const kept = localStorage.getItem(keyOf(place));
		const draft = kept === null ? null : (JSON.parse(kept) as KeptDraft);
		return draft && (draft.attemptId === null || draft.attemptId === attemptId) ? draft : null;
	});
}

export function forgetDraft(place: DraftPlace): void {
	attempting(() => localStorage.removeItem(keyOf(place)));
}

/** Everything that is kept, with its place. */
export function findAllDrafts(): { place: DraftPlace; draft: KeptDraft }[] {
	const keys = attempting(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) ?? [];
	return keys.flatMap((key) => {
		const [lesson = '', mode = '', editionId = '', exerciseId = '', tryNumber] = key.slice(PREFIX.length).split(':');
		const draft = attempting(() => JSON.parse(localStorage.getItem(key) ?? '') as KeptDraft);
		return draft ? [{ place: { lesson, mode, editionId, exerciseId, tryNumber: Number(tryNumber) }, draft }] : [];
	});
}

/** On a shared computer nothing of one person may wait for the next. */
export function forgetAllDrafts(): void {
	attempting(() => {
		for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
	});
}

const keyOf = (place: DraftPlace) =>
	PREFIX + [place.lesson, place.mode, place.editionId, place.exerciseId, place.tryNumber].join(':');

function attempting<Result>(use: () => Result): Result | null {
	try {
		return use();
	} catch {
		return null;
	}
}
