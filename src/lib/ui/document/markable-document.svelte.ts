/**
 * Marking a document, without a page: the word cursor, what is selected, which mark is being changed, and undo.
 * Pointer, keyboard, touch and list all end in the same few methods, so they cannot make different spans.
 */
import { contains, lengthOf } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';
import { techniques, type Category, type Technique } from '../../domain/marking/categories.ts';
import type { Mark } from '../../domain/marking/mark.ts';
import {
	addMark,
	markBeside,
	marksAt,
	renameMark,
	resizeMark,
	setNote,
	setTechnique,
	without,
	type Edit,
} from './edit-marks.ts';
import { History } from './history.svelte.ts';
import { say } from './sayings.ts';
import type { Marks, MarkingSource } from './marking-source.ts';
import { WordGrid, type Edge, type WordRange } from './word-grid.ts';

export class Marking {
	readonly #source: MarkingSource;
	readonly grid: WordGrid;
	readonly history = new History<Marks>();
	#noteInHand: number | null = null;

	/** Number of the word under the cursor. */
	cursor = $state(0);
	/** The word where a selection began; null while nothing is selected. */
	anchor: number | null = $state(null);
	/** Number of the mark that is being changed. */
	active: number | null = $state(null);
	/** Whether the palette asks what kind of loaded word, claim or authority it is. */
	asksTechnique = $state(false);
	/** After one tap: the next one sets the other end. */
	awaitsSecondTap = $state(false);
	/** The words that a mark would have if its edge were let go of now. */
	preview: WordRange | null = $state.raw(null);
	/** What a screen reader is to say now. */
	said = $state('');

	readonly selection: WordRange | null = $derived.by(() =>
		this.anchor === null ? null : this.grid.withinParagraph(this.anchor, this.cursor),
	);

	constructor(source: MarkingSource) {
		this.#source = source;
		this.grid = new WordGrid(source.document);
	}

	get marks(): Mark[] {
		return this.#source.marks;
	}
	get categories(): readonly Category[] {
		return this.#source.categories;
	}
	get askTechnique(): boolean {
		return this.#source.askTechnique;
	}
	get readonly(): boolean {
		return this.#source.readonly;
	}
	get nothingToMark(): boolean {
		return this.#source.nothingToMark;
	}
	get activeMark(): Mark | null {
		return this.active === null ? null : (this.marks[this.active] ?? null);
	}
	/** What the overlay draws round: the selection, else the mark that is being changed. */
	get framed(): Span | null {
		const words = this.preview ?? this.selection;
		return words ? this.grid.spanOf(words) : this.activeMark;
	}

	moveTo(word: number, extend = false): void {
		const target = Math.min(Math.max(word, 0), this.grid.last);
		this.active = null;
		this.asksTechnique = false;
		this.awaitsSecondTap = false;
		this.anchor = extend && !this.readonly ? (this.anchor ?? this.cursor) : null;
		this.cursor = this.anchor === null ? target : this.grid.towards(this.anchor, target);
		if (this.anchor === null) this.said = this.grid.word(target);
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
		this.asksTechnique = false;
		this.awaitsSecondTap = false;
		this.preview = null;
		this.#noteInHand = null;
		return held;
	}

	activate(index: number): void {
		const mark = this.marks[index];
		if (!mark) return;
		this.let();
		this.active = index;
		this.cursor = this.grid.wordAt(mark.start);
		this.said = say.at(mark, index, this.marks.length);
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

	/** Names the selection, the mark that is being changed, or the word under the cursor. */
	name(category: Category): void {
		if (this.readonly || !this.categories.includes(category)) return;
		if (this.active !== null && this.activeMark) return this.#rename(this.active, category);
		const words = this.selection ?? { first: this.cursor, last: this.cursor };
		this.mark(this.grid.spanOf(words), category);
	}

	/** Marks a span of whole words. The list comes here directly. */
	mark(span: Span, category: Category, technique?: Technique): void {
		if (this.readonly || lengthOf(span) <= 0) return void (this.said = say.noWord);
		const inside = this.marks.findIndex((mark) => mark.category === category && contains(mark, span));
		const already = this.marks[inside];
		if (already) {
			this.activate(inside);
			this.asksTechnique = this.askTechnique && !already.technique;
			return void (this.said = say.already(already));
		}
		this.#take(addMark(this.marks, span, category, this.#quoteOf), technique);
	}

	remove(index = this.active ?? marksAt(this.marks, this.grid.words[this.cursor]?.start ?? -1)[0] ?? -1): void {
		const mark = this.marks[index];
		if (!mark || this.readonly) return;
		this.let();
		this.#commit({ marks: without(this.marks, index), nothingToMark: false });
		this.said = say.removed(mark);
	}

	setTechnique(technique: Technique | null, index = this.active): void {
		const mark = index === null ? undefined : this.marks[index];
		if (index === null || !mark || this.readonly) return;
		if (mark.technique !== technique)
			this.#commit({ marks: setTechnique(this.marks, index, technique), nothingToMark: false });
		this.asksTechnique = false;
		this.let();
		this.said = technique ? say.technique({ ...mark, technique }) : say.technique(mark);
	}

	/** Keeps a note as it is typed; the whole of it is one step to undo. */
	setNote(note: string, index = this.active): void {
		if (index === null || this.readonly || (this.marks[index]?.note ?? '') === note) return;
		const next = { marks: setNote(this.marks, index, note), nothingToMark: false };
		if (this.#noteInHand === index) return this.#source.onchange(next);
		this.#commit(next);
		this.#noteInHand = index;
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
		const edit = resizeMark(this.marks, index, this.grid.spanOf(range), this.#quoteOf);
		this.#commit({ marks: edit.marks, nothingToMark: false });
		this.active = edit.index;
		this.#sayOf(edit, say.resized);
	}

	declareNothing(declared: boolean): void {
		if (this.readonly || (declared && this.marks.length > 0)) return;
		this.let();
		this.#commit({ marks: this.marks, nothingToMark: declared });
		this.said = say.nothing(declared);
	}

	undo(): void {
		this.#restore(this.history.undo(this.#now), say.undone);
	}
	redo(): void {
		this.#restore(this.history.redo(this.#now), say.redone);
	}

	/** Techniques of the mark that is being changed, in their numbered order. */
	get techniquesAsked(): readonly Technique[] {
		return this.askTechnique && this.activeMark ? techniques[this.activeMark.category] : [];
	}

	#rename(index: number, category: Category): void {
		if (this.marks[index]?.category === category) return this.#afterNaming(index);
		const edit = renameMark(this.marks, index, category, this.#quoteOf);
		this.#commit({ marks: edit.marks, nothingToMark: false });
		this.#sayOf(edit, say.renamed);
		this.#afterNaming(edit.index);
	}

	#take(edit: Edit, technique?: Technique): void {
		const marks = technique ? setTechnique(edit.marks, edit.index, technique) : edit.marks;
		this.#commit({ marks, nothingToMark: false });
		this.#sayOf(edit, say.marked);
		this.cursor = this.grid.wordAt(Math.max(0, (marks[edit.index]?.end ?? 1) - 1));
		this.#afterNaming(edit.index);
	}

	/** Asks for the technique where the task does; else the hand is free for the next passage. */
	#afterNaming(index: number): void {
		this.let();
		if (!this.askTechnique || this.marks[index]?.technique) return;
		this.active = index;
		this.asksTechnique = true;
	}

	#sayOf(edit: Edit, saying: (mark: Mark) => string): void {
		const mark = edit.marks[edit.index];
		if (mark) this.said = edit.merged > 0 ? say.widened(mark) : saying(mark);
	}

	#sayOfSelection(): void {
		if (this.selection) this.said = say.selected(this.grid.textOf(this.grid.spanOf(this.selection)));
	}

	#restore(state: Marks | undefined, saying: (marks: readonly Mark[]) => string): void {
		if (this.readonly) return;
		if (!state) return void (this.said = say.nothingToUndo);
		this.let();
		this.#source.onchange(state);
		this.said = saying(state.marks);
	}

	get #now(): Marks {
		return { marks: this.marks, nothingToMark: this.nothingToMark };
	}

	#commit(next: Marks): void {
		this.#noteInHand = null;
		this.history.remember(this.#now);
		this.#source.onchange(next);
	}

	readonly #quoteOf = (span: Span): string => this.grid.textOf(span);
}
