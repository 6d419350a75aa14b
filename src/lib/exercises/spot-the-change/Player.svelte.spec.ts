import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { rangeOf } from '$lib/ui/document/text-geometry.ts';
import type { ShownExercise } from '../shown.ts';
import { kind, type SpotTheChangeAnswer, type SpotTheChangeTask } from './kind.ts';
import type { Side } from './sides.ts';
import Player from './Player.svelte';

const task: SpotTheChangeTask = {
	before: {
		label: 'The Post, 4 March',
		text: 'The council said on Tuesday that it will wait.\nTwo teachers asked for that, and the vote was six to five.',
	},
	after: {
		label: 'The Mirror, 5 March',
		text: 'The council admitted on Tuesday that it will wait.\nThe vote was six to five.',
	},
	effects: [
		{ id: 'doubt', text: 'Puts in a doubt' },
		{ id: 'heat', text: 'Makes it hotter' },
		{ id: 'gone', text: 'Leaves something out' },
	],
};
const exercise = {
	id: 'a-change',
	kind: 'spot-the-change',
	label: 'Spot the change',
	points: 2,
	prompt: '',
	quotes: [],
	task,
	documents: {},
} satisfies ShownExercise;

async function open(given: SpotTheChangeTask = task) {
	let now: SpotTheChangeAnswer = { marks: [] };
	const screen = await render(Player, {
		exercise: { ...exercise, task: given },
		answer: now,
		library: {},
		readonly: false,
		onchange: (next: unknown) => {
			now = next as SpotTheChangeAnswer;
			expect(kind.faults(given, now, {})).toEqual([]);
			void screen.rerender({ answer: now });
		},
	});
	const texts = [...screen.container.querySelectorAll<HTMLElement>('.text')];
	const root = (side: Side) => texts[side === 'before' ? 0 : 1]!;
	return { screen, root, marks: () => now.marks };
}

const spanOf = (side: Side, quote: string) => {
	const start = task[side].text.indexOf(quote);
	return { start, end: start + quote.length };
};
const markOf = (side: Side, quote: string, effect: string | null) => ({
	in: side,
	...spanOf(side, quote),
	quote,
	effect,
});

function selectNatively(root: HTMLElement, side: Side, quote: string): void {
	const range = rangeOf(root, spanOf(side, quote));
	if (!range) throw new Error(`${quote} is not on the page`);
	getSelection()?.removeAllRanges();
	getSelection()?.addRange(range);
	root.dispatchEvent(new PointerEvent('pointerup', { pointerType: 'mouse', button: 0, bubbles: true }));
}

function tap(root: HTMLElement, side: Side, word: string): void {
	const range = rangeOf(root, spanOf(side, word));
	range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
	const box = range?.getBoundingClientRect();
	if (!box) throw new Error(`${word} is not on the page`);
	const place = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
	document
		.elementFromPoint(place.clientX, place.clientY)
		?.dispatchEvent(new PointerEvent('click', { ...place, pointerType: 'touch', bubbles: true }));
}

describe('two versions of a text', () => {
	it('are marked alike by pointer, keyboard, touch and list', async () => {
		const expected = [markOf('before', 'Two teachers asked', 'gone')];

		const pointer = await open();
		selectNatively(pointer.root('before'), 'before', 'o teachers ask');
		await pointer.screen.getByRole('button', { name: /^Leaves something out/u }).click();
		expect(pointer.marks()).toEqual(expected);
		await pointer.screen.unmount();

		const keyboard = await open();
		keyboard.root('before').focus();
		await userEvent.keyboard('{Control>}{ArrowRight}{/Control}{Shift>}{ArrowRight}{ArrowRight}{/Shift}3');
		expect(keyboard.marks()).toEqual(expected);
		await keyboard.screen.unmount();

		const touch = await open();
		tap(touch.root('before'), 'before', 'asked');
		tap(touch.root('before'), 'before', 'Two');
		await touch.screen.getByRole('button', { name: /^Leaves something out/u }).click();
		expect(touch.marks()).toEqual(expected);
		await touch.screen.unmount();

		const list = await open();
		await list.screen.getByRole('button', { name: 'Mark from a list' }).first().click();
		await list.screen.getByRole('button', { name: /^Two teachers/u }).click();
		await list.screen.getByLabelText('First word').selectOptions('1 Two');
		await list.screen.getByLabelText('Last word').selectOptions('3 asked');
		await list.screen.getByRole('radio', { name: 'Leaves something out' }).click();
		await list.screen.getByRole('button', { name: 'Mark these words' }).click();
		expect(list.marks()).toEqual(expected);
	});

	it('keep their marks in the order of the texts, each with its effect, and give up one at a time', async () => {
		const { screen, root, marks } = await open();
		selectNatively(root('after'), 'after', 'admitted');
		await userEvent.keyboard('1');
		selectNatively(root('before'), 'before', 'said');
		await screen.getByRole('button', { name: 'Mark, and decide later' }).click();
		expect(marks()).toEqual([markOf('before', 'said', null), markOf('after', 'admitted', 'doubt')]);
		await screen.getByLabelText('What the change does: said').selectOptions('2 Makes it hotter');
		expect(marks()[0]).toEqual(markOf('before', 'said', 'heat'));
		await screen
			.getByRole('button', { name: /^Remove/u })
			.last()
			.click();
		expect(marks()).toEqual([markOf('before', 'said', 'heat')]);
	});

	it('undo one after the other, whichever text was marked last', async () => {
		const { screen, root, marks } = await open();
		selectNatively(root('before'), 'before', 'said');
		await userEvent.keyboard('1');
		selectNatively(root('after'), 'after', 'admitted');
		await userEvent.keyboard('2');
		await screen.getByRole('button', { name: 'Undo' }).first().click();
		expect(marks()).toEqual([markOf('before', 'said', 'doubt')]);
		root('after').focus();
		await userEvent.keyboard('z');
		expect(marks()).toEqual([]);
		await expect.element(screen.getByRole('status').last()).toHaveTextContent('Undone; you have 0 marks.');
	});

	it('let go of words in one text when words of the other are chosen', async () => {
		const { screen, root } = await open();
		selectNatively(root('before'), 'before', 'said');
		selectNatively(root('after'), 'after', 'admitted');
		await expect.element(screen.getByRole('group', { name: 'What does the change do?' })).toBeVisible();
		expect(screen.container.querySelectorAll('[aria-label="What does the change do?"]')).toHaveLength(1);
	});

	it('join marks that overlap into one, which never lies twice on the same words', async () => {
		const { root, marks } = await open();
		selectNatively(root('before'), 'before', 'council said');
		await userEvent.keyboard('1');
		selectNatively(root('before'), 'before', 'said on Tuesday');
		await userEvent.keyboard('2');
		expect(marks()).toEqual([markOf('before', 'council said on Tuesday', 'heat')]);
		selectNatively(root('before'), 'before', 'said');
		await userEvent.keyboard('3');
		expect(marks()).toEqual([markOf('before', 'council said on Tuesday', 'gone')]);
	});

	it('say every change, and keep their words as they are', async () => {
		const { screen, root } = await open();
		root('after').focus();
		await userEvent.keyboard('{ArrowRight}{ArrowRight}1');
		await expect.element(screen.getByRole('status').last()).toHaveTextContent('Marked “admitted”, Puts in a doubt.');
		expect([...root('after').querySelectorAll('p')].map((paragraph) => paragraph.textContent).join('\n')).toBe(
			task.after.text,
		);
		expect(root('after').querySelectorAll('[tabindex], button, a')).toHaveLength(0);
	});

	it('are walked from right to left where they are written so', async () => {
		const urdu: SpotTheChangeTask = {
			...task,
			before: { label: 'الف', language: 'ur', text: 'کونسل نے منگل کو کہا کہ لائبریری بند رہے گی۔' },
			after: { label: 'ب', language: 'ur', text: 'کونسل نے منگل کو تسلیم کیا کہ لائبریری بند رہے گی۔' },
		};
		const { root, marks } = await open(urdu);
		expect(root('after').dir).toBe('rtl');
		root('after').focus();
		await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{Shift>}{ArrowLeft}{/Shift}1');
		expect(marks().map(({ quote }) => quote)).toEqual(['تسلیم کیا']);
	});
});
