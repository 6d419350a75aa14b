import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { emotive } from '../../src/lib/domain/suggest/words/emotive.ts';
import { labels } from '../../src/lib/domain/suggest/words/labels.ts';
import { Client } from '../faults/client.ts';
import { assign, expectStatus, join, openClass, workAt, type Class, type Rules } from '../faults/people.ts';
import { startServer, temporaryFolder, tidyUp, type RunningServer } from '../faults/server.ts';
import { filesForBrowsers } from './client-build.ts';
import { buildFixture, type Fixture } from './fixture.ts';
import { classmates, writeEverything, WRITTEN } from './play-class.ts';
import { playGlossary, playStudy, toldTooEarly } from './play-study.ts';
import { checkEverything, checkTooEarly, draftEverything, handIn, LESSON, readEverything, record } from './play.ts';
import { canariesIn, leaksInText, leaksOf, type Recorded } from './secrets.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 600_000 });

const COMMENT = 'a comment that waits';

let fixture: Fixture;
let server: RunningServer;
let period: Class;

beforeAll(async () => {
	fixture = await buildFixture();
	const env = { LESSONS_DIR: fixture.lessons };
	server = await startServer({ dataDir: temporaryFolder('canary-data'), built: fixture.built, env });
	period = await openClass(server);
});
afterAll(tidyUp);

/** Of the lesson, and of the pool of sentences for studying alone. */
const everySecret = () => ({
	...fixture.secrets,
	canaries: [...fixture.secrets.canaries, ...fixture.sentences.flatMap(({ canaries }) => canaries)],
});

function expectNoAnswers(recorded: Recorded[]) {
	expect(recorded.length).toBeGreaterThan(10);
	expect(recorded.filter(({ reply }) => reply.status >= 500).map(({ path }) => path)).toEqual([]);
	expect([...new Set(leaksOf(recorded, everySecret()))]).toEqual([]);
}

/** The test itself can fail: what it looks for is there once it may be. */
async function expectAllAnswers(client: Client, path: string) {
	const page = expectStatus(await client.get(path), 200);
	const data = expectStatus(await client.get(`${path}/__data.json`), 200);
	for (const reply of [page, data]) {
		expect(canariesIn([{ path, reply }], fixture.secrets)).toEqual(fixture.secrets.canaries);
		expect(leaksInText(reply.text, fixture.secrets).some((leak) => leak.startsWith('key offset'))).toBe(true);
	}
	expect(leaksOf([{ path, reply: data }], fixture.secrets).some((leak) => leak.includes('field '))).toBe(true);
}

describe('the files of the build', () => {
	it('that a browser can ask for hold no answer', () => {
		const files = filesForBrowsers(fixture.built);
		expect(files.some(({ text }) => text.includes('Read the report, and open'))).toBe(true);
		const leaks = files.flatMap(({ name, text }) => leaksInText(text, everySecret()).map((leak) => `${name}: ${leak}`));
		expect(leaks).toEqual([]);
	});

	it('that a browser can ask for have no dictionary of loaded words, which would be a crib', () => {
		const lists = [...emotive, ...labels].flatMap(({ nouns, adjectives }) => [nouns ?? '', adjectives ?? '']);
		const pairs = lists.flatMap((list) => list.match(/\p{L}{6,}, \p{L}{6,}/gu) ?? []);
		expect(pairs.length).toBeGreaterThan(100);
		const files = filesForBrowsers(fixture.built);
		expect(files.filter(({ text }) => pairs.some((pair) => text.includes(pair))).map(({ name }) => name)).toEqual([]);
	});

	it('of the lessons folder cannot be asked for', async () => {
		const reader = new Client(server.origin);
		const recorded = record(reader);
		const names = ['documents/mill.key.server.yaml', 'course/mill/answers.server.yaml', 'course/mill/exercises.yaml'];
		names.push('practice/pool.server.yaml');
		const folders = ['', '/lessons', '/_app', '/lessons/..', '/%2e%2e/lessons', '/_app/..%2f..%2flessons', '/@fs'];
		for (const folder of folders) for (const name of names) await reader.get(`${folder}/${name}`);
		expect(recorded.filter(({ reply }) => reply.status === 200)).toEqual([]);
		expectNoAnswers(recorded);
	});
});

describe('somebody on their own', () => {
	it('sees no answer before anything is saved', async () => {
		const nobody = new Client(server.origin);
		const recorded = record(nobody);
		await readEverything(nobody);
		await checkTooEarly(nobody);
		expectNoAnswers(recorded);
	});

	it('sees no answer while working, and all of them after checking', async () => {
		const guest = new Client(server.origin);
		const recorded = record(guest);
		await draftEverything(guest, LESSON);
		await checkTooEarly(guest);
		await readEverything(guest);
		expectNoAnswers(recorded);

		await checkEverything(guest);
		await expectAllAnswers(guest, LESSON);
	});

	it('sees only the answers of the exercise that was checked', async () => {
		const guest = new Client(server.origin);
		await draftEverything(guest, LESSON);
		const { attemptId } = await workAt(guest, LESSON);
		await guest.post(`${LESSON}?/check`, { attempt: attemptId!, exercise: 'choose-one' });
		const reply = await guest.get(`${LESSON}/__data.json`);
		expect(canariesIn([{ path: LESSON, reply }], fixture.secrets)).toHaveLength(2);
	});
});

describe('a student with an assignment', () => {
	/** Works, hands in and reads on; the replies until feedback may appear. */
	async function workToHandIn(userName: string, rules: Omit<Rules, 'lesson'>) {
		const path = await assign(period, { lesson: 'mill', ...rules });
		const student = await join(server, period.joinCode, userName);
		const recorded = record(student);
		const work = `${path}/work`;
		await readEverything(student, [work, path, `/classrooms/${period.classroom}`]);
		await draftEverything(student, work);
		await readEverything(student, [work]);
		expectStatus(await student.get(`${path}/grades`), 404);
		expectNoAnswers(recorded);
		return { student, recorded, work, path };
	}

	it('sees no answer before the hand-in, where feedback comes with it', async () => {
		const { student, work } = await workToHandIn('at.once', { feedbackRule: 'hand-in' });
		await handIn(student, work);
		await expectAllAnswers(student, work);
	});

	it('sees no answer before the due date, where feedback comes then', async () => {
		const { student, recorded, work, path } = await workToHandIn('at.the.date', {
			feedbackRule: 'due',
			dueAt: '2999-01-01T00:00',
		});
		await handIn(student, work);
		await readEverything(student, [work]);
		expectNoAnswers(recorded);

		const change = { feedbackRule: 'due', dueAt: '2020-01-01T00:00' };
		expectStatus(await period.teacher.post(`${path}?/change`, change), 200);
		await expectAllAnswers(student, work);
	});

	it('sees no answer, grade or comment before the work is returned, where feedback comes then', async () => {
		const { student, recorded, work, path } = await workToHandIn('returned', { feedbackRule: 'returned' });
		await handIn(student, work);
		const submission = `${path}/submissions/${String((await workAt(student, work)).attemptId)}`;
		for (const exercise of ['write-one', 'rewrite-one', 'write-long']) {
			const grade = { exercise, points: '1', comment: COMMENT };
			expectStatus(await period.teacher.post(`${submission}?/grade`, grade), 200);
		}
		await readEverything(student, [work, submission]);
		expectNoAnswers(recorded);
		expect(recorded.filter(({ reply }) => reply.text.includes(COMMENT)).map(({ path: at }) => at)).toEqual([]);

		expectStatus(await period.teacher.post(`${path}?/returnAll`, {}), 200);
		await expectAllAnswers(student, work);
		expect((await student.get(work)).text).toContain(COMMENT);
	});

	it('sees neither answers nor what a teacher wrote, drafted, pinned or explained, in a second attempt either', async () => {
		const rules = { feedbackRule: 'returned', attemptsAllowed: '2', classMarks: 'open' } as const;
		const { student, recorded, work, path } = await workToHandIn('tries.twice', rules);
		await handIn(student, work);
		await writeEverything(period, path, String((await workAt(student, work)).attemptId));
		const results = `/classrooms/${period.classroom}/my-results`;
		await readEverything(student, [work, results]);
		expectStatus(await student.post(`${work}?/startAttempt`, {}), 303);
		await draftEverything(student, work);
		await readEverything(student, [work, `${work}?attempt=1`, results]);
		await handIn(student, work);
		await readEverything(student, [work, results]);
		expectNoAnswers(recorded);
		const written = (reply: { text: string }) => Object.values(WRITTEN).filter((words) => reply.text.includes(words));
		expect(recorded.flatMap(({ path: at, reply }) => written(reply).map((words) => `${at}: ${words}`))).toEqual([]);

		expectStatus(await period.teacher.post(`${path}?/returnAll`, { anyway: 'on' }), 200);
		await expectAllAnswers(student, work);
		expect(written(await student.get(`${work}?attempt=1`))).toEqual(Object.values(WRITTEN));
		expect(written(await student.get(work))).toEqual([WRITTEN.explanation]);
	});

	it('sees the marks of the class as plain counts, and where all read alone first only after their own', async () => {
		const names = (rule: string) => Array.from({ length: 5 }, (_, place) => `mate.${rule}.${place}`);
		for (const classMarks of ['open', 'after-own'] as const) {
			const path = await assign(period, { lesson: 'mill', feedbackRule: 'returned', classMarks });
			await classmates(server, period, path, names(classMarks));
			const student = await join(server, period.joinCode, `reader.${classMarks}`);
			const recorded = record(student);
			const work = `${path}/work`;
			const seen = async () => ((await student.data(work)).open as { classMarks: { state: string } }).classMarks;
			expect((await seen()).state).toBe(classMarks === 'open' ? 'there' : 'after own work');
			await draftEverything(student, work);
			await readEverything(student, [work]);
			if (classMarks === 'after-own') {
				expect(await seen()).toEqual({ state: 'after own work' });
				expect(recorded.filter(({ reply }) => reply.text.includes('stretches'))).toEqual([]);
			}
			await handIn(student, work);
			expect((await seen()).state).toBe('there');
			await readEverything(student, [work]);
			expectNoAnswers(recorded);
			expect(recorded.filter(({ reply }) => reply.text.includes('a note of a classmate'))).toEqual([]);
		}
	});

	it('has no points in the download of their data before feedback', async () => {
		const { student, work } = await workToHandIn('downloads', { feedbackRule: 'returned' });
		await handIn(student, work);
		const data = JSON.parse((await student.get('/me/data')).text) as {
			attempts: { scores: unknown[]; grades: unknown[] }[];
		};
		expect(data.attempts.map(({ scores, grades }) => [scores, grades])).toEqual([[[], []]]);
	});
});

describe('somebody who studies alone', () => {
	const pathOf = async (reader: Client, kind: 'placement' | 'session') =>
		((await reader.data('/study'))[kind] as { path: string }).path;

	it('sees the key of a sentence after its own answer, and of no other', async () => {
		const reader = new Client(server.origin);
		const placement = await pathOf(reader, 'placement');
		expect(await playStudy(reader, placement, fixture.sentences)).toBe(12);
		expect(await playStudy(reader, await pathOf(reader, 'session'), fixture.sentences)).toBe(12);

		const stranger = new Client(server.origin);
		const recorded = record(stranger);
		const pages = ['/study', placement, '/study/what-i-know', '/study/mirror', '/techniques'];
		for (const page of pages) await stranger.get(page);
		expect(recorded.find(({ path }) => path === `GET ${placement}`)?.reply.status).toBe(404);
		expect(toldTooEarly(recorded, fixture.sentences)).toEqual([]);
	});

	it.each(['euphemism', 'quantity', 'treaty'])(
		'sees in the glossary the reasons of %s only after trying',
		async (technique) => {
			await playGlossary(new Client(server.origin), technique, fixture.sentences);
		},
	);
});

describe('a lesson that a teacher has closed to practice', () => {
	it('shows no answer to anybody, not even one that was checked before, and opens again', async () => {
		const checkedBefore = new Client(server.origin);
		await draftEverything(checkedBefore, LESSON);
		await checkEverything(checkedBefore);
		await expectAllAnswers(checkedBefore, LESSON);

		const elsewhere = await openClass(server, 'ms.closed');
		const rules = { lesson: 'mill', feedbackRule: 'hand-in', dueAt: '2999-01-01T00:00', practiceClosed: true };
		const path = await assign(elsewhere, rules);
		const recorded = record(checkedBefore);
		await readEverything(checkedBefore);
		const { attemptId } = await workAt(checkedBefore, LESSON);
		for (const exercise of ['mark-mill', 'choose-one']) {
			await checkedBefore.post(`${LESSON}?/check`, { attempt: attemptId!, exercise });
			await checkedBefore.post(`${LESSON}?/tryAgain`, { attempt: attemptId!, exercise });
			await checkedBefore.enhancedPost(`${LESSON}?/check`, { attempt: attemptId!, exercise });
		}
		await readEverything(checkedBefore);
		expectNoAnswers(recorded);

		// Somebody who teaches elsewhere and is a student here may not look it up.
		const both = await openClass(server, 'both.roles');
		expectStatus(await both.teacher.get(`${LESSON}/key`), 200);
		expectStatus(await both.teacher.post('/join?/join', { code: elsewhere.joinCode }), 303);
		const asStudent = record(both.teacher);
		await readEverything(both.teacher, [`${path}/work`]);
		expect(asStudent.find((each) => each.path === `GET ${LESSON}/key`)?.reply.status).toBe(404);
		expectNoAnswers(asStudent);

		expectStatus(await elsewhere.teacher.post(`${path}?/withdraw`, { sure: 'on' }), 303);
		expect(
			canariesIn([{ path: LESSON, reply: await checkedBefore.get(LESSON) }], fixture.secrets).length,
		).toBeGreaterThan(0);
	});
});

describe('a teacher', () => {
	it('sees the whole key', async () => {
		await expectAllAnswers(period.teacher, `${LESSON}/key`);
	});
});
