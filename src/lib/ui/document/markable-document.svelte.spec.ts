import { beforeEach, describe, expect, it } from 'vitest';
import type { ShownDocument } from '../../domain/documents/document.ts';
import { Marking } from './markable-document.svelte.ts';
import { pressKey, type Key, type MarkingView } from './marking-keys.ts';
import type { Marks } from './marking-source.ts';

const first = 'The reckless plan is illegal, experts agree. Nobody was asked.';
const second = 'The council met on Monday.';
const text = `${first}\n${second}`;
const shown: ShownDocument = {
	name: 'a-text',
	about: {
		label: 'A text',
		publisher: 'us',
		date: '2026',
		genre: 'own text',
		rights: 'ours',
		language: 'en',
		contentNote: '',
	},
	paragraphs: [
		{ number: 1, start: 0, text: first },
		{ number: 2, start: first.length + 1, text: second },
	],
};

let now: Marks;
let marking: Marking;
let left: number;

function begin(askTechnique = false): void {
	now = { marks: [], nothingToMark: false };
	left = 0;
	marking = new Marking({
		document: shown,
		categories: ['loaded', 'claim', 'authority'],
		askTechnique,
		readonly: false,
		get marks() {
			return now.marks;
		},
		get nothingToMark() {
			return now.nothingToMark;
		},
		onchange: (next) => (now = next),
	});
}
beforeEach(() => begin());

const view: MarkingView = {
	wordOnLine: (word, step) => word + step * 4,
	enterPalette: () => undefined,
	leave: () => (left += 1),
	showKeys: () => undefined,
	isRightToLeft: false,
};

function press(...keys: string[]): void {
	for (const combination of keys) {
		const parts = combination.split('+');
		const key: Key = {
			key: parts.at(-1) ?? '',
			ctrlKey: parts.includes('Ctrl'),
			shiftKey: parts.includes('Shift'),
			metaKey: false,
			altKey: false,
		};
		pressKey(marking, view, key);
	}
}

const marked = () => now.marks.map(({ quote, category }) => `${category}: ${quote}`);
const spanOf = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });

describe('marking by keyboard', () => {
	it('names the word under the cursor', () => {
		press('ArrowRight', '1');
		expect(marked()).toEqual(['loaded: reckless']);
		expect(marking.said).toBe('Marked “reckless” as loaded.');
	});

	it('names what Shift selects, by word and by sentence', () => {
		press('Shift+ArrowRight', 'Shift+ArrowRight', '2', 'Ctrl+ArrowRight', 'Ctrl+Shift+ArrowRight', '3');
		expect(marked()).toEqual(['claim: The reckless plan', 'authority: Nobody was asked']);
	});

	it('keeps a selection inside its paragraph', () => {
		press('Ctrl+ArrowRight', ...Array<string>(9).fill('Shift+ArrowRight'), '2');
		expect(marked()).toEqual(['claim: Nobody was asked']);
	});

	it('goes to marks, moves their edges, renames and removes them', () => {
		press('ArrowRight', '1', 'n', 'Shift+ArrowRight', 'Ctrl+Shift+ArrowLeft');
		expect(marked()).toEqual(['loaded: The reckless plan']);
		press('2');
		expect(marked()).toEqual(['claim: The reckless plan']);
		press('Delete');
		expect(marked()).toEqual([]);
	});

	it('undoes and does again, change by change', () => {
		press('1', 'ArrowRight', '2', 'z');
		expect(marked()).toEqual(['loaded: The']);
		press('z', 'Shift+Z');
		expect(marked()).toEqual(['loaded: The']);
		press('z', 'z');
		expect(marking.said).toBe('There is nothing to undo.');
	});

	it('lets go with Escape, and leaves with the next one', () => {
		press('Shift+ArrowRight', 'Escape');
		expect(marking.selection).toBeNull();
		expect(left).toBe(0);
		press('Escape');
		expect(left).toBe(1);
	});

	it('leaves keys of the browser alone', () => {
		const control: Key = { key: 'r', ctrlKey: true, shiftKey: false, metaKey: false, altKey: false };
		expect(pressKey(marking, view, control)).toBe(false);
	});
});

describe('marking by pointer and touch', () => {
	it('makes whole words of a drag, and the same span as the keyboard', () => {
		marking.select(spanOf('ckless pla'));
		marking.name('loaded');
		const byPointer = now.marks;
		begin();
		press('ArrowRight', 'Shift+ArrowRight', '1');
		expect(now.marks).toEqual(byPointer);
	});

	it('sets one end with a tap and the other with the next', () => {
		marking.tap(text.indexOf('plan'));
		expect(marking.awaitsSecondTap).toBe(true);
		marking.tap(text.indexOf('reckless') + 2);
		marking.name('loaded');
		expect(marked()).toEqual(['loaded: reckless plan']);
	});

	it('begins anew with a tap in another paragraph', () => {
		marking.tap(text.indexOf('plan'));
		marking.tap(text.indexOf('Monday'));
		marking.name('claim');
		expect(marked()).toEqual(['claim: Monday']);
	});

	it('opens a tapped mark, the shorter one first, then the one around it', () => {
		marking.mark(spanOf('The reckless plan is illegal'), 'claim');
		marking.mark(spanOf('reckless'), 'loaded');
		marking.tap(text.indexOf('reckless'));
		expect(marking.activeMark?.category).toBe('loaded');
		marking.tap(text.indexOf('reckless'));
		expect(marking.activeMark?.category).toBe('claim');
	});

	it('shows where a dragged edge would go, and moves it when it is let go', () => {
		marking.mark(spanOf('reckless'), 'loaded');
		marking.activate(0);
		marking.dragEdge('end', marking.grid.wordAt(text.indexOf('illegal')));
		expect(marked()).toEqual(['loaded: reckless']);
		expect(marking.framed).toEqual(spanOf('reckless plan is illegal'));
		marking.dropEdge('end');
		expect(marked()).toEqual(['loaded: reckless plan is illegal']);
	});
});

describe('marks of one category', () => {
	it('become one where they meet', () => {
		marking.mark(spanOf('The reckless plan'), 'claim');
		marking.mark(spanOf('plan is illegal'), 'claim');
		expect(marked()).toEqual(['claim: The reckless plan is illegal']);
		expect(marking.said).toMatch(/^Joined/u);
	});

	it('are left as they are by a mark inside them', () => {
		marking.mark(spanOf('The reckless plan'), 'claim');
		marking.mark(spanOf('reckless'), 'claim');
		expect(marked()).toEqual(['claim: The reckless plan']);
		expect(marking.activeMark?.quote).toBe('The reckless plan');
	});
});

describe('the technique', () => {
	it('is asked after the name, by number too, and may stay open', () => {
		begin(true);
		press('ArrowRight', '1');
		expect(marking.asksTechnique).toBe(true);
		press('2');
		expect(now.marks[0]?.technique).toBe('name-calling');
		press('ArrowRight', '2', 'Escape');
		expect(now.marks[1]).not.toHaveProperty('technique');
	});
});

describe('a note', () => {
	it('is kept as it is typed, and undone as one', () => {
		press('1', 'n');
		for (const typed of ['w', 'wh', 'why ', 'why?']) marking.setNote(typed);
		expect(now.marks[0]?.note).toBe('why?');
		press('z');
		expect(now.marks[0]).not.toHaveProperty('note');
		expect(marked()).toEqual(['loaded: The']);
	});
});

describe('"nothing to mark here"', () => {
	it('is an answer that the first mark takes back', () => {
		marking.declareNothing(true);
		expect(now).toEqual({ marks: [], nothingToMark: true });
		press('1');
		expect(now.nothingToMark).toBe(false);
		marking.declareNothing(true);
		expect(now.nothingToMark).toBe(false);
	});
});

it('changes nothing where it may only be read', () => {
	now = { marks: [], nothingToMark: false };
	const reading = new Marking({
		document: shown,
		categories: ['loaded'],
		askTechnique: false,
		marks: [],
		nothingToMark: false,
		readonly: true,
		onchange: (next) => (now = next),
	});
	reading.select(spanOf('reckless'));
	reading.name('loaded');
	reading.declareNothing(true);
	expect(now).toEqual({ marks: [], nothingToMark: false });
});
