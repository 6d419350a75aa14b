/** An item of a sorting in the hand of a mouse, on its way to a place. */
export class Dragging {
	/** The item that is dragged. */
	held = $state<string | null>(null);
	/** The place that it is over. */
	over = $state<string | null>(null);
	readonly #put: (item: string, bin: string) => void;

	constructor(put: (item: string, bin: string) => void) {
		this.#put = put;
	}

	pickUp(event: DragEvent, item: string): void {
		this.held = item;
		event.dataTransfer?.setData('text/plain', item);
		if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
	}

	hover(event: DragEvent, bin: string): void {
		if (this.held === null) return;
		event.preventDefault();
		this.over = bin;
	}

	leave(): void {
		this.over = null;
	}

	drop(event: DragEvent, bin: string): void {
		event.preventDefault();
		if (this.held !== null) this.#put(this.held, bin);
		this.letGo();
	}

	letGo(): void {
		this.held = null;
		this.over = null;
	}
}
