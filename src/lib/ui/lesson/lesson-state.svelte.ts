import { getContext, setContext } from 'svelte';
import type { LessonWork, ShownLibrary } from '$lib/exercises/shown.ts';
import { ownDrafts, type Drafts } from './drafts.ts';
import { ExerciseState } from './exercise-state.svelte.ts';
import type { Faces } from './load-lesson.ts';

export type LessonMode =
	/** On one's own: every exercise is checked by itself. */
	| 'practice'
	/** Assigned: one hand-in of the whole. */
	| 'assigned';

/** The lesson on the page: its exercises in order, and one queue of saves so that they arrive in the order they were made. */
export class LessonState {
	readonly lesson: LessonWork['lesson'];
	readonly mode: LessonMode;
	readonly library: ShownLibrary;
	readonly exercises: ExerciseState[];
	readonly drafts: Drafts;
	attemptId: string | null = $state(null);
	editionId: string = $state('');
	faces: Faces = $state.raw({ players: {}, reviews: {} });
	#reload: () => Promise<void>;
	#turn: Promise<unknown> = Promise.resolve();

	constructor(
		work: LessonWork,
		faces: Faces,
		mode: LessonMode,
		reload: () => Promise<void>,
		drafts: Drafts = ownDrafts,
	) {
		this.drafts = drafts;
		this.faces = faces;
		this.lesson = work.lesson;
		this.mode = mode;
		this.library = work.library;
		this.attemptId = work.attemptId;
		this.editionId = work.editionId;
		this.#reload = reload;
		this.exercises = work.exercises.map(({ exercise, work: done }) => new ExerciseState(this, exercise, done));
	}

	/** The quietest true thing to say about saving. */
	get saveState(): 'untouched' | 'waiting' | 'saved' | 'unreachable' | 'refused' {
		const states = this.exercises.map((exercise) => exercise.saveState);
		return (
			(['refused', 'unreachable', 'waiting', 'saved'] as const).find((state) => states.includes(state)) ?? 'untouched'
		);
	}

	find(exerciseId: string): ExerciseState | undefined {
		return this.exercises.find(({ exercise }) => exercise.id === exerciseId);
	}

	numberOf(exerciseId: string): number {
		return this.exercises.findIndex(({ exercise }) => exercise.id === exerciseId) + 1;
	}

	receive(work: LessonWork, faces: Faces): void {
		this.faces = faces;
		this.attemptId = work.attemptId ?? this.attemptId;
		this.editionId = work.editionId;
		for (const { exercise, work: done } of work.exercises) this.find(exercise.id)?.receive(done);
	}

	restore(): void {
		for (const exercise of this.exercises) exercise.restore();
	}

	/** Saves everything that waits. True when the server has it all. */
	async flush(leaving = false): Promise<boolean> {
		const done = await Promise.all(this.exercises.map((exercise) => exercise.flush(leaving)));
		return done.every(Boolean);
	}

	reload(): Promise<void> {
		return this.#reload();
	}

	/** One save at a time: the first one may make the attempt that the next ones need. */
	inTurn(save: () => Promise<void>): Promise<void> {
		const next = this.#turn.then(save);
		this.#turn = next.catch(() => undefined);
		return next;
	}
}

const KEY = Symbol('lesson');

export const provideLesson = (lesson: LessonState): LessonState => setContext(KEY, lesson);
export const useLesson = (): LessonState => getContext<LessonState>(KEY);
