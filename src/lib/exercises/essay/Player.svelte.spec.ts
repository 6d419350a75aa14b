import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ShownDocument } from '../../domain/documents/document.ts';
import type { ShownExercise } from '../shown.ts';
import type { EssayAnswer } from './kind.ts';
import { LONGEST_ESSAY } from './limits.ts';
import Player from './Player.svelte';

const shown = (name: string, publisher: string): ShownDocument => ({
	name,
	about: {
		label: `The ${name}`,
		publisher,
		date: '2026',
		genre: 'own text',
		rights: 'ours',
		language: 'en',
		contentNote: '',
	},
	paragraphs: [{ number: 1, start: 0, text: `What the ${name} says.` }],
});

async function open(documents: ShownDocument[] = []) {
	let now: EssayAnswer = { text: '' };
	const exercise = {
		id: 'an-essay',
		kind: 'essay',
		label: 'Write a text',
		points: 4,
		prompt: '',
		quotes: [],
		task: { words: { least: 2, most: 3 }, documents: documents.map(({ name }) => name) },
		documents: Object.fromEntries(documents.map((document) => [document.name, document])),
	} satisfies ShownExercise;
	const screen = await render(Player, {
		exercise,
		answer: now,
		library: {},
		readonly: false,
		onchange: (next: unknown) => {
			now = next as EssayAnswer;
			void screen.rerender({ answer: now });
		},
	});
	const field = screen.getByRole('textbox', { name: 'Your text' });
	return { screen, field, text: () => now.text, spoken: () => screen.getByRole('status') };
}

describe('a place to write', () => {
	it('counts the words, tells kindly where it ends, and takes more', async () => {
		const { screen, field, text, spoken } = await open();
		await expect.element(field).toHaveAccessibleDescription('2 to 3 words are asked for.');
		await userEvent.type(field, 'One');
		await expect
			.element(screen.getByText('1 word of 2 to 3: 1 to go. A shorter text can be handed in too.'))
			.toBeVisible();
		await expect.element(spoken()).toHaveTextContent('');
		await userEvent.type(field, ' two');
		await expect.element(spoken()).toHaveTextContent('Your text has as many words as asked for.');
		await userEvent.type(field, ' three four');
		await expect.element(spoken()).toHaveTextContent('Your text has more words than asked for.');
		expect(text()).toBe('One two three four');
	});

	it('keeps a text that is too long to be saved, and says how much too long', async () => {
		const { screen, field, text } = await open();
		await field.fill('a'.repeat(LONGEST_ESSAY + 7));
		expect(text()).toHaveLength(LONGEST_ESSAY + 7);
		await expect
			.element(screen.getByText('This is 7 characters longer than can be saved. Shorten it, and it is saved.'))
			.toBeVisible();
		await expect.element(field).toHaveAttribute('aria-invalid', 'true');
	});

	it('writes in the direction of the words', async () => {
		const { field } = await open();
		await field.fill('ایک دو');
		expect(getComputedStyle(field.element()).direction).toBe('rtl');
	});

	it('shows the texts to read one at a time, by mouse and by key', async () => {
		const { screen } = await open([shown('report', 'The Post'), shown('letter', 'The Mail')]);
		const post = screen.getByRole('tab', { name: 'The Post, 2026' });
		const mail = screen.getByRole('tab', { name: 'The Mail, 2026' });
		// A narrow screen shows either side.
		const read = screen.getByRole('button', { name: 'Read the 2 texts' });
		if (read.query() !== null && getComputedStyle(read.element().parentElement!).display !== 'none') await read.click();
		await expect.element(screen.getByText('What the report says.')).toBeVisible();
		await expect.element(screen.getByText('What the letter says.')).not.toBeVisible();
		await mail.click();
		await expect.element(screen.getByText('What the letter says.')).toBeVisible();
		await expect.element(screen.getByText('What the report says.')).not.toBeVisible();
		await userEvent.keyboard('{ArrowRight}');
		await expect.element(post).toHaveFocus();
		await expect.element(post).toHaveAttribute('aria-selected', 'true');
	});
});
