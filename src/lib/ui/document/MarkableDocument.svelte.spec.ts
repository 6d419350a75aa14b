import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ShownDocument } from '../../domain/documents/document.ts';
import MarkableDocument from './MarkableDocument.svelte';
import type { Marks } from './marking-source.ts';
import { rangeOf } from './text-geometry.ts';

const first = 'It is alarming that the targeted killing has become a daily routine. Since then nobody has said why.';
const second = 'The Declaration (UDHR) guarantees this, experts agree.';
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
const passage = 'Declaration (UDHR) guarantees';

async function open() {
	let now: Marks = { marks: [], nothingToMark: false };
	const given = {
		document: shown,
		categories: ['loaded' as const, 'claim' as const, 'authority' as const],
		askTechnique: false,
	};
	const screen = await render(MarkableDocument, {
		...given,
		...now,
		onchange: (next: Marks) => {
			now = next;
			void screen.rerender(next);
		},
	});
	const root = screen.container.querySelector<HTMLElement>('.text');
	if (!root) throw new Error('There is no text');
	return { screen, root, marks: () => now.marks, nothing: () => now.nothingToMark };
}

const spanOf = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });

function selectNatively(root: HTMLElement, quote: string): void {
	const range = rangeOf(root, spanOf(quote));
	if (!range) throw new Error(`${quote} is not on the page`);
	getSelection()?.removeAllRanges();
	getSelection()?.addRange(range);
	root.dispatchEvent(new PointerEvent('pointerup', { pointerType: 'mouse', button: 0, bubbles: true }));
}

function tap(root: HTMLElement, word: string): void {
	const range = rangeOf(root, spanOf(word));
	range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
	const box = range?.getBoundingClientRect();
	if (!box) throw new Error(`${word} is not on the page`);
	const place = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
	document
		.elementFromPoint(place.clientX, place.clientY)
		?.dispatchEvent(new PointerEvent('click', { ...place, pointerType: 'touch', bubbles: true }));
}

describe('a document that can be marked', () => {
	it('is marked alike by pointer, keyboard, touch and list', async () => {
		const expected = [{ ...spanOf(passage), category: 'authority', quote: passage }];

		const pointer = await open();
		selectNatively(pointer.root, 'laration (UDHR) guara');
		await pointer.screen.getByRole('button', { name: /^Authority/u }).click();
		expect(pointer.marks()).toEqual(expected);
		await pointer.screen.unmount();

		const keyboard = await open();
		keyboard.root.focus();
		await userEvent.keyboard('{Control>}{ArrowRight}{ArrowRight}{/Control}{ArrowRight}');
		await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}3');
		expect(keyboard.marks()).toEqual(expected);
		await keyboard.screen.unmount();

		const touch = await open();
		tap(touch.root, 'guarantees');
		tap(touch.root, 'Declaration');
		await touch.screen.getByRole('button', { name: /^Authority/u }).click();
		expect(touch.marks()).toEqual(expected);
		await touch.screen.unmount();

		const list = await open();
		await list.screen.getByRole('button', { name: 'Mark from a list' }).click();
		await list.screen.getByRole('button', { name: /^The Declaration/u }).click();
		await list.screen.getByLabelText('First word').selectOptions('2 Declaration');
		await list.screen.getByLabelText('Last word').selectOptions('4 guarantees');
		await list.screen.getByRole('radio', { name: /Authority/u }).click();
		await list.screen.getByRole('button', { name: 'Mark these words' }).click();
		expect(list.marks()).toEqual(expected);
	});

	it('keeps its words in the page exactly as they are, whatever is marked', async () => {
		const { root } = await open();
		selectNatively(root, 'alarming that the targeted');
		await userEvent.keyboard('2');
		selectNatively(root, 'alarming');
		await userEvent.keyboard('1');
		expect([...root.querySelectorAll('p')].map((paragraph) => paragraph.textContent)).toEqual([first, second]);
		expect(root.querySelectorAll('mark')).toHaveLength(2);
		expect([...root.querySelectorAll('.letter')].map((letter) => letter.getAttribute('data-letter'))).toEqual([
			'L',
			'C',
		]);
	});

	it('has one tab stop for all its words, and says every change', async () => {
		const { screen, root } = await open();
		expect(root.querySelectorAll('[tabindex], button, a')).toHaveLength(0);
		root.focus();
		await userEvent.keyboard('{ArrowRight}{ArrowRight}1');
		await expect.element(screen.getByRole('status')).toHaveTextContent('Marked “alarming” as loaded.');
	});

	it('goes by line with the arrows up and down', async () => {
		const { root, marks } = await open();
		root.style.width = '16rem';
		root.focus();
		await userEvent.keyboard('{ArrowDown}1');
		const top = (quote: string) => rangeOf(root, spanOf(quote))?.getBoundingClientRect().top ?? 0;
		const marked = marks()[0]?.quote ?? '';
		expect(top(marked)).toBeGreaterThan(top('It'));
		expect(top(marked)).toBeLessThan(top('It') + 60);
	});

	it('takes "nothing to mark here" for an answer', async () => {
		const { screen, nothing, root } = await open();
		await screen.getByRole('button', { name: 'Nothing to mark here' }).click();
		expect(nothing()).toBe(true);
		selectNatively(root, 'alarming');
		await screen.getByRole('button', { name: /^Loaded/u }).click();
		expect(nothing()).toBe(false);
		await expect.element(screen.getByRole('button', { name: 'Nothing to mark here' })).toBeDisabled();
	});
});
