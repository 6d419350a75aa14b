import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Client } from './client.ts';
import {
	assign,
	expectStatus,
	join,
	marking,
	openClass,
	PASSWORD,
	save,
	workAt,
	type Class,
	type Work,
} from './people.ts';
import { startServer, temporaryFolder, tidyUp, type RunningServer } from './server.ts';

const LESSON = '/lessons/borrowed-authority';
const ELSEWHERE = 'https://elsewhere.example';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 });

let server: RunningServer;
let owner: Client;
let work: Work;
let period: Class;
let student: Client;
let path: string;
let assigned: Work;

beforeAll(async () => {
	server = await startServer({ dataDir: temporaryFolder('other-people') });
	owner = new Client(server.origin);
	const first = await workAt(owner, LESSON);
	const { exercise, answer } = marking(first);
	expectStatus(await save(owner, first, { exercise, answer: answer(2) }), 200);
	work = await workAt(owner, LESSON);

	period = await openClass(server);
	student = await join(server, period.joinCode, 'amara');
	path = await assign(period, { lesson: 'borrowed-authority', feedbackRule: 'returned' });
	assigned = await workAt(student, `${path}/work`);
});
afterAll(tidyUp);

describe('a page of another site', () => {
	it.each([
		'/sign-in',
		'/register',
		'/sign-out',
		'/me?/delete',
		'/me?/changePassword',
		'/classrooms?/open',
		'/join?/register',
	])('cannot send the form %s', async (form) => {
		const typed = { userName: 'forged', displayName: 'Forged', password: PASSWORD, current: PASSWORD, next: PASSWORD };
		const reply = await student.post(form, typed, { origin: ELSEWHERE });
		expect(reply.status).toBe(403);
		expect(reply.setCookies).toEqual([]);
		expect((await student.data('/me')).userName).toBe('amara');
	});

	it('cannot hand in, whatever type its form has', async () => {
		for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']) {
			const headers = { origin: ELSEWHERE, 'content-type': type };
			const reply = await student.post(
				`${path}/work?/handIn`,
				{ attempt: assigned.attemptId!, anyway: 'yes' },
				headers,
			);
			expect(reply.status).toBe(403);
		}
		expect(await workAt(student, `${path}/work`)).toMatchObject({ handedInAt: null });
	});

	it.each([ELSEWHERE, 'null', ''])('cannot save a draft from the origin “%s”', async (origin) => {
		const { exercise, answer } = marking(work);
		const reply = await save(owner, work, { exercise, answer: answer(1), revision: 1 }, { origin });
		expect(reply.status).toBe(403);
		expect((JSON.parse(reply.text) as { message: string }).message).toBe('This was not sent by a page of this site.');
	});

	it('cannot save a draft under the name of a form or a text', async () => {
		const { exercise, answer } = marking(work);
		const reply = await save(
			owner,
			work,
			{ exercise, answer: answer(1), revision: 1 },
			{ 'content-type': 'text/plain' },
		);
		expect(reply.status).toBe(415);
	});
});

describe('what belongs to someone else', () => {
	it.each([
		['nobody', () => new Client(server.origin)],
		['another guest', () => otherGuest()],
		['a student', () => student],
		['a teacher', () => period.teacher],
	])('is not there for %s: work', async (_, who) => {
		const stranger = await who();
		const { exercise, answer } = marking(work);
		const reply = await save(stranger, work, { exercise, answer: answer(1), revision: 1 });
		expect(reply.status, reply.text).toBe(404);
		const check = await stranger.post(`${LESSON}?/check`, { attempt: work.attemptId!, exercise });
		expect(check.status).toBe(404);
		const again = await stranger.post(`${LESSON}?/tryAgain`, { attempt: work.attemptId!, exercise });
		expect(again.status).toBe(404);
		expect((await workAt(owner, LESSON)).exercises.find((each) => each.exercise.id === exercise)!.work.revision).toBe(
			1,
		);
	});

	it.each([
		['nobody', () => new Client(server.origin)],
		['a guest', () => owner],
		['a teacher of another class', () => openClass(server, 'mr.elsewhere').then(({ teacher }) => teacher)],
		['a student of another class', () => studentElsewhere()],
	])('is not there for %s: a class, its assignment, its work', async (_, who) => {
		const stranger = await who();
		const submission = `${path}/submissions/${assigned.attemptId!}`;
		for (const page of [
			`/classrooms/${period.classroom}`,
			`/classrooms/${period.classroom}/assign`,
			path,
			`${path}/work`,
			submission,
			`${path}/grades`,
		]) {
			const reply = await stranger.get(page);
			expect([page, reply.status]).toEqual([page, 404]);
			expect(reply.text).not.toMatch(/amara/iu);
		}
		const handIn = await stranger.post(`${path}/work?/handIn`, { attempt: assigned.attemptId!, anyway: 'yes' });
		expect(handIn.status).toBe(404);
		const forms = [
			`${path}?/returnAll`,
			`${path}?/withdraw`,
			`${submission}?/return`,
			`/classrooms/${period.classroom}?/changeCode`,
		];
		for (const form of forms) expect([form, (await stranger.post(form, {})).status]).toEqual([form, 404]);
	});

	it('is not there for a student of the same class', async () => {
		const other = await join(server, period.joinCode, 'ben');
		const { exercise, answer } = marking(assigned);
		expect((await save(other, assigned, { exercise, answer: answer(1) })).status).toBe(404);
		expect((await other.get(`${path}/submissions/${assigned.attemptId!}`)).status).toBe(404);
		expect((await other.get(`${path}/grades`)).status).toBe(404);
		expect((await other.get(path)).status).toBe(404);
		expect((await other.get('/lessons/borrowed-authority/key')).status).toBe(404);
		const handIn = await other.post(`${path}/work?/handIn`, { attempt: assigned.attemptId!, anyway: 'yes' });
		expect(handIn.status).toBe(404);
	});

	it('is not there for the teacher of the class before it is handed in', async () => {
		const { exercise, answer } = marking(assigned);
		expect((await save(period.teacher, assigned, { exercise, answer: answer(1) })).status).toBe(404);
		expect((await period.teacher.get(`${path}/submissions/${assigned.attemptId!}`)).status).toBe(409);
	});
});

async function otherGuest(): Promise<Client> {
	const guest = new Client(server.origin);
	const fresh = await workAt(guest, LESSON);
	const { exercise, answer } = marking(fresh);
	expectStatus(await save(guest, fresh, { exercise, answer: answer(1) }), 200);
	return guest;
}

async function studentElsewhere(): Promise<Client> {
	const elsewhere = await openClass(server, 'ms.far.away');
	return join(server, elsewhere.joinCode, 'student.elsewhere');
}
