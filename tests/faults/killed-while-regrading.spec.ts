import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { join as path } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { copyRows } from '../support/copy-rows.ts';
import { assign, expectStatus, join, marking, openClass, save, workAt } from './people.ts';
import { startServer, temporaryFolder, tidyUp } from './server.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

const ATTEMPTS = 2_000;
const MARKS = 40;

afterAll(tidyUp);

type Score = { id: string; attempt_id: string; exercise_id: string; key_version: string; earned: number };

test('a regrade of 2,000 attempts that is killed half-way goes on at the next start and ends with every score once', async () => {
	const dataDir = temporaryFolder('killed-regrade');
	let server = await startServer({ dataDir });
	const period = await openClass(server);
	const student = await join(server, period.joinCode, 'first.of.many');
	const assignment = await assign(period, { lesson: 'borrowed-authority', feedbackRule: 'hand-in' });
	const work = await workAt(student, `${assignment}/work`);
	const { exercise, answer } = marking(work);
	const given = answer(MARKS);
	expectStatus(await save(student, work, { exercise, answer: given }), 200);
	expectStatus(await student.post(`${assignment}/work?/handIn`, { attempt: work.attemptId!, anyway: 'yes' }), 200);
	const review = (await workAt(student, `${assignment}/work`)).exercises.find((each) => each.exercise.id === exercise)!;
	const [extra] = (review.work.review as { extras: { start: number; end: number; category: string; quote: string }[] })
		.extras;
	const { document } = review.exercise.task as { document: string };
	const { start, end, category, quote } = extra!;
	const challenge = {
		exercise,
		target: JSON.stringify({ is: 'mark', document, start, end, category, quote }),
		reason: 'It is a claim.',
	};
	expectStatus(await student.post(`${assignment}/work?/challenge`, challenge), 200);
	await server.stop();
	const file = path(dataDir, 'underline.db');
	multiply(file, work.attemptId!, ATTEMPTS);

	server = await startServer({ dataDir });
	period.teacher.moveTo(server.origin);
	const challenges = `/classrooms/${period.classroom}/challenges`;
	const [open] = (await period.teacher.data(challenges)).open as { id: string; same: number; handedIn: number }[];
	expect(open).toMatchObject({ same: ATTEMPTS, handedIn: ATTEMPTS });
	const ruling = { challenge: open!.id, decision: 'accept', answer: 'It may be marked.', counts: 'better' };
	const ruled = period.teacher.post(`${challenges}?/rule`, ruling).catch(() => null);

	const database = new Database(file, { readonly: true });
	const again = () =>
		database.prepare(`select count(*) from score where key_version like '%+1'`).pluck().get() as number;
	while (again() < ATTEMPTS / 4) await wait(5);
	await server.kill();
	await ruled;
	const half = again();
	expect(half).toBeLessThan(ATTEMPTS);
	expect(half % 20, 'a batch is whole or not there').toBe(0);

	server = await startServer({ dataDir });
	const isDone = () => database.prepare('select count(*) from ruling where regraded_at is null').pluck().get() === 0;
	while (!isDone()) await wait(20);
	expect(again()).toBe(ATTEMPTS);
	const scores = database.prepare('select * from score where exercise_id = ?').all(exercise) as Score[];
	const places = new Set(scores.map((score) => `${score.attempt_id} ${score.key_version}`));
	expect(scores).toHaveLength(2 * ATTEMPTS);
	expect(places.size).toBe(2 * ATTEMPTS);
	expect(new Set(scores.map((score) => `${score.key_version.length} ${String(score.earned)}`)).size).toBe(2);
	const told = database.prepare('select count(*) from notice where ruling_id is not null').pluck().get();
	expect(told).toBe(ATTEMPTS);
	database.close();
	await server.stop();
});

/** Copies the one student, with all work, until there are so many. */
function multiply(file: string, attempt: string, wanted: number) {
	copyRows(file, ({ one, all, insert }) => {
		const made = one('attempt', 'id', attempt);
		const person = one('person', 'id', made.person_id);
		const membership = one('membership', 'person_id', made.person_id);
		const answers = all('answer', 'attempt_id', attempt);
		const scores = all('score', 'attempt_id', attempt);
		for (let count = 1; count < wanted; count += 1) {
			const [personId, attemptId] = [randomUUID(), randomUUID()];
			insert('person', { ...person, id: personId, user_name: `copy-${String(count)}` });
			insert('membership', { ...membership, person_id: personId });
			insert('attempt', { ...made, id: attemptId, person_id: personId });
			for (const row of answers) insert('answer', { ...row, attempt_id: attemptId });
			for (const row of scores) insert('score', { ...row, id: randomUUID(), attempt_id: attemptId });
		}
	});
}
