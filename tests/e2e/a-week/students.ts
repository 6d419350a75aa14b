/** Students over the same requests as their pages send, for the many who are not watched in a browser. */
import type { Page } from '@playwright/test';
import { Client } from '../../faults/client.ts';
import { expectStatus } from '../../faults/people.ts';
import { PASSWORD } from '../fixtures/school.ts';

export type Student = { place: number; name: string; userName: string; client: Client };

/** The first sign-in with a card: only a password of one's own opens the rest. */
export async function firstSignIn(origin: string, card: { userName: string; password: string }): Promise<Client> {
	const client = new Client(origin);
	expectStatus(await client.post('/sign-in', card), 303);
	expectStatus(await client.post('/me/new-password', { password: PASSWORD }), 303);
	return client;
}

export async function joinByCode(origin: string, code: string, displayName: string) {
	const client = new Client(origin);
	const userName = displayName.toLowerCase().replaceAll(' ', '.');
	expectStatus(await client.post('/join?/register', { code, userName, displayName, password: PASSWORD }), 303);
	return { client, userName };
}

/** Lets a browser go on as this student. */
export async function seatedAt(page: Page, { client }: Student, origin: string): Promise<void> {
	const cookies = [...client.cookies].map(([name, value]) => ({ name, value, url: origin }));
	await page.context().addCookies(cookies);
}

type OpenWork = { attemptId: string; editionId: string };

export async function handsIn({ client }: Student, path: string, answers: Record<string, unknown>): Promise<void> {
	const { work } = (await client.data(path)).open as { work: OpenWork };
	for (const [exercise, answer] of Object.entries(answers)) {
		const body = { edition: work.editionId, try: 1, revision: 0, answer };
		expectStatus(await client.put(`/attempts/${work.attemptId}/answers/${exercise}`, body), 200);
	}
	const reply = await client.enhancedPost(`${path}?/handIn`, { attempt: work.attemptId, anyway: 'yes' });
	if (!reply.text.includes('"success"')) throw new Error(`Not handed in: ${reply.text.slice(0, 300)}`);
}

export async function triesAgain(student: Student, path: string, answers: Record<string, unknown>): Promise<void> {
	const reply = await student.client.enhancedPost(`${path}?/startAttempt`, {});
	if (!reply.text.includes('"redirect"')) throw new Error(`No other attempt: ${reply.text.slice(0, 300)}`);
	await handsIn(student, path, answers);
}
