/** Marking a document: what each mark is called, of what kind it is, its note, and that there may be nothing to mark. */
import { contains, lengthOf } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';
import { categories, techniques, type Category, type Technique } from '../../domain/marking/categories.ts';
import type { Mark } from '../../domain/marking/mark.ts';
import { addMark, renameMark, resizeMark, setNote, setTechnique, type Edit } from './edit-marks.ts';
import { History } from './history.svelte.ts';
import { say } from './sayings.ts';
import type { Marks, MarkingSource } from './marking-source.ts';
import { TextMarking } from './text-marking.svelte.ts';

export class Marking extends TextMarking<Mark, Marks> {
	readonly #source: MarkingSource;
	#noteInHand: number | null = null;

	/** Whether the palette asks what kind of loaded word, claim or authority it is. */
	asksTechnique = $state(false);

	protected readonly sayings = say;

	constructor(source: MarkingSource) {
		super(source.document, new History<Marks>());
		this.#source = source;
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
	/** Techniques of the mark that is being changed, in their numbered order. */
	get techniquesAsked(): readonly Technique[] {
		return this.askTechnique && this.activeMark ? techniques[this.activeMark.category] : [];
	}

	override let(): boolean {
		this.asksTechnique = false;
		this.#noteInHand = null;
		return super.let();
	}

	/** Names the selection, the mark that is being changed, or the word under the cursor. */
	name(category: Category): void {
		if (this.readonly || !this.categories.includes(category)) return;
		if (this.active !== null && this.activeMark) return this.#rename(this.active, category);
		this.mark(this.chosen, category);
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
		this.#take(addMark(this.marks, span, category, this.quoteOf), technique);
	}

	setTechnique(technique: Technique | null, index = this.active): void {
		const mark = index === null ? undefined : this.marks[index];
		if (index === null || !mark || this.readonly) return;
		if (mark.technique !== technique) this.commit(this.stateWith(setTechnique(this.marks, index, technique)));
		this.let();
		this.said = technique ? say.technique({ ...mark, technique }) : say.technique(mark);
	}

	/** Keeps a note as it is typed; the whole of it is one step to undo. */
	setNote(note: string, index = this.active): void {
		if (index === null || this.readonly || (this.marks[index]?.note ?? '') === note) return;
		const next = this.stateWith(setNote(this.marks, index, note));
		if (this.#noteInHand === index) return this.replace(next);
		this.commit(next);
		this.#noteInHand = index;
	}

	declareNothing(declared: boolean): void {
		if (this.readonly || (declared && this.marks.length > 0)) return;
		this.let();
		this.commit({ marks: this.marks, nothingToMark: declared });
		this.said = say.nothing(declared);
	}

	/** A technique while it is asked for, else a name. */
	pressDigit(digit: number): boolean {
		if (this.asksTechnique) {
			const technique = this.techniquesAsked[digit - 1];
			if (technique) this.setTechnique(technique);
			return technique !== undefined;
		}
		const category = categories[digit - 1];
		if (!category || !this.categories.includes(category)) return false;
		this.name(category);
		return true;
	}

	#rename(index: number, category: Category): void {
		if (this.marks[index]?.category === category) return this.#afterNaming(index);
		const edit = renameMark(this.marks, index, category, this.quoteOf);
		this.commit(this.stateWith(edit.marks));
		this.sayOf(edit, say.renamed);
		this.#afterNaming(edit.index);
	}

	#take(edit: Edit, technique?: Technique): void {
		const marks = technique ? setTechnique(edit.marks, edit.index, technique) : edit.marks;
		this.commit(this.stateWith(marks));
		this.sayOf(edit, say.marked);
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

	protected get now(): Marks {
		return { marks: this.marks, nothingToMark: this.nothingToMark };
	}
	protected stateWith(marks: Mark[]): Marks {
		return { marks, nothingToMark: false };
	}
	protected marksOf(state: Marks): readonly Mark[] {
		return state.marks;
	}
	protected replace(state: Marks): void {
		this.#source.onchange(state);
	}
	protected override commit(next: Marks): void {
		this.#noteInHand = null;
		super.commit(next);
	}
	protected resize(index: number, span: Span): Edit {
		return resizeMark(this.marks, index, span, this.quoteOf);
	}
}
