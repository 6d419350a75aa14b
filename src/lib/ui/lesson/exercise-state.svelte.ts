import type { ShownExercise, ShownWork } from '$lib/exercises/shown.ts';
import { ownDrafts, type Drafts } from './drafts.ts';
import type { DraftPlace } from './kept-drafts.ts';
import { isSameAnswer } from './same-answer.ts';
import type { SaveOutcome } from './save-draft.ts';

const PAUSE_MS = 400;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000] as const;

export type SaveState = 'untouched' | 'waiting' | 'saved' | 'unreachable' | 'refused';

/** What one exercise needs of the lesson that it stands in. */
export type LessonAround = {
	readonly lesson: { slug: string };
	readonly mode: string;
	editionId: string;
	/** Null before the first save of a practice, which makes it. */
	attemptId: string | null;
	/** Where answers go; by itself to the server, and into this browser until it has them. */
	readonly drafts?: Drafts;
	inTurn(save: () => Promise<void>): Promise<void>;
	reload(): Promise<void>;
};

/** The work on one exercise in this tab: the answer, whether the server has it, and the other version if two tabs differ. */
export class ExerciseState {
	readonly exercise: ShownExercise;
	answer: unknown = $state.raw();
	work: ShownWork = $state.raw() as ShownWork;
	saveState: SaveState = $state('untouched');
	/** Why the server refused the last save, or what a check found missing. */
	problem: string | null = $state(null);
	/** This tab's own version, when another tab's newer one is shown instead. */
	otherVersion: unknown = $state.raw(null);

	#lesson: LessonAround;
	#revision = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#failures = 0;
	/** Sent, and no word came back whether it arrived. */
	#unheard: unknown[] = [];

	constructor(lesson: LessonAround, exercise: ShownExercise, work: ShownWork) {
		this.#lesson = lesson;
		this.exercise = exercise;
		this.answer = work.answer;
		this.work = work;
		this.#revision = work.revision;
	}

	get dirty(): boolean {
		return this.saveState === 'waiting' || this.saveState === 'unreachable';
	}

	/** Two versions wait for the person to choose; nothing may be closed before that. */
	get undecided(): boolean {
		return this.otherVersion !== null && !this.work.closed;
	}

	/** Takes what the server says now, without throwing away what was typed since. */
	receive(work: ShownWork): void {
		const another = work.tryNumber !== this.work.tryNumber || work.closed !== this.work.closed;
		const isOldNews = work.revision < this.#revision;
		this.work = work;
		// What waits here stays over the revision it was written over: so the server sees when another tab was first.
		if (!another && (isOldNews || this.dirty || this.saveState === 'refused')) return;
		this.#revision = work.revision;
		this.answer = work.answer;
		if (another) this.#settle('untouched');
	}

	/** Work that the server never acknowledged comes back after a reload. */
	restore(): void {
		const draft = this.#drafts.find(this.#place, this.#lesson.attemptId);
		if (!draft) return;
		// A save that was sent while the page was closing may have arrived without anybody to hear so.
		if (isSameAnswer(draft.answer, this.answer)) return this.#drafts.forget(this.#place);
		if (this.work.closed || draft.revision < this.#revision) {
			this.otherVersion = draft.answer;
			return;
		}
		this.change(draft.answer);
	}

	change(answer: unknown): void {
		if (this.work.closed) return;
		this.answer = answer;
		this.problem = null;
		this.saveState = 'waiting';
		this.#drafts.keep(this.#place, { answer, revision: this.#revision, attemptId: this.#lesson.attemptId });
		this.#saveIn(PAUSE_MS);
	}

	/** Keeps one of two versions; the other one is gone. */
	choose(version: 'mine' | 'newer'): void {
		const mine = this.otherVersion;
		this.otherVersion = null;
		this.#drafts.forget(this.#place);
		if (version === 'mine') this.change(mine);
	}

	/** Saves what is waiting now. True when the server has everything. */
	async flush(leaving = false): Promise<boolean> {
		clearTimeout(this.#timer);
		if (!this.dirty) return this.saveState !== 'refused';
		await this.#lesson.inTurn(() => this.#save(leaving));
		return this.saveState === 'saved';
	}

	get #drafts(): Drafts {
		return this.#lesson.drafts ?? ownDrafts;
	}

	get #place(): DraftPlace {
		return {
			lesson: this.#lesson.lesson.slug,
			mode: this.#lesson.mode,
			editionId: this.#lesson.editionId,
			exerciseId: this.exercise.id,
			tryNumber: this.work.tryNumber,
		};
	}

	#saveIn(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), milliseconds);
	}

	async #save(leaving: boolean): Promise<void> {
		if (!this.dirty) return;
		const sent = this.answer;
		const place = this.#place;
		const outcome = await this.#drafts.save(
			{
				attemptId: this.#lesson.attemptId,
				lesson: this.#lesson.lesson.slug,
				editionId: place.editionId,
				exerciseId: place.exerciseId,
				tryNumber: place.tryNumber,
				revision: this.#revision,
				answer: sent,
			},
			leaving,
		);
		this.#take(outcome, sent, place);
	}

	#take(outcome: SaveOutcome, sent: unknown, place: DraftPlace): void {
		if (outcome.is === 'unreachable') {
			if (!this.#unheard.includes(sent)) this.#unheard.push(sent);
			return this.#tryLater();
		}
		const mine = [sent, ...this.#unheard];
		this.#failures = 0;
		this.#unheard = [];
		if (outcome.is === 'saved') {
			this.#lesson.attemptId = outcome.attemptId;
			this.#revision = outcome.revision;
			return this.#acknowledge(sent, place);
		}
		if (outcome.is === 'conflict') {
			this.#lesson.attemptId = outcome.attemptId ?? this.#lesson.attemptId;
			this.#revision = outcome.revision;
			// It arrived before, and the word that it did was lost.
			const arrived = mine.find((answer) => isSameAnswer(outcome.answer, answer));
			if (arrived !== undefined) return this.#acknowledge(arrived, place);
			this.otherVersion = this.answer;
			this.answer = outcome.answer ?? this.answer;
			this.#settle('saved');
			return;
		}
		this.problem = outcome.message;
		this.saveState = 'refused';
		// Signing out in another tab forgets what is kept; what still stands here is kept again, for its owner alone.
		this.#drafts.keep(place, { answer: this.answer, revision: this.#revision, attemptId: this.#lesson.attemptId });
		if (outcome.is !== 'closed') return;
		// Written in one tab while another handed in: it is kept to be read, and copied.
		this.otherVersion = this.answer;
		void this.#lesson.reload();
	}

	#acknowledge(sent: unknown, place: DraftPlace): void {
		this.#drafts.forget(place);
		if (this.answer === sent) this.#settle('saved');
		else this.change(this.answer);
	}

	#tryLater(): void {
		this.saveState = 'unreachable';
		this.#saveIn(RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? PAUSE_MS);
		this.#failures += 1;
	}

	#settle(state: SaveState): void {
		clearTimeout(this.#timer);
		this.saveState = state;
		this.problem = null;
	}
}
