/** Going through a pile: to the next student or exercise, where the focus goes then, and what the keys are about. */
import { tick } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { afterNavigate, goto, invalidate, invalidateAll } from '$app/navigation';
import { neighbours, type Pile } from '../../domain/grading/pile.ts';
import type { Rubric } from '../../domain/grading/rubric.ts';
import type { DecisionState } from './decision-state.svelte.ts';
import { lettersAreOn, pressGradingKey, switchLetters, takesLetters } from './grading-keys.ts';
import { whereTo } from './where-to.ts';

/** What of the page the keys have to know. */
type Here = {
	attemptId: string;
	/** Only this exercise is on the page, of one student after the other. */
	single: string | null;
	pile: Pile;
	/** Address of the pile. */
	around: string;
	mayGrade: boolean;
	rubricOf(exerciseId: string): Rubric;
};
type Field = 'points' | 'comment';

export class Walk {
	/** For screen readers, after each step. */
	said = $state('');
	keysShown = $state(false);
	letters = $state(true);

	readonly #here: () => Here;
	readonly #decisions = new SvelteMap<string, DecisionState>();
	/** The exercise that keys are about, where the whole work is shown. */
	#current: string | null = null;
	/** Where the focus goes when the next page is there. */
	#focusOn: { exercise: string | null; field: Field | null } | null = null;

	/** To be made while the page is. */
	constructor(here: () => Here) {
		this.#here = here;
		afterNavigate(({ from, to }) => {
			this.letters = lettersAreOn();
			const { single } = here();
			// In other work the keys are about nothing yet: no level is given out of sight.
			if (from?.url.pathname !== to?.url.pathname) this.#current = null;
			if (this.#focusOn) this.#focus(this.#focusOn.exercise ?? single, this.#focusOn.field);
			this.#focusOn = null;
		});
	}

	get place() {
		const { pile, attemptId } = this.#here();
		return neighbours(pile.entries, attemptId);
	}

	/** Goes into the address of other work, so that one stays with one exercise. */
	get query(): string {
		const { single } = this.#here();
		return single === null ? '' : `?exercise=${single}`;
	}

	/** @returns forgets it again */
	hear(state: DecisionState): () => void {
		this.#decisions.set(state.exerciseId, state);
		return () => {
			if (this.#decisions.get(state.exerciseId) === state) this.#decisions.delete(state.exerciseId);
		};
	}

	saySaved(): void {
		const { pile, single } = this.#here();
		const left = pile.entries.some((entry) =>
			single === null ? entry.progress === 'to grade' : entry.exercises[single] === 'to grade',
		);
		this.said = left ? 'Grade saved.' : 'Grade saved. Nothing here needs grading any more.';
	}

	switchLetters(on: boolean): void {
		this.letters = on;
		switchLetters(on);
	}

	/** After a grade: to what needs grading next, in this work or in another one. */
	async goOn(location: string): Promise<void> {
		const { pathname, address, exercise } = whereTo(location, window.location.href);
		const field = fieldInFocus();
		if (pathname === window.location.pathname) {
			await invalidateAll();
			await tick();
			this.#focus(exercise, field);
			return;
		}
		this.#focusOn = { exercise, field };
		await goto(address, { keepFocus: true, noScroll: true });
		await invalidate('underline:pile');
	}

	enter(target: EventTarget | null): void {
		const section = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-exercise]') : null;
		if (section) this.#current = section.dataset.exercise ?? null;
	}

	press(event: KeyboardEvent): void {
		const { single, pile, mayGrade } = this.#here();
		if (event.defaultPrevented || document.querySelector('dialog[open]') || !mayGrade) return;
		const current = single ?? this.#current;
		const deeds = {
			student: (step: 1 | -1) => this.#toStudent(step),
			exercise: (step: 1 | -1) => this.#toExercise(step),
			level: (index: number) => this.#chooseLevel(index),
			goTo: (field: Field) => document.getElementById(`field-${field}-${current ?? pile.exercises[0]?.id}`)?.focus(),
			saveAndGoOn: () => submitAndGoOn(current),
			leaveField: () => document.getElementById(`exercise-${current}`)?.focus({ preventScroll: true }),
			showKeys: () => (this.keysShown = true),
		};
		const state = { typing: takesLetters(event.target), letters: this.letters };
		if (pressGradingKey(event, deeds, state)) event.preventDefault();
	}

	#focus(id: string | null, field: Field | null = null): void {
		const section = document.getElementById(id === null ? 'student' : `exercise-${id}`);
		const inside = field === null ? null : document.getElementById(`field-${field}-${id}`);
		section?.scrollIntoView({ block: 'start' });
		(inside ?? section)?.focus({ preventScroll: inside === null });
		this.#current = id;
	}

	#toStudent(step: 1 | -1): void {
		const { around, single } = this.#here();
		const attemptId = step === 1 ? this.place.next : this.place.previous;
		if (attemptId === null) return void (this.said = step === 1 ? 'This is the last one.' : 'This is the first one.');
		this.#focusOn = { exercise: single, field: null };
		void goto(`${around}/${attemptId}${this.query}`, { keepFocus: true, noScroll: true });
	}

	#toExercise(step: 1 | -1): void {
		const { around, attemptId, pile, single } = this.#here();
		const ids = pile.exercises.map(({ id }) => id);
		const from = single ?? this.#current;
		const next = from === null ? ids.at(step === 1 ? 0 : -1) : ids[ids.indexOf(from) + step];
		if (next === undefined) {
			this.said = step === 1 ? 'This is the last exercise.' : 'This is the first exercise.';
			return;
		}
		if (single === null) return this.#focus(next);
		this.#focusOn = { exercise: next, field: null };
		void goto(`${around}/${attemptId}?exercise=${next}`, { keepFocus: true, noScroll: true });
	}

	/** The next criterion, or the one that the focus is in, gets this level. */
	#chooseLevel(level: number): boolean {
		const { single, rubricOf } = this.#here();
		const exercise = single ?? this.#current;
		const decision = exercise === null ? undefined : this.#decisions.get(exercise);
		const rubric = exercise === null ? [] : rubricOf(exercise);
		if (!decision || rubric.length === 0) return false;
		const focused = document.activeElement?.closest<HTMLElement>(`[data-panel="${exercise}"] [data-criterion]`);
		const criterion = focused ? Number(focused.dataset.criterion) : decision.nextCriterion;
		const offered = rubric[criterion];
		const chosen = offered?.levels[level];
		if (!offered || !chosen) return true;
		decision.choose(criterion, level);
		this.said = `${offered.criterion}: ${chosen.points} of ${Math.max(...offered.levels.map(({ points }) => points))}.`;
		if (!focused) return true;
		const following = Math.min(criterion + 1, rubric.length - 1);
		document.getElementById(`field-level-${exercise}-${following}-${decision.levels[following] ?? 0}`)?.focus();
		return true;
	}
}

/** In a field of the next one, if one was in such a field here. */
function fieldInFocus(): Field | null {
	const field = /^field-(points|comment)-/u.exec(document.activeElement?.id ?? '')?.[1];
	return (field as Field | undefined) ?? null;
}

function submitAndGoOn(exercise: string | null): void {
	const panel = document.querySelector<HTMLFormElement>(`form[data-panel="${exercise}"]`);
	panel?.requestSubmit(panel.querySelector<HTMLButtonElement>('[data-goes-on]') ?? undefined);
}
