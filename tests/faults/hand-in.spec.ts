import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { wordsOf } from './client.ts';
import { assign, expectStatus, join, marking, openClass, save, workAt, type Class, type Work } from './people.ts';
import { startServer, temporaryFolder, tidyUp, type RunningServer } from './server.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 });

let server: RunningServer;
let period: Class;

beforeAll(async () => {
	server = await startServer({ dataDir: temporaryFolder('hand-in') });
	period = await openClass(server);
});
afterAll(tidyUp);

const LESSON = 'borrowed-authority';

type Assigned = { handedInAt: number | null; late: boolean; waitingFor: string | null };

async function studentAtWork(userName: string, rules: { feedbackRule: string; dueAt?: string }) {
	const student = await join(server, period.joinCode, userName);
	const path = await assign(period, { lesson: LESSON, ...rules });
	const work = await workAt(student, `${path}/work`);
	const { exercise, answer } = marking(work);
	expectStatus(await save(student, work, { exercise, answer: answer(4, 'mine') }), 200);
	const handIn = (anyway: boolean) =>
		student.post(`${path}/work?/handIn`, { attempt: work.attemptId!, ...(anyway ? { anyway: 'yes' } : {}) });
	const state = async () => (await workAt(student, `${path}/work`)) as Work & Assigned;
	return { student, path, work, exercise, answer, handIn, state };
}

describe('handing in', () => {
	it('unfinished work is refused, names what is missing, and goes in when the student says so', async () => {
		const { handIn, state } = await studentAtWork('unfinished', { feedbackRule: 'hand-in' });
		const refused = await handIn(false);
		expect(refused.status).toBe(400);
		expect((await state()).handedInAt).toBeNull();
		expectStatus(await handIn(true), 200);
		expect((await state()).handedInAt).not.toBeNull();
	});

	it('a second time is refused, and what was handed in stays', async () => {
		const { handIn, state, student, path, exercise, answer } = await studentAtWork('twice', {
			feedbackRule: 'returned',
		});
		expectStatus(await handIn(true), 200);
		const { handedInAt } = await state();
		const second = await handIn(true);
		expect(second.status).toBe(409);
		expect((await state()).handedInAt).toBe(handedInAt);
		const kept = (await workAt(student, `${path}/work`)).exercises.find((each) => each.exercise.id === exercise)!.work;
		expect(kept.answer).toEqual(answer(4, 'mine'));
		const json = await student.enhancedPost(`${path}/work?/handIn`, {
			attempt: (await workAt(student, `${path}/work`)).attemptId!,
		});
		expect(json.text).toContain('This work was handed in already.');
	});

	it('at the same moment from two tabs goes in once', async () => {
		const { handIn } = await studentAtWork('two.tabs', { feedbackRule: 'returned' });
		const replies = await Promise.all([handIn(true), handIn(true), handIn(true)]);
		expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
	});

	it('closes the work: a save from a tab that was left open is refused and changes nothing', async () => {
		const { handIn, student, path, work, exercise, answer } = await studentAtWork('left.open', {
			feedbackRule: 'returned',
		});
		expectStatus(await handIn(true), 200);
		const reply = await save(student, work, { exercise, answer: answer(1, 'too late'), revision: 1 });
		expect(reply.status).toBe(409);
		expect(JSON.parse(reply.text)).toMatchObject({ current: { closed: true } });
		const kept = (await workAt(student, `${path}/work`)).exercises.find((each) => each.exercise.id === exercise)!.work;
		expect(kept.answer).toEqual(answer(4, 'mine'));
	});

	it('after the due date is accepted, marked late, and gets its feedback at once', async () => {
		const { handIn, state, path } = await studentAtWork('late', { feedbackRule: 'due', dueAt: '2999-01-01T00:00' });
		const change = { feedbackRule: 'due', dueAt: '2020-01-01T00:00' };
		expectStatus(await period.teacher.post(`${path}?/change`, change), 200);
		expectStatus(await handIn(true), 200);
		expect(await state()).toMatchObject({ late: true, waitingFor: null });
	});

	it('before the due date says when feedback comes', async () => {
		const { handIn, state, student, path } = await studentAtWork('early', {
			feedbackRule: 'due',
			dueAt: '2999-01-01T00:00',
		});
		expectStatus(await handIn(true), 200);
		expect(await state()).toMatchObject({ late: false });
		expect(wordsOf((await student.get(`${path}/work`)).text)).toContain('appears at the due date');
	});
});
