/** Marking one of two texts: every mark is given what the change does. Both texts share one history. */
import { contains, cover, inReadingOrder, isSame, lengthOf, overlap } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';
import { without, type Edit } from '../../ui/document/edit-marks.ts';
import type { History } from '../../ui/document/history.svelte.ts';
import { say, shortQuote, type MarkSayings } from '../../ui/document/sayings.ts';
import { TextMarking } from '../../ui/document/text-marking.svelte.ts';
import type { ChangeMark, Effect } from './kind.ts';
import { sides, type Side } from './sides.ts';
import type { ShownVersion } from './shown-version.ts';

/** What the page holds; read anew each time. */
export type ChangeSource = {
	readonly side: Side;
	readonly version: ShownVersion;
	readonly effects: readonly Effect[];
	/** Those of both texts. */
	readonly marks: ChangeMark[];
	readonly readonly: boolean;
	onchange(marks: ChangeMark[]): void;
};

export class ChangeMarking extends TextMarking<ChangeMark, ChangeMark[]> {
	readonly #source: ChangeSource;
	readonly #own = $derived.by(() => this.#source.marks.filter((mark) => mark.in === this.#source.side));

	constructor(source: ChangeSource, history: History<ChangeMark[]>) {
		super(source.version, history);
		this.#source = source;
	}

	get side(): Side {
		return this.#source.side;
	}
	get effects(): readonly Effect[] {
		return this.#source.effects;
	}
	get marks(): ChangeMark[] {
		return this.#own;
	}
	get readonly(): boolean {
		return this.#source.readonly;
	}

	/** Says what the change does, of the selection or of the mark that is being changed; null leaves it open. */
	choose(effect: string | null): void {
		const { active, activeMark } = this;
		if (active !== null && activeMark) this.setEffect(active, effect);
		else this.mark(this.chosen, effect);
	}

	/** Marks a span of whole words. The list comes here directly. */
	mark(span: Span, effect: string | null): void {
		if (this.readonly) return;
		if (lengthOf(span) <= 0) return void (this.said = say.noWord);
		const inside = this.marks.findIndex((mark) => contains(mark, span));
		if (inside !== -1) return this.setEffect(inside, effect);
		const edit = this.#place(this.marks, { ...span, in: this.side, quote: this.quoteOf(span), effect });
		this.commit(this.stateWith(edit.marks));
		this.let();
		this.cursor = this.grid.wordAt(Math.max(0, (edit.marks[edit.index]?.end ?? 1) - 1));
		this.sayOf(edit, (mark) => `Marked ${shortQuote(mark.quote)}, ${this.#effectOf(mark)}.`);
	}

	setEffect(index: number, effect: string | null): void {
		const mark = this.marks[index];
		if (!mark || this.readonly) return;
		const changed = { ...mark, effect: effect ?? mark.effect };
		if (changed.effect !== mark.effect) this.commit(this.stateWith(this.marks.with(index, changed)));
		this.let();
		this.said = `${shortQuote(mark.quote)}: ${this.#effectOf(changed)}.`;
	}

	pressDigit(digit: number): boolean {
		const effect = this.effects[digit - 1];
		if (!effect || this.readonly) return false;
		this.choose(effect.id);
		return true;
	}

	readonly #effectOf = ({ effect }: ChangeMark): string =>
		this.effects.find(({ id }) => id === effect)?.text ?? 'without an effect yet';

	/** Two marks of one text never overlap: they become one. */
	#place(others: readonly ChangeMark[], changed: ChangeMark): Edit<ChangeMark> {
		const touched = others.filter((mark) => overlap(mark, changed) > 0);
		const span = touched.reduce<Span>(cover, changed);
		const effect = changed.effect ?? touched.find((mark) => mark.effect !== null)?.effect ?? null;
		const quote = isSame(span, changed) ? changed.quote : this.quoteOf(span);
		const mark: ChangeMark = { in: changed.in, start: span.start, end: span.end, quote, effect };
		const marks = [...others.filter((other) => !touched.includes(other)), mark].toSorted(inReadingOrder);
		return { marks, index: marks.indexOf(mark), merged: touched.length };
	}

	protected readonly sayings: MarkSayings<ChangeMark> = {
		at: (mark, index, all) => `Mark ${index + 1} of ${all}: ${shortQuote(mark.quote)}, ${this.#effectOf(mark)}.`,
		resized: (mark) => `The mark is now ${shortQuote(mark.quote)}.`,
		widened: (mark) => `Joined with another mark: ${shortQuote(mark.quote)}, ${this.#effectOf(mark)}.`,
		removed: (mark) => `Removed the mark on ${shortQuote(mark.quote)}.`,
	};

	protected get now(): ChangeMark[] {
		return this.#source.marks;
	}
	protected stateWith(own: ChangeMark[]): ChangeMark[] {
		return sides.flatMap((side) => (side === this.side ? own : this.#source.marks.filter((mark) => mark.in === side)));
	}
	protected marksOf(state: ChangeMark[]): readonly ChangeMark[] {
		return state;
	}
	protected replace(state: ChangeMark[]): void {
		this.#source.onchange(state);
	}
	protected resize(index: number, span: Span): Edit<ChangeMark> {
		const mark = this.marks[index];
		if (!mark) return { marks: this.marks, index, merged: 0 };
		return this.#place(without(this.marks, index), { ...mark, ...span, quote: this.quoteOf(span) });
	}
}
