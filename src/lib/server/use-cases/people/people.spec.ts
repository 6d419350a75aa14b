import { beforeEach, describe, expect, test } from 'vitest';
import { HERE, LESSON, NOBODY, person, testApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound, TooMany } from '../../../domain/errors.ts';
import { FAILURES_PER_ACCOUNT } from '../../auth/failure-limits.ts';
import { session } from '../../database/schema/people.ts';
import { findAttemptsOf } from '../../repositories/attempts.ts';
import { findPerson } from '../../repositories/people.ts';
import { openClassroom } from '../classrooms/open-classroom.ts';
import { saveAnswer } from '../work/save-answer.ts';
import { changePassword } from './change-password.ts';
import { downloadOwnData } from './download-own-data.ts';
import { deleteOwnData, forgetTheLongGone, whatGoesAlong } from './leave.ts';
import { register } from './register.ts';
import { makeResetLink, resetPassword } from './reset-password.ts';
import { guestHasWork, signIn } from './sign-in.ts';

const DAY = 24 * 60 * 60 * 1000;
const WORDS = 'paper and ink';
let app: TestApp;

beforeEach(() => {
	app = testApp();
});

const whoHas = async (cookie: { value: string } | null) => (await app.sessions.whoIs(cookie?.value)).actor;
const join = (actor: Actor, userName = 'mina') =>
	register(app, actor, { userName, displayName: 'Mina Petrović', password: WORDS });
const enter = (actor: Actor, password = WORDS, takeAlong = false, userName = 'mina') =>
	signIn(app, actor, { userName, password, address: HERE }, takeAlong);

async function guestWithWork() {
	const edition = app.editions.current(LESSON);
	const exerciseId = edition.exercises.find(({ kind }) => kind === 'choice')?.id ?? '';
	const saved = await saveAnswer(app, NOBODY, {
		attemptId: 'new',
		lesson: LESSON,
		exerciseId,
		editionId: edition.id,
		tryNumber: 1,
		revision: 0,
		answer: { chosen: [] },
	});
	return { guest: (await whoHas(saved.cookie)) as Extract<Actor, { kind: 'guest' }>, ...saved };
}

describe('registering', () => {
	test('a guest keeps all work, and the guest’s session ends', async () => {
		const { guest, cookie } = await guestWithWork();
		const named = await whoHas(await join(guest));
		expect(named).toMatchObject({ kind: 'registered', personId: guest.personId });
		expect(await whoHas(cookie)).toEqual(NOBODY);
		expect(await findAttemptsOf(app.store.read, guest.personId)).toHaveLength(1);
	});

	test('a user name is taken whatever its case', async () => {
		await join(NOBODY);
		await expect(join(NOBODY, ' MINA ')).rejects.toMatchObject({ name: 'Invalid', field: 'userName' });
	});

	test.each([
		['a short password', { password: 'short' }, 'password'],
		['no name', { displayName: ' ' }, 'displayName'],
		['a user name with spaces', { userName: 'mi na' }, 'userName'],
	])('%s is refused at its field', async (_, change, field) => {
		const typed = { userName: 'mina', displayName: 'Mina', password: WORDS, ...change };
		await expect(register(app, NOBODY, typed)).rejects.toMatchObject({ field });
	});
});

describe('signing in', () => {
	test('an unknown name and a wrong password get the same sentence', async () => {
		await join(NOBODY);
		const wrong = await enter(NOBODY, 'not the password').catch((problem: unknown) => (problem as Error).message);
		const unknown = await enter(NOBODY, WORDS, false, 'nobody.here').catch(
			(problem: unknown) => (problem as Error).message,
		);
		expect(wrong).toBe(unknown);
	});

	test('after ten wrong passwords the account waits, though the password is right', async () => {
		await join(NOBODY);
		for (let count = 0; count < FAILURES_PER_ACCOUNT; count += 1) {
			await expect(enter(NOBODY, 'wrong')).rejects.toThrow(Invalid);
		}
		await expect(enter(NOBODY)).rejects.toThrow(TooMany);
	});

	test('a guest’s work comes along only when asked for', async () => {
		const owner = await whoHas(await join(NOBODY));
		const personId = owner.kind === 'registered' ? owner.personId : '';
		const left = await guestWithWork();
		expect(await guestHasWork(app, left.guest)).toBe(true);
		await enter(left.guest);
		expect(await findAttemptsOf(app.store.read, personId)).toHaveLength(0);

		await enter(left.guest, WORDS, true);
		expect(await findAttemptsOf(app.store.read, personId)).toHaveLength(1);
		expect(await findPerson(app.store.read, left.guest.personId)).toBeUndefined();
	});
});

describe('sessions', () => {
	test('the database holds no cookie that could be replayed', async () => {
		const cookie = await join(NOBODY);
		const rows = app.store.read.select().from(session).all();
		expect(rows).toHaveLength(1);
		expect(rows[0]?.id).not.toContain(cookie.value);
		expect(await whoHas({ value: rows[0]?.id ?? '' })).toEqual(NOBODY);
	});

	test('all end when the password changes; the device at hand gets a new one', async () => {
		const here = await join(NOBODY);
		const elsewhere = await enter(NOBODY);
		const actor = await whoHas(here);
		const fresh = await changePassword(app, actor, { current: WORDS, next: 'new paper and ink', address: HERE });
		expect(await whoHas(here)).toEqual(NOBODY);
		expect(await whoHas(elsewhere)).toEqual(NOBODY);
		expect(await whoHas(fresh)).toMatchObject({ kind: 'registered' });
	});
});

describe('a reset link', () => {
	test('sets a password once, ends all sessions, and lives a day', async () => {
		const before = await join(NOBODY);
		const secret = await makeResetLink(app, 'Mina');
		await resetPassword(app, secret, 'new paper and ink');
		expect(await whoHas(before)).toEqual(NOBODY);
		expect(await whoHas(await enter(NOBODY, 'new paper and ink'))).toMatchObject({ kind: 'registered' });
		await expect(resetPassword(app, secret, 'once more please')).rejects.toThrow(NotFound);

		const late = await makeResetLink(app, 'mina');
		app.clock.now += 2 * DAY;
		await expect(resetPassword(app, late, 'too late for that')).rejects.toThrow(NotFound);
	});
});

describe('one’s own data', () => {
	test('can be downloaded whole', async () => {
		const { guest } = await guestWithWork();
		const data = await downloadOwnData(app, guest);
		expect(data.attempts).toMatchObject([{ lesson: LESSON, answers: [{ answer: { chosen: [] } }] }]);
	});

	test('goes when the person goes, and so do classrooms that nobody else teaches', async () => {
		const actor = await whoHas(await join(NOBODY));
		await openClassroom(app, actor, { name: 'Period 2', teacherCode: '', address: HERE });
		expect(await whatGoesAlong(app, actor)).toMatchObject([{ name: 'Period 2' }]);
		await expect(deleteOwnData(app, actor, { password: 'wrong', sure: true, address: HERE })).rejects.toThrow(Invalid);
		await deleteOwnData(app, actor, { password: WORDS, sure: true, address: HERE });
		expect(await findPerson(app.store.read, actor.kind === 'registered' ? actor.personId : '')).toBeUndefined();
	});

	test('is not guessed open at a computer that was left signed in', async () => {
		const actor = await whoHas(await join(NOBODY));
		const remove = (password: string) => deleteOwnData(app, actor, { password, sure: true, address: HERE });
		for (let tries = 0; tries < FAILURES_PER_ACCOUNT; tries += 1)
			await expect(remove('wrong')).rejects.toThrow(Invalid);
		await expect(remove(WORDS)).rejects.toThrow(TooMany);
	});

	test('of a guest goes after half a year without a visit; a named person stays', async () => {
		const { guest } = await guestWithWork();
		const named = await person(app, 'mina');
		app.clock.now += 181 * DAY;
		expect(await forgetTheLongGone(app)).toBe(1);
		expect(await findPerson(app.store.read, guest.personId)).toBeUndefined();
		expect(await findPerson(app.store.read, named.personId)).toBeDefined();
	});
});

describe('opening a classroom', () => {
	test('asks for the teacher code where the server has one', async () => {
		app = testApp({ teacherCode: 'chalk' });
		const actor = await person(app, 'mina');
		const open = (teacherCode: string) => openClassroom(app, actor, { name: 'Period 2', teacherCode, address: HERE });
		await expect(open('guess')).rejects.toMatchObject({ field: 'teacherCode' });
		expect(await open(' chalk ')).toBeTypeOf('string');
	});
});
