/**
 * A row on its way up or down under a finger or a mouse. While it moves, rows are only drawn elsewhere: the list itself
 * changes when it is let go, so that a browser never loses hold of it.
 */
export class Dragging {
	/** The row that is dragged. */
	held = $state<string | null>(null);
	/** How far it is from where it was, in pixels. */
	by = $state(0);
	#from = $state(0);
	#to = $state(0);
	#rows: { top: number; bottom: number }[] = [];
	#startedAt = 0;
	#pointerAt = 0;
	readonly #drop: (id: string, to: number) => void;

	/** `drop` is told the row and the place, from 0, where it was let go. */
	constructor(drop: (id: string, to: number) => void) {
		this.#drop = drop;
	}

	pickUp(event: PointerEvent, id: string, rows: readonly Element[]): void {
		const grip = event.currentTarget;
		if (!event.isPrimary || event.button !== 0 || !(grip instanceof HTMLElement)) return;
		event.preventDefault();
		grip.setPointerCapture(event.pointerId);
		const own = rows.findIndex((row) => row.contains(grip));
		this.#rows = rows.map((row) => {
			const { top, bottom } = row.getBoundingClientRect();
			return { top: top + scrollY, bottom: bottom + scrollY };
		});
		this.held = id;
		this.by = 0;
		this.#from = own;
		this.#to = own;
		this.#pointerAt = event.clientY;
		this.#startedAt = event.clientY + scrollY;
		requestAnimationFrame(() => this.#scrollAtEdges());
	}

	move(event: PointerEvent): void {
		if (this.held === null) return;
		this.#pointerAt = event.clientY;
		this.#follow();
	}

	letGo(): void {
		const { held } = this;
		this.cancel();
		if (held !== null && this.#to !== this.#from) this.#drop(held, this.#to);
	}

	cancel(): void {
		this.held = null;
		this.by = 0;
	}

	/** How far the row at a place makes room, in pixels. */
	roomAt(index: number): number {
		const own = this.#rows[this.#from];
		const next = this.#rows[1];
		const first = this.#rows[0];
		if (this.held === null || !own || !next || !first) return 0;
		const height = own.bottom - own.top + (next.top - first.bottom);
		if (this.#from < index && index <= this.#to) return -height;
		return this.#to <= index && index < this.#from ? height : 0;
	}

	#follow(): void {
		const own = this.#rows[this.#from];
		const first = this.#rows[0];
		const last = this.#rows.at(-1);
		if (!own || !first || !last) return;
		const wanted = this.#pointerAt + scrollY - this.#startedAt;
		this.by = Math.max(first.top - own.top, Math.min(last.bottom - own.bottom, wanted));
		this.#to = this.#placeFor(own.top + this.by, own.bottom + this.by);
	}

	/** It has passed a row when its own edge is past that row's middle. */
	#placeFor(top: number, bottom: number): number {
		const middle = (index: number) => {
			const row = this.#rows[index];
			return row && (row.top + row.bottom) / 2;
		};
		let place = this.#from;
		while ((middle(place - 1) ?? -Infinity) > top) place -= 1;
		while ((middle(place + 1) ?? Infinity) < bottom) place += 1;
		return place;
	}

	#scrollAtEdges(): void {
		if (this.held === null) return;
		const below = this.#pointerAt - (innerHeight - EDGE_BELOW);
		const above = EDGE_ABOVE - this.#pointerAt;
		const step = below > 0 ? below : above > 0 ? -above : 0;
		if (step !== 0) {
			scrollBy({ top: step * SCROLLED_A_FRAME, behavior: 'instant' });
			this.#follow();
		}
		requestAnimationFrame(() => this.#scrollAtEdges());
	}
}

/** Pixels from the edges of the window where the page begins to scroll; below stands the foot of the exercise. */
const EDGE_ABOVE = 64;
const EDGE_BELOW = 128;
/** Of the way past the edge. */
const SCROLLED_A_FRAME = 0.12;
