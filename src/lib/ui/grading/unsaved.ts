/** What is typed on a page of work and not on the server yet, wherever on the page it stands. */
import { getContext, setContext } from 'svelte';

export interface Unsaved {
	readonly isUnsaved: boolean;
	/** True when everything typed is on the server. */
	flush(leaving?: boolean): Promise<boolean>;
}

export class UnsavedWork {
	readonly #parts = new Set<Unsaved>();

	/** @returns takes it out again */
	add(part: Unsaved): () => void {
		this.#parts.add(part);
		return () => this.#parts.delete(part);
	}

	get isUnsaved(): boolean {
		return [...this.#parts].some((part) => part.isUnsaved);
	}

	async flush(leaving = false): Promise<boolean> {
		const kept = await Promise.all(
			[...this.#parts].filter((part) => part.isUnsaved).map((part) => part.flush(leaving)),
		);
		return kept.every(Boolean);
	}
}

const KEY = Symbol('unsaved work');

export const provideUnsavedWork = (): UnsavedWork => setContext(KEY, new UnsavedWork());
export const useUnsavedWork = (): UnsavedWork => getContext<UnsavedWork>(KEY);
