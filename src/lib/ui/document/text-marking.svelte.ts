/**
 * Marks on a text, without a page: the word cursor, what is selected, which mark is being changed, and undo.
 * Pointer, keyboard, touch and list all end in the same few methods, so they cannot make different spans.
 * What a mark says of its words is the business of the classes that extend this one.
 */
import type { ShownDocument } from '../../domain/documents/document.ts';
import type { Span } from '../../domain/spans/span.ts';
import { markBeside, marksAt, without, type Edit } from './edit-marks.ts';
import type { History } from './history.svelte.ts';
import { say, type MarkSayings } from './sayings.ts';
import { WordGrid, type Edge, type WordRange } from './word-grid.ts';

export type MarkedSpan = Span & { quote: string };

/** `State` is what one step of undo brings back. */
export abstract class TextMarking<M extends MarkedSpan, State> {
	readonly grid: WordGrid;
	readonly history: History<State>;

	/** Number of the word under the cursor. */
	cursor = $state(0);
	/** The word where a selection began; null while nothing is selected. */
	anchor: number | null = $state(null);
	/** Number of the mark that is being changed. */
	active: number | null = $state(null);
	/** After one tap: the next one sets the other end. */
	awaitsSecondTap = $state(false);
	/** The words that a mark would have if its edge were let go of now. */
	preview: WordRange | null = $state.raw(null);
	/** What a screen reader is to say now. */
	said = $state('');

	readonly selection: WordRange | null = $derived.by(() =>
		this.anchor === null ? null : this.grid.withinParagraph(this.anchor, this.cursor),
	);

	constructor(text: Pick<ShownDocument, 'paragraphs'>, history: History<State>) {
		this.grid = new WordGrid(text);
		this.history = history;
	}

	/** In reading order. */
	abstract get marks(): M[];
	abstract get readonly(): boolean;
	protected abstract get now(): State;
	protected abstract get sayings(): MarkSayings<M>;
	/** The state with other marks in this text. */
	protected abstract stateWith(marks: M[]): State;
	/** All marks of a state, for whoever has to say how many there are. */
	protected abstract marksOf(state: State): readonly MarkedSpan[];
	protected abstract replace(state: State): void;
	/** The marks with one of them on other words; what it comes to overlap, it takes in. */
	protected abstract resize(index: number, span: Span): Edit<M>;
	/** Says of the selection, or of the mark that is being changed, what a digit stands for; false where it stands for nothing. */
	abstract pressDigit(digit: number): boolean;

	get activeMark(): M | null {
		return this.active === null ? null : (this.marks[this.active] ?? null);
	}
	/** What the overlay draws round: the selection, else the mark that is being changed. */
	get framed(): Span | null {
		const words = this.preview ?? this.selection;
		return words ? this.grid.spanOf(words) : this.activeMark;
	}
	/** What is to be marked: the selection, or the word under the cursor. */
	get chosen(): Span {
		return this.grid.spanOf(this.selection ?? { first: this.cursor, last: this.cursor });
	}

	moveTo(word: number, extend = false): void {
		const target = Math.min(Math.max(word, 0), this.grid.last);
		const anchor = extend && !this.readonly ? (this.anchor ?? this.cursor) : null;
		this.let();
		this.anchor = anchor;
		this.cursor = anchor === null ? target : this.grid.towards(anchor, target);
		if (anchor === null) this.said = this.grid.word(target);
		else this.#sayOfSelection();
	}

	/** Selects the words that a stretch of text touches, such as what a pointer was dragged over. */
	select(span: Span): boolean {
		const words = this.readonly ? null : this.grid.wordsIn(span);
		if (!words) return false;
		this.let();
		this.anchor = words.first;
		this.cursor = words.last;
		const cutShort = (this.grid.words[words.last + 1]?.start ?? Infinity) < span.end;
		this.said = cutShort ? say.oneParagraph : say.selected(this.grid.textOf(this.grid.spanOf(words)));
		return true;
	}

	/** A tap sets one end, the next tap in the same paragraph the other. */
	tap(offset: number): void {
		if (this.anchor === null && this.activateAt(offset)) return;
		const word = this.grid.wordAt(offset);
		const samePlace = this.grid.words[this.cursor]?.paragraph === this.grid.words[word]?.paragraph;
		if (this.awaitsSecondTap && samePlace) return this.moveTo(word, true);
		this.let();
		if (this.readonly) return;
		this.moveTo(word);
		this.anchor = word;
		this.awaitsSecondTap = true;
	}

	/** Lets go of selection and mark; true when there was something to let go of. */
	let(): boolean {
		const held = this.anchor !== null || this.active !== null;
		this.anchor = null;
		this.active = null;
		this.awaitsSecondTap = false;
		this.preview = null;
		return held;
	}

	activate(index: number): void {
		const mark = this.marks[index];
		if (!mark) return;
		this.let();
		this.active = index;
		this.cursor = this.grid.wordAt(mark.start);
		this.said = this.sayings.at(mark, index, this.marks.length);
	}

	/** Turns to the mark at an offset, the shortest first; asked again, to the next one that lies there. */
	activateAt(offset: number): boolean {
		const here = marksAt(this.marks, offset);
		const next = here[(here.indexOf(this.active ?? -1) + 1) % here.length];
		if (next !== undefined) this.activate(next);
		return next !== undefined;
	}

	goToMark(step: 1 | -1): void {
		const next = markBeside(this.marks, this.active, this.grid.words[this.cursor]?.start ?? 0, step);
		if (next === null) this.said = say.noMarks;
		else this.activate(next);
	}

	remove(index = this.active ?? marksAt(this.marks, this.grid.words[this.cursor]?.start ?? -1)[0] ?? -1): void {
		const mark = this.marks[index];
		if (!mark || this.readonly) return;
		this.let();
		this.commit(this.stateWith(without(this.marks, index)));
		this.said = this.sayings.removed(mark);
	}

	/** Shows where an edge of the selection or of the mark would come to stand. */
	dragEdge(edge: Edge, word: number): void {
		const held = this.framed && this.grid.wordsIn(this.framed);
		if (!held || this.readonly) return;
		const range = this.grid.stretch(held, edge, word);
		if (this.anchor === null) this.preview = range;
		else [this.anchor, this.cursor, this.awaitsSecondTap] = [range.first, range.last, false];
	}

	dropEdge(edge: Edge): void {
		const { preview } = this;
		this.preview = null;
		if (this.anchor !== null) return this.#sayOfSelection();
		if (preview) this.moveEdge(edge, edge === 'start' ? preview.first : preview.last);
	}

	/** Moves one edge of a mark to a word; the other edge stays. */
	moveEdge(edge: Edge, word: number, index = this.active): void {
		const mark = index === null ? undefined : this.marks[index];
		const words = mark && this.grid.wordsIn(mark);
		if (index === null || !words || this.readonly) return;
		const range = this.grid.stretch(words, edge, word);
		if (range.first === words.first && range.last === words.last) return;
		const edit = this.resize(index, this.grid.spanOf(range));
		this.commit(this.stateWith(edit.marks));
		this.active = edit.index;
		this.sayOf(edit, this.sayings.resized);
	}

	undo(): void {
		this.#restore(this.history.undo(this.now), say.undone);
	}
	redo(): void {
		this.#restore(this.history.redo(this.now), say.redone);
	}

	protected commit(next: State): void {
		this.history.remember(this.now);
		this.replace(next);
	}

	protected sayOf(edit: Edit<M>, saying: (mark: M) => string): void {
		const mark = edit.marks[edit.index];
		if (mark) this.said = edit.merged > 0 ? this.sayings.widened(mark) : saying(mark);
	}

	protected readonly quoteOf = (span: Span): string => this.grid.textOf(span);

	#sayOfSelection(): void {
		if (this.selection) this.said = say.selected(this.grid.textOf(this.grid.spanOf(this.selection)));
	}

	#restore(state: State | undefined, saying: (marks: readonly MarkedSpan[]) => string): void {
		if (this.readonly) return;
		if (!state) return void (this.said = say.nothingToUndo);
		this.let();
		this.replace(state);
		this.said = saying(this.marksOf(state));
	}
}

/** For whoever moves the cursor, draws what is chosen or presses keys: whatever the marks say, it is the same. */
export type AnyMarking = Pick<TextMarking<MarkedSpan, unknown>, keyof TextMarking<MarkedSpan, unknown>>;
