/** The keys of the word cursor. All of them work only while the document has the focus. */
import type { AnyMarking } from './text-marking.svelte.ts';
import type { Edge } from './word-grid.ts';

export type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

/** What only the page can know or do. */
export type MarkingView = {
	/** The word on the line above or below, nearest to this one. */
	wordOnLine(word: number, step: 1 | -1): number;
	/** Moves the focus into the palette. */
	enterPalette(): void;
	/** Moves the focus out of the document. */
	leave(): void;
	showKeys(): void;
	isRightToLeft: boolean;
};

/** Does what a key asks for; false leaves the key to the browser. */
export function pressKey(marking: AnyMarking, view: MarkingView, key: Key): boolean {
	const control = key.ctrlKey || key.metaKey;
	const arrow = arrows[key.key];
	if (arrow) return pressArrow(marking, view, key, arrow);
	if (control && key.key.toLowerCase() === 'z') return done(() => (key.shiftKey ? marking.redo() : marking.undo()));
	if (control && key.key.toLowerCase() === 'y') return done(() => marking.redo());
	if (control && key.key === 'Home') return done(() => marking.moveTo(0, key.shiftKey));
	if (control && key.key === 'End') return done(() => marking.moveTo(marking.grid.last, key.shiftKey));
	if (control || key.altKey) return false;
	if (/^[1-9]$/u.test(key.key)) return marking.pressDigit(Number(key.key));
	switch (key.key) {
		case 'Home':
		case 'End':
			return done(() => marking.moveTo(endOfParagraph(marking, key.key === 'Home'), key.shiftKey));
		case 'Delete':
		case 'Backspace':
			return done(() => marking.remove());
		case 'n':
		case 'N':
			return done(() => marking.goToMark(1));
		case 'p':
		case 'P':
			return done(() => marking.goToMark(-1));
		case 'z':
			return done(() => marking.undo());
		case 'Z':
			return done(() => marking.redo());
		case '?':
			return done(() => view.showKeys());
		case 'Enter':
			return pressEnter(marking, view);
		case 'Escape':
			return done(() => marking.let() || view.leave());
		default:
			return false;
	}
}

type Arrow = { axis: 'word' | 'line'; step: 1 | -1 };

const arrows: Record<string, Arrow> = {
	ArrowLeft: { axis: 'word', step: -1 },
	ArrowRight: { axis: 'word', step: 1 },
	ArrowUp: { axis: 'line', step: -1 },
	ArrowDown: { axis: 'line', step: 1 },
};

function pressArrow(marking: AnyMarking, view: MarkingView, key: Key, { axis, step }: Arrow): boolean {
	const control = key.ctrlKey || key.metaKey;
	if (key.altKey) return false;
	if (axis === 'line') {
		if (control) return done(() => moveSentence(marking, step, key.shiftKey));
		return done(() => marking.moveTo(view.wordOnLine(marking.cursor, step), key.shiftKey));
	}
	const onward = view.isRightToLeft ? (-step as 1 | -1) : step;
	if (key.shiftKey && marking.active !== null) {
		return done(() => nudgeEdge(marking, control ? 'start' : 'end', onward));
	}
	if (control) return done(() => moveSentence(marking, onward, key.shiftKey));
	return done(() => marking.moveTo(marking.cursor + onward, key.shiftKey));
}

function moveSentence(marking: AnyMarking, step: 1 | -1, selects: boolean): void {
	marking.moveTo(marking.grid.sentenceStep(marking.cursor, step, selects), selects);
}

function nudgeEdge(marking: AnyMarking, edge: Edge, step: 1 | -1): void {
	const words = marking.activeMark && marking.grid.wordsIn(marking.activeMark);
	if (words) marking.moveEdge(edge, (edge === 'start' ? words.first : words.last) + step);
}

/** On a mark it opens the mark; with something chosen it goes into the palette. */
function pressEnter(marking: AnyMarking, view: MarkingView): boolean {
	if (marking.selection === null && marking.active === null) {
		const offset = marking.grid.words[marking.cursor]?.start ?? 0;
		if (!marking.activateAt(offset)) marking.anchor = marking.cursor;
	}
	return done(() => view.enterPalette());
}

function endOfParagraph(marking: AnyMarking, start: boolean): number {
	const { words } = marking.grid;
	const paragraph = words[marking.cursor]?.paragraph;
	return start
		? words.findIndex((word) => word.paragraph === paragraph)
		: words.findLastIndex((word) => word.paragraph === paragraph);
}

function done(action: () => unknown): true {
	action();
	return true;
}
