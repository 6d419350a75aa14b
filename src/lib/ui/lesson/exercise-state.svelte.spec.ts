import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ShownExercise, ShownWork } from '$lib/exercises/shown.ts';
import { ExerciseState, type LessonAround } from './exercise-state.svelte.ts';
import { findAllDrafts, forgetAllDrafts } from './kept-drafts.ts';
import { sendKeptDrafts } from './send-kept-drafts.ts';

/** What the server holds, and what becomes of the next answers on their way back. */
let stored: { revision: number; answer: unknown };
let network: 'works' | 'loses the reply' | 'is dead' | 'knows nobody';

const reply = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

function serve(_path: string, { body }: { body: string }): Promise<Response> {
	if (network === 'is dead') return Promise.reject(new TypeError('no network'));
	if (network === 'knows nobody') return Promise.resolve(reply(404, { message: 'Nothing here.' }));
	const { revision, answer } = JSON.parse(body) as { revision: number; answer: unknown };
	if (revision !== stored.revision) {
		return Promise.resolve(reply(409, { message: 'Another tab was first.', current: { ...stored, attemptId: 'a1' } }));
	}
	stored = { revision: revision + 1, answer };
	if (network === 'loses the reply') return Promise.reject(new TypeError('the line went dead'));
	return Promise.resolve(reply(200, { attempt: 'a1', revision: stored.revision }));
}

const lesson: LessonAround = {
	lesson: { slug: 'a-lesson' },
	mode: 'assigned',
	editionId: 'e1',
	attemptId: 'a1',
	inTurn: (save) => save(),
	reload: () => Promise.resolve(),
};

const work = (revision: number, text: string) =>
	({ answer: { text }, revision, tryNumber: 1, closed: false, review: null, score: null, grade: null }) as ShownWork;

let item: ExerciseState;

beforeEach(() => {
	stored = { revision: 3, answer: { text: 'begun' } };
	network = 'works';
	vi.stubGlobal('fetch', serve);
	item = new ExerciseState(lesson, { id: 'x' } as ShownExercise, work(3, 'begun'));
});
afterEach(() => {
	vi.unstubAllGlobals();
	forgetAllDrafts();
});

test('news of another tab’s save does not let an unsaved answer overwrite it', async () => {
	item.change({ text: 'mine' });
	stored = { revision: 4, answer: { text: 'from another tab' } };
	item.receive(work(4, 'from another tab'));

	await item.flush();
	expect(stored.answer).toEqual({ text: 'from another tab' });
	expect(item.otherVersion).toEqual({ text: 'mine' });
	expect(item.undecided).toBe(true);
});

test('news that is older than the last save does not bring the older text back', async () => {
	item.change({ text: 'begun, and gone on' });
	await item.flush();
	item.receive(work(3, 'begun'));
	expect(item.answer).toEqual({ text: 'begun, and gone on' });
});

test('typing on after a reply was lost is no conflict with oneself', async () => {
	network = 'loses the reply';
	item.change({ text: 'one' });
	await item.flush();
	network = 'works';
	item.change({ text: 'one two' });
	await item.flush();
	expect(item.otherVersion).toBeNull();

	await item.flush();
	expect(item.saveState).toBe('saved');
	expect(stored.answer).toEqual({ text: 'one two' });
});

test('a refused answer is kept in this browser, even if a sign-out in another tab forgot it', async () => {
	item.change({ text: 'mine' });
	forgetAllDrafts();
	network = 'knows nobody';
	await item.flush();

	const reloaded = new ExerciseState(lesson, item.exercise, work(3, 'begun'));
	reloaded.restore();
	expect(reloaded.answer).toEqual({ text: 'mine' });
});

test('what could not be sent stays, and is sent when the network is back', async () => {
	network = 'is dead';
	item.change({ text: 'offline' });
	expect(await item.flush()).toBe(false);
	network = 'works';
	expect(await item.flush()).toBe(true);
	expect(stored).toEqual({ revision: 4, answer: { text: 'offline' } });
});

test('what waits is sent before a sign-out forgets it; what cannot be sent holds it up', async () => {
	network = 'is dead';
	item.change({ text: 'typed in a dead spot' });
	expect(await sendKeptDrafts()).toBe(false);
	expect(findAllDrafts()).toHaveLength(1);

	network = 'works';
	expect(await sendKeptDrafts()).toBe(true);
	expect(stored.answer).toEqual({ text: 'typed in a dead spot' });
	expect(findAllDrafts()).toEqual([]);
});
