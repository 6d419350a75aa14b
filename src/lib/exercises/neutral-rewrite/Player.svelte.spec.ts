import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ShownExercise } from '../shown.ts';
import { kind, type NeutralRewriteAnswer } from './kind.ts';
import Player from './Player.svelte';

const passage = 'The penny-pinchers meet on 14 May.';
const exercise: ShownExercise = {
	id: 'a-rewrite',
	kind: kind.id,
	label: kind.label,
	points: 2,
	prompt: 'Rewrite it.',
	quotes: [],
	task: { text: passage, source: 'A leaflet', words: 10 },
	documents: {},
};

/** The player in the hands of a page that gives back what it is told. */
async function open(answer: NeutralRewriteAnswer = kind.emptyAnswer(), readonly = false) {
	const told: NeutralRewriteAnswer[] = [];
	const given = { exercise, library: {}, readonly };
	const screen = await render(Player, {
		...given,
		answer,
		onchange: (next: unknown) => {
			told.push(next as NeutralRewriteAnswer);
			void screen.rerender({ answer: next });
		},
	});
	const field = screen.getByRole('textbox', { name: /^Your version/ });
	const again = screen.getByRole('button');
	return { screen, field, again, told };
}

describe('writing a neutral version', () => {
	it('begins with the passage, below the passage and where it comes from, and saves nothing by being opened', async () => {
		const { screen, field, again, told } = await open();
		await expect.element(field).toHaveValue(passage);
		await expect.element(screen.getByText('A leaflet')).toBeVisible();
		await expect.element(screen.getByText('6 words of about 10. The passage has 6.')).toBeVisible();
		expect(again.elements()).toEqual([]);
		expect(told).toEqual([]);
	});

	it('counts while it is written, and may be emptied: the passage does not come back by itself', async () => {
		const { screen, field, told } = await open();
		await userEvent.fill(field, 'They meet.');
		await expect.element(screen.getByText('2 words of about 10. The passage has 6.')).toBeVisible();
		await userEvent.clear(field);
		await expect.element(field).toHaveValue('');
		expect(told).toEqual([{ text: 'They meet.' }, { text: '' }]);
	});

	it('starts again from the passage and takes that back, on one button that keeps the focus', async () => {
		const { screen, field, again, told } = await open({ text: 'They meet.' });
		await userEvent.click(again);
		await expect.element(field).toHaveValue(passage);
		await expect.element(screen.getByRole('status')).toHaveTextContent('The passage is back.');
		await expect.element(again).toHaveFocus();
		await userEvent.keyboard('{Enter}');
		await expect.element(field).toHaveValue('They meet.');
		expect(told).toEqual([{ text: null }, { text: 'They meet.' }]);
	});

	it('shows nothing where nothing was handed in', async () => {
		const { field, again } = await open(kind.emptyAnswer(), true);
		await expect.element(field).toHaveValue('');
		expect(again.elements()).toEqual([]);
	});
});
