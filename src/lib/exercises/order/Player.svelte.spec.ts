import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ShownExercise } from '../shown.ts';
import type { OrderAnswer } from './kind.ts';
import Player from './Player.svelte';

const texts = { vote: 'The council votes', letter: 'A letter arrives', count: 'The cars are counted' };
const exercise = {
	id: 'an-order',
	kind: 'order',
	label: 'Put in order',
	points: 2,
	prompt: '',
	quotes: [],
	task: { items: Object.entries(texts).map(([id, text]) => ({ id, text })) },
	documents: {},
} satisfies ShownExercise;

async function open({ readonly = false } = {}) {
	let now: OrderAnswer = { order: [] };
	const screen = await render(Player, {
		exercise,
		answer: now,
		library: {},
		readonly,
		onchange: (next: unknown) => {
			now = next as OrderAnswer;
			void screen.rerender({ answer: now });
		},
	});
	const rows = () => [...screen.container.querySelectorAll('li')];
	return {
		screen,
		order: () => now.order,
		shown: () => rows().map((row) => row.querySelector('.words')?.textContent),
		said: () => screen.container.querySelector('[role=status]')?.textContent,
		arrow: (way: 'up' | 'down', text: string) =>
			screen.getByRole('button', { name: `Move ${way} ${text}`, exact: true }),
		grip: (text: string) =>
			rows()
				.find((row) => row.textContent.includes(text))!
				.querySelector('.grip')!,
		row: (text: string) => rows().find((row) => row.textContent.includes(text))!,
	};
}

/** A finger or a mouse, from the handle of one row to the middle of another. */
function drag(from: Element, to: Element, end: 'pointerup' | 'pointercancel' = 'pointerup') {
	// A pointer that no browser knows cannot be captured.
	vi.spyOn(HTMLElement.prototype, 'setPointerCapture').mockImplementation(() => undefined);
	const begin = from.getBoundingClientRect();
	const goal = to.getBoundingClientRect();
	const at = (type: string, clientY: number) =>
		from.dispatchEvent(
			new PointerEvent(type, {
				clientY,
				clientX: begin.x + 4,
				isPrimary: true,
				button: 0,
				bubbles: true,
				cancelable: true,
			}),
		);
	const middle = begin.y + begin.height / 2;
	at('pointerdown', middle);
	at('pointermove', (middle + goal.y) / 2);
	at('pointermove', goal.y + goal.height / 2);
	at(end, goal.y + goal.height / 2);
}

describe('the rows of an order', () => {
	it('are moved by their arrows, say so, and stay in hand', async () => {
		const { arrow, order, shown, said } = await open();
		await userEvent.click(arrow('down', texts.vote));
		expect(order()).toEqual(['letter', 'vote', 'count']);
		expect(shown()).toEqual([texts.letter, texts.vote, texts.count]);
		expect(said()).toBe('“The council votes” is now 2 of 3.');
		await expect.element(arrow('down', texts.vote)).toHaveFocus();
	});

	it('are moved by keys on an arrow, as often as one likes', async () => {
		const { arrow, order } = await open();
		(arrow('up', texts.count).element() as HTMLElement).focus();
		await userEvent.keyboard('{ArrowUp}');
		await expect.element(arrow('up', texts.count)).toHaveFocus();
		await userEvent.keyboard('{ArrowUp}');
		expect(order()).toEqual(['count', 'vote', 'letter']);
		await userEvent.keyboard('{End}');
		expect(order()).toEqual(['vote', 'letter', 'count']);
		await userEvent.keyboard('{Home}');
		expect(order()).toEqual(['count', 'vote', 'letter']);
	});

	it('stop at both ends, where it is said and nothing changes', async () => {
		const { arrow, order, said } = await open();
		await expect.element(arrow('up', texts.vote)).toHaveAttribute('aria-disabled', 'true');
		(arrow('up', texts.vote).element() as HTMLElement).click();
		await expect.poll(said).toBe('“The council votes” is the first already.');
		(arrow('down', texts.count).element() as HTMLElement).focus();
		await userEvent.keyboard('{ArrowDown}');
		await expect.poll(said).toBe('“The cars are counted” is the last already.');
		expect(order()).toEqual([]);
	});

	it('are dragged by their handle, down and up', async () => {
		const { grip, row, order, said } = await open();
		drag(grip(texts.vote), row(texts.count));
		await expect.poll(order).toEqual(['letter', 'count', 'vote']);
		await expect.poll(said).toBe('“The council votes” is now 3 of 3.');
		drag(grip(texts.vote), row(texts.letter));
		await expect.poll(order).toEqual(['vote', 'letter', 'count']);
	});

	it('go back where a drag is broken off', async () => {
		const { grip, row, order, screen } = await open();
		drag(grip(texts.vote), row(texts.count), 'pointercancel');
		expect(order()).toEqual([]);
		await expect.poll(() => screen.container.querySelector('.held')).toBeNull();
	});

	it('can be kept as they stand, which is an answer too', async () => {
		const { screen, order, said } = await open();
		await userEvent.click(screen.getByRole('button', { name: 'Keep the order as it stands' }));
		expect(order()).toEqual(['vote', 'letter', 'count']);
		await expect.poll(said).toBe('The order as it stands is your answer.');
		await expect.element(screen.getByRole('list', { name: 'The order' })).toHaveFocus();
		expect(screen.container.querySelector('.keep')).toBeNull();
	});

	it('stay where they are once the work is handed in', async () => {
		const { screen } = await open({ readonly: true });
		expect(screen.container.querySelectorAll('button, .grip')).toHaveLength(0);
	});
});
