import { tick } from 'svelte';
import type { MarkingView } from './marking-keys.ts';
import { linesOf, offsetAtPoint, rangeOf, selectedSpan, wordOnLine, type Box } from './text-geometry.ts';
import type { AnyMarking } from './text-marking.svelte.ts';
import type { Edge } from './word-grid.ts';

const LONG_PRESS_SETTLES_MS = 450;
/** A tap this far from any word is meant for the paper. */
const REACH_PX = 24;
const ROOM_FOR_PALETTE_PX = 330;

const rightToLeft = new Set(['ar', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The page's half of marking: where words stand, what pointers do, and where overlay and palette go. */
export class DocumentView implements MarkingView {
	/** Holds the paragraphs. */
	root: HTMLElement | undefined = $state();
	/** What boxes are measured from. */
	frame: HTMLElement | undefined = $state();
	palette: HTMLElement | undefined = $state();
	focused = $state(false);
	keysShown = $state(false);
	dragging: Edge | null = $state(null);
	/** Grows whenever the text may have moved. */
	layout = $state(0);
	boxes: Box[] = $state.raw([]);
	readonly isRightToLeft: boolean;

	#marking: AnyMarking;
	#touched = false;
	#justSelected = false;
	#settling: ReturnType<typeof setTimeout> | undefined;

	constructor(marking: AnyMarking, language: string) {
		this.#marking = marking;
		this.isRightToLeft = rightToLeft.has(language.split('-')[0] ?? '');
	}

	/** Measures what the overlay has to show: selection, mark, or the word under the cursor. Anew when marks or layout change. */
	measure(_marks: unknown, _layout: number): void {
		const { root, frame } = this;
		const word = this.focused ? this.#marking.grid.words[this.#marking.cursor] : undefined;
		const span = this.#marking.framed ?? word;
		this.boxes = root && frame && span ? linesOf(root, span, frame) : [];
	}

	/** Below what is chosen, or above it where the window ends. */
	get palettePlace(): { left: number; top: number; above: boolean } {
		const first = this.boxes[0];
		const last = this.boxes.at(-1);
		if (!first || !last || !this.frame) return { left: 0, top: 0, above: false };
		const frameTop = this.frame.getBoundingClientRect().top;
		const below = innerHeight - (frameTop + last.top + last.height);
		const above = below < ROOM_FOR_PALETTE_PX && frameTop + first.top > ROOM_FOR_PALETTE_PX;
		return { left: Math.max(0, last.left), top: above ? first.top : last.top + last.height, above };
	}

	watch(): () => void {
		const observer = new ResizeObserver(() => (this.layout += 1));
		if (this.root) observer.observe(this.root);
		void document.fonts.ready.then(() => (this.layout += 1));
		return () => observer.disconnect();
	}

	// Pointers

	pointerUp(event: PointerEvent): void {
		this.#justSelected = false;
		if (event.pointerType !== 'mouse' || event.button !== 0 || !this.root) return;
		const span = selectedSpan(this.root, getSelection());
		if (!span || !this.#marking.select(span)) return;
		this.#justSelected = true;
		getSelection()?.removeAllRanges();
		this.root.focus({ preventScroll: true });
	}

	click(event: PointerEvent): void {
		this.#touched = event.pointerType !== 'mouse';
		// The click that ends a drag must not undo what the drag selected.
		if (this.#justSelected) return;
		const offset = this.#offsetOfEvent(event);
		if (offset === null) return void this.#marking.let();
		if (this.#touched) return this.#marking.tap(offset);
		const word = this.#marking.grid.wordAt(offset);
		if (event.shiftKey) return this.#marking.moveTo(word, true);
		if (this.#marking.activateAt(offset)) return;
		this.#marking.moveTo(word);
	}

	/** A long press selects with the system's own handles; when it rests, the words become ours. */
	selectionChanged(): void {
		clearTimeout(this.#settling);
		if (!this.#touched && !matchMedia('(hover: none)').matches) return;
		this.#settling = setTimeout(() => {
			const span = this.root && selectedSpan(this.root, getSelection());
			if (span && this.#marking.select(span)) getSelection()?.removeAllRanges();
		}, LONG_PRESS_SETTLES_MS);
	}

	grabEdge(event: PointerEvent, edge: Edge): void {
		const box = edge === 'start' ? this.boxes[0] : this.boxes.at(-1);
		if (!box || !this.frame || !(event.currentTarget instanceof HTMLElement)) return;
		event.preventDefault();
		event.stopPropagation();
		const handle = event.currentTarget;
		const origin = this.frame.getBoundingClientRect();
		// The finger holds the handle beside the line: what it points at is the line itself.
		const lift = origin.top + box.top + box.height / 2 - event.clientY;
		handle.setPointerCapture(event.pointerId);
		this.dragging = edge;
		const move = ({ clientX, clientY }: PointerEvent) => {
			const offset = this.root && offsetAtPoint(this.root, clientX, clientY + lift);
			if (offset != null) this.#marking.dragEdge(edge, this.#marking.grid.wordAt(offset));
		};
		const stop = () => {
			handle.removeEventListener('pointermove', move);
			handle.removeEventListener('pointerup', stop);
			handle.removeEventListener('pointercancel', stop);
			this.dragging = null;
			this.#marking.dropEdge(edge);
			this.root?.focus({ preventScroll: true });
		};
		handle.addEventListener('pointermove', move);
		handle.addEventListener('pointerup', stop);
		handle.addEventListener('pointercancel', stop);
	}

	// What keys ask of the page

	wordOnLine(word: number, step: 1 | -1): number {
		return this.root ? wordOnLine(this.root, this.#marking.grid.words, word, step) : word + step;
	}

	enterPalette(): void {
		const first = 'button, input:not([type="hidden"]), textarea';
		void tick().then(() => this.palette?.querySelector<HTMLElement>(first)?.focus());
	}

	leavePalette(): void {
		this.#marking.let();
		this.root?.focus({ preventScroll: true });
	}

	leave(): void {
		this.root?.blur();
	}

	showKeys(): void {
		this.keysShown = true;
	}

	/** Keeps the chosen words in the window, clear of a palette that came from below. */
	reveal(): void {
		const { root } = this;
		const span = this.#marking.framed ?? this.#marking.grid.words[this.#marking.cursor];
		const range = root && span && rangeOf(root, span);
		if (!range) return;
		const { top, bottom } = range.getBoundingClientRect();
		const style = getComputedStyle(document.documentElement);
		const lowest = innerHeight - (Number.parseFloat(style.scrollPaddingBottom) || 0);
		const highest = Number.parseFloat(style.scrollPaddingTop) || 0;
		if (bottom > lowest) scrollBy({ top: Math.min(bottom - lowest, top - highest), behavior: 'instant' });
		else if (top < highest) scrollBy({ top: top - highest, behavior: 'instant' });
	}

	#offsetOfEvent({ clientX, clientY }: PointerEvent): number | null {
		const offset = this.root ? offsetAtPoint(this.root, clientX, clientY) : null;
		if (offset === null || !this.root) return null;
		const word = this.#marking.grid.words[this.#marking.grid.wordAt(offset)];
		const rects = word && rangeOf(this.root, word)?.getClientRects();
		const near = [...(rects ?? [])].some(
			(box) =>
				clientX > box.left - REACH_PX &&
				clientX < box.right + REACH_PX &&
				clientY > box.top - REACH_PX / 2 &&
				clientY < box.bottom + REACH_PX / 2,
		);
		return near ? offset : null;
	}
}
