/** Plays the fixture lesson as its students do, and records every reply. */
import type { Client } from '../faults/client.ts';
import { expectStatus, marking, save, workAt, type Work } from '../faults/people.ts';
import type { Recorded } from './secrets.ts';

export const LESSON = '/lessons/mill';

/** Every page that somebody may open around the lesson, as page and as data. */
const PAGES = [
	'/',
	'/lessons',
	LESSON,
	`${LESSON}/key`,
	'/library',
	'/library/charter',
	'/classrooms',
	'/me',
	'/sign-in',
	'/register',
	'/join',
	'/privacy',
	'/not-here',
];
const DOWNLOADS = ['/me/data', '/library/charter/passages'];

export function record(client: Client): Recorded[] {
	const recorded: Recorded[] = [];
	client.onReply = (path, reply) => recorded.push({ path, reply });
	return recorded;
}

export async function readEverything(client: Client, more: string[] = []): Promise<void> {
	for (const page of [...PAGES, ...more]) {
		await client.get(page);
		await client.get(`${page === '/' ? '' : page}/__data.json`);
	}
	for (const download of DOWNLOADS) await client.get(download);
}

/** A wrong answer to every exercise, none of them on a place of the key. */
export function wrongAnswers(work: Work): { exercise: string; answer: unknown }[] {
	const { answer } = marking(work);
	const named = answer(3).marks.map((mark) => ({ ...mark, category: 'loaded', technique: 'euphemism' }));
	const answers: Record<string, unknown> = {
		'mark-mill': answer(5, 'my own note'),
		'mark-first-part': { marks: named, nothingToMark: false },
		'choose-one': { chosen: ['the-first'] },
		'choose-many': { chosen: ['two'] },
		'check-charter': { opened: ['charter#article-1.b'], passage: 'charter#article-1.b', fit: 'accurate' },
		'write-one': { text: 'The mayor signed the plan.' },
		'order-three': { order: ['vote', 'count', 'wheel', 'letter'] },
		'write-long': { text: 'The mayor signed the plan, and the orchard wrote.' },
		'rewrite-one': { text: 'The mayor signed the plan in spring.' },
		'compare-one': { marks: [{ in: 'before', start: 4, end: 8, quote: 'lane', effect: 'plain' }] },
	};
	return work.exercises.map(({ exercise: { id } }) => {
		if (!(id in answers)) throw new Error(`The play has no answer for ${id}`);
		return { exercise: id, answer: answers[id] };
	});
}

/** Saves all answers, with everything that goes wrong on the way: a stale save, a bad one, a second tab. */
export async function draftEverything(client: Client, path: string): Promise<void> {
	for (const draft of wrongAnswers(await workAt(client, path))) {
		const work = await workAt(client, path);
		expectStatus(await save(client, work, draft), 200);
		const begun = await workAt(client, path);
		expectStatus(await save(client, begun, { ...draft, revision: 1 }), 200);
		expectStatus(await save(client, begun, draft), 409);
		expectStatus(await save(client, begun, { ...draft, answer: { wrong: true }, revision: 2 }), 400);
		expectStatus(await save(client, { ...begun, editionId: 'x' }, { ...draft, revision: 2 }), 409);
	}
}

/** Asks to check what is empty, unknown or somebody else's, with a page and with its script. */
export async function checkTooEarly(client: Client): Promise<void> {
	const { attemptId, exercises } = await workAt(client, LESSON);
	const forms = [...exercises.map(({ exercise }) => exercise.id), 'not-here'].flatMap((exercise) => [
		{ attempt: '', exercise },
		{ attempt: '00000000-0000-0000-0000-000000000000', exercise },
	]);
	for (const form of forms) {
		await client.post(`${LESSON}?/check`, form);
		await client.enhancedPost(`${LESSON}?/check`, form);
		await client.enhancedPost(`${LESSON}?/tryAgain`, { ...form, attempt: form.attempt || (attemptId ?? '') });
	}
}

export async function checkEverything(client: Client): Promise<void> {
	const { attemptId, exercises } = await workAt(client, LESSON);
	for (const { exercise } of exercises) {
		expectStatus(await client.post(`${LESSON}?/check`, { attempt: attemptId ?? '', exercise: exercise.id }), 200);
	}
}

export async function handIn(client: Client, path: string): Promise<void> {
	const { attemptId } = await workAt(client, path);
	const form = { attempt: attemptId ?? '', anyway: 'yes' };
	expectStatus(await client.enhancedPost(`${path}?/handIn`, form), 200);
	expectStatus(await client.post(`${path}?/handIn`, form), 409);
	await client.enhancedPost(`${path}?/handIn`, form);
}
