/** Steps back and forth through states that are replaced as a whole. */
const DEEPEST = 200;

export class History<State> {
	#past: State[] = $state.raw([]);
	#future: State[] = $state.raw([]);

	get mayUndo(): boolean {
		return this.#past.length > 0;
	}

	/** To be called with the state that is about to be replaced. */
	remember(state: State): void {
		this.#past = [...this.#past, state].slice(-DEEPEST);
		this.#future = [];
	}

	undo(now: State): State | undefined {
		const before = this.#past.at(-1);
		if (before === undefined) return undefined;
		this.#past = this.#past.slice(0, -1);
		this.#future = [...this.#future, now];
		return before;
	}

	redo(now: State): State | undefined {
		const after = this.#future.at(-1);
		if (after === undefined) return undefined;
		this.#future = this.#future.slice(0, -1);
		this.#past = [...this.#past, now];
		return after;
	}
}
