import { expect, test } from 'vitest';
import { NotFound } from '../../../domain/errors.ts';
import { person as personTable } from '../../database/schema/people.ts';
import { insertRoster } from '../../repositories/roster.ts';
import {
	classroomOf,
	DAY,
	HERE,
	NOBODY,
	person,
	testApp,
	type Registered,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { joinClassroom } from '../classrooms/join-classroom.ts';
import { openClassroom } from '../classrooms/open-classroom.ts';
import { viewClassroom } from '../classrooms/view-classroom.ts';
import { chooseOwnPassword } from '../people/choose-own-password.ts';
import { downloadOwnData } from '../people/download-own-data.ts';
import { signIn } from '../people/sign-in.ts';
import { makeNewCards, viewCards, viewStudents } from './cards.ts';
import { importRoster, previewRoster } from './import-roster.ts';

const read = (list: string) => ({ list, order: 'first-last' as const, leaveOutWrong: false });

async function aClass() {
	const app = testApp();
	return { app, ...(await classroomOf(app)) };
}

/** Looks at a list, confirms it, and waits for the cards. */
async function takeIn(app: TestApp, teacher: Registered, classroomId: string, list: string) {
	const { fingerprint, batchId } = await previewRoster(app, teacher, classroomId, read(list));
	await importRoster(app, teacher, classroomId, { ...read(list), fingerprint, batchId });
	return { batchId, cards: await cardsOf(app, teacher, classroomId, batchId) };
}

async function cardsOf(app: TestApp, teacher: Registered, classroomId: string, batchId: string) {
	await app.cards.settled({ id: batchId, teacherId: teacher.personId, classroomId }, 10_000);
	const { batch } = await viewCards(app, teacher, classroomId, batchId);
	if (batch.state !== 'made') throw new Error(JSON.stringify(batch));
	return batch.cards;
}

async function whoSignsIn(app: TestApp, { userName, password }: { userName: string; password: string }) {
	const cookie = await signIn(app, NOBODY, { userName, password, address: HERE }, false);
	return { cookie, actor: (await app.sessions.whoIs(cookie.value)).actor };
}

const userNamesIn = async (app: TestApp, teacher: Registered, classroomId: string) =>
	(await viewClassroom(app, teacher, classroomId)).students.map(({ userName }) => userName).sort();

test('a list becomes students with cards; each signs in, must choose a password, and then is in the class', async () => {
	const { app, teacher, classroomId } = await aClass();
	const { cards } = await takeIn(
		app,
		teacher,
		classroomId,
		'\uFEFFName;E-mail\r\n"Anna Smith";a@b.example\r\nعلی خان;x@y.example',
	);
	expect(cards.map(({ name, userName }) => [name, userName])).toEqual([
		['Anna Smith', 'anna.smith'],
		['علی خان', 'علی.خان'],
	]);

	const { actor, cookie } = await whoSignsIn(app, cards[0]!);
	expect(actor.kind).toBe('newcomer');
	await expect(downloadOwnData(app, actor)).rejects.toThrow(NotFound);
	await expect(viewClassroom(app, actor, classroomId)).rejects.toThrow(NotFound);
	await expect(openClassroom(app, actor, { name: 'Mine', teacherCode: '', address: HERE })).rejects.toThrow(NotFound);
	await expect(chooseOwnPassword(app, actor, 'short')).rejects.toThrow(/at least 8/u);
	await expect(chooseOwnPassword(app, actor, cards[0]!.password)).rejects.toThrow(/on the card/u);

	const own = await chooseOwnPassword(app, actor, 'my own four words');
	expect((await app.sessions.whoIs(own.value)).actor).toMatchObject({ kind: 'registered', displayName: 'Anna Smith' });
	expect((await app.sessions.whoIs(cookie.value)).actor.kind).toBe('nobody');
	await expect(whoSignsIn(app, cards[0]!)).rejects.toThrow(/do not go together/u);
	expect(await userNamesIn(app, teacher, classroomId)).toEqual(['anna.smith', 'student', 'علی.خان']);
});

test('the password of a card is nowhere in the database', async () => {
	const { app, teacher, classroomId } = await aClass();
	const { cards } = await takeIn(app, teacher, classroomId, 'Anna Smith');
	const stored = JSON.stringify(app.store.read.select().from(personTable).all());
	expect(stored).toContain('anna.smith');
	for (const word of cards[0]!.password.split(' ')) expect(stored).not.toContain(word);
});

test('the same name twice is told apart and said; who is here already is skipped', async () => {
	const { app, teacher, classroomId } = await aClass();
	const { rows } = await previewRoster(app, teacher, classroomId, read('Maria Ruiz\nStudent\nmaria  ruiz\nJo Ng'));
	expect(rows.map(({ does, userName }) => [does, userName])).toEqual([
		['make', 'maria.ruiz'],
		['skip', null],
		['make', 'maria.ruiz2'],
		['make', 'jo.ng'],
	]);
	expect(rows[0]?.says).toBe('Same name twice: also in line 3.');
	expect(rows[1]?.says).toMatch(/in this classroom already \(student\)/u);
	expect(rows[3]?.says).toBeNull();
});

test('a user name that somebody else has gets another suggestion, and does not say whose it is', async () => {
	const { app, teacher, classroomId } = await aClass();
	await person(app, 'anna.smith');
	const list = 'Name,User name\nAnna Smith,anna.smith\nJo Ng,student';
	const { rows } = await previewRoster(app, teacher, classroomId, read(list));
	expect(rows[0]).toMatchObject({ does: 'make', userName: 'anna.smith2', says: 'The user name anna.smith is taken.' });
	expect(rows[1]).toMatchObject({ does: 'skip', says: 'Is in this classroom already.' });

	// The second time the list finds the one that it made.
	await takeIn(app, teacher, classroomId, list);
	const again = await previewRoster(app, teacher, classroomId, read(list));
	expect(again.rows.map(({ does }) => does)).toEqual(['skip', 'skip']);
});

test('a list that is half wrong imports nothing, until its wrong rows are left out on purpose', async () => {
	const { app, teacher, classroomId } = await aClass();
	const list = 'Name,User name\nAnna Smith,anna\nBad,a b c\n=1+1,x.y\n,z.z';
	const seen = await previewRoster(app, teacher, classroomId, read(list));
	expect(seen.rows.map(({ does, line }) => [does, line])).toEqual([
		['make', 2],
		['wrong', 3],
		['wrong', 4],
		['wrong', 5],
	]);
	const { fingerprint, batchId } = seen;
	const sent = importRoster(app, teacher, classroomId, { ...read(list), fingerprint, batchId });
	await expect(sent).rejects.toThrow(/^3 rows are wrong\. Nobody was added/u);
	expect(await userNamesIn(app, teacher, classroomId)).toEqual(['student']);

	const without = { ...read(list), leaveOutWrong: true };
	const second = await previewRoster(app, teacher, classroomId, without);
	expect(second.rows.filter(({ does }) => does === 'skip')).toHaveLength(3);
	await importRoster(app, teacher, classroomId, {
		...without,
		fingerprint: second.fingerprint,
		batchId: second.batchId,
	});
	expect(await cardsOf(app, teacher, classroomId, second.batchId)).toHaveLength(1);
});

test('a form that is sent twice at once, or again later, imports once', async () => {
	const { app, teacher, classroomId } = await aClass();
	const { fingerprint, batchId } = await previewRoster(app, teacher, classroomId, read('Anna\nJo'));
	const send = () => importRoster(app, teacher, classroomId, { ...read('Anna\nJo'), fingerprint, batchId });
	await Promise.all([send(), send()]);
	const cards = await cardsOf(app, teacher, classroomId, batchId);
	await send();
	expect(await cardsOf(app, teacher, classroomId, batchId)).toEqual(cards);
	expect(await userNamesIn(app, teacher, classroomId)).toEqual(['anna', 'jo', 'student']);

	// After the cards are forgotten the list finds everybody here.
	app.cards.forget({ id: batchId, teacherId: teacher.personId, classroomId });
	await expect(send()).rejects.toThrow(/has changed/u);
	expect(await userNamesIn(app, teacher, classroomId)).toHaveLength(3);
});

test('when somebody takes a name or joins between the look and the end, nobody is added and the list is kept', async () => {
	const { app, teacher, classroomId, joinCode } = await aClass();
	const { fingerprint, batchId } = await previewRoster(app, teacher, classroomId, read('Anna\nJo'));
	const jo = await person(app, 'jo');
	const late = importRoster(app, teacher, classroomId, { ...read('Anna\nJo'), fingerprint, batchId });
	await expect(late).rejects.toThrow(/has changed since you looked/u);

	const next = await previewRoster(app, teacher, classroomId, read('Anna\nJo'));
	expect(next.rows[1]?.userName).toBe('jo2');
	await importRoster(app, teacher, classroomId, {
		...read('Anna\nJo'),
		fingerprint: next.fingerprint,
		batchId: next.batchId,
	});
	// The hashes are still being made.
	await joinClassroom(app, jo, joinCode, HERE);
	await app.cards.settled({ id: next.batchId, teacherId: teacher.personId, classroomId }, 10_000);
	const { batch } = await viewCards(app, teacher, classroomId, next.batchId);
	expect(batch).toMatchObject({ state: 'failed', typed: 'Anna\nJo' });
	expect(batch.state === 'failed' && batch.problem).toMatch(/Nobody was added/u);
	expect(await userNamesIn(app, teacher, classroomId)).toEqual(['jo', 'student']);
});

test('a transaction that breaks off in the middle leaves nobody behind', async () => {
	const { app, teacher, classroomId } = await aClass();
	const before = app.store.read.select().from(personTable).all().length;
	const students = Array.from({ length: 705 }, (_, at) => ({
		// The last few cannot go in, when most are in already.
		id: at > 700 ? 'the same id' : app.newId(),
		userName: `n${String(at)}`,
		displayName: 'Anna',
		passwordHash: 'x',
	}));
	const by = { classroomId, teacherId: teacher.personId, now: app.now() };
	await expect(app.store.write((transaction) => insertRoster(transaction, students, by))).rejects.toThrow(/UNIQUE/u);
	expect(app.store.read.select().from(personTable).all()).toHaveLength(before);
	expect(await userNamesIn(app, teacher, classroomId)).toEqual(['student']);
});

test('5,000 rows are looked at within two seconds and go in at once; the same list then skips them all', async () => {
	const { app, teacher, classroomId } = await aClass();
	const list = Array.from({ length: 5_000 }, (_, at) => `Amina Khan\tstudent${String(at)}`).join('\n');
	const began = performance.now();
	const { rows } = await previewRoster(app, teacher, classroomId, read(`Name\tUser name\n${list}`));
	expect(performance.now() - began).toBeLessThan(2_000);
	expect(new Set(rows.map(({ userName }) => userName)).size).toBe(5_000);
	expect(rows.every(({ says }) => says?.startsWith('Same name twice'))).toBe(true);

	const students = rows.map(({ name, userName }) => ({
		id: app.newId(),
		displayName: name,
		userName: userName ?? '',
		passwordHash: 'x',
	}));
	await app.store.write((transaction) =>
		insertRoster(transaction, students, { classroomId, teacherId: teacher.personId, now: app.now() }),
	);
	const again = await previewRoster(app, teacher, classroomId, read(`Name\tUser name\n${list}`));
	expect(again.rows.every(({ does }) => does === 'skip')).toBe(true);
});

test('5,000 people of one name are told apart without a stutter, the second time too', async () => {
	const { app, teacher, classroomId } = await aClass();
	const list = Array.from({ length: 5_000 }, () => 'Amina Khan').join('\n');
	const { rows } = await previewRoster(app, teacher, classroomId, read(list));
	expect(rows.at(-1)?.userName).toBe('amina.khan5000');
	const students = rows.map(({ name, userName }) => ({
		id: app.newId(),
		displayName: name,
		userName: userName ?? '',
		passwordHash: 'x',
	}));
	const by = { classroomId, teacherId: teacher.personId, now: app.now() };
	await app.store.write((transaction) => insertRoster(transaction, students, by));
	const began = performance.now();
	const again = await previewRoster(app, teacher, classroomId, read(list));
	expect(performance.now() - began).toBeLessThan(2_000);
	expect(again.rows.every(({ does }) => does === 'skip')).toBe(true);
});

test('new cards end the old password and every session, and only then; a reset student chooses again', async () => {
	const { app, teacher, classroomId } = await aClass();
	const { cards } = await takeIn(app, teacher, classroomId, 'Anna\nJo');
	const signedIn = await whoSignsIn(app, cards[0]!);
	const own = await chooseOwnPassword(app, signedIn.actor, 'my own four words');

	const { students, batchId } = await viewStudents(app, teacher, classroomId);
	const anna = students.find(({ userName }) => userName === 'anna')!;
	expect(anna).toMatchObject({ mayGetCard: true, mustChangePassword: false });
	expect(students.find(({ userName }) => userName === 'student')?.mayGetCard).toBe(false);
	app.clock.now += DAY;
	await makeNewCards(app, teacher, classroomId, { personIds: [anna.personId], batchId });
	const [card, ...others] = await cardsOf(app, teacher, classroomId, batchId);
	expect(others).toEqual([]);

	expect((await app.sessions.whoIs(own.value)).actor.kind).toBe('nobody');
	await expect(whoSignsIn(app, { userName: 'anna', password: 'my own four words' })).rejects.toThrow(/together/u);
	expect((await whoSignsIn(app, card!)).actor.kind).toBe('newcomer');
	expect((await whoSignsIn(app, cards[1]!)).actor.kind).toBe('newcomer');
});

test('a teacher cannot take over who registered alone, who teaches, or whom another class made', async () => {
	const { app, teacher, student, classroomId, joinCode } = await aClass();
	const other = await person(app, 'other.teacher');
	const elsewhere = await openClassroom(app, other, { name: 'Elsewhere', teacherCode: '', address: HERE });
	await takeIn(app, other, elsewhere, 'Zoya\nTariq');
	const theirs = await viewStudents(app, other, elsewhere);
	const zoya = theirs.students.find(({ userName }) => userName === 'zoya')!;
	await joinClassroom(app, { ...student, personId: zoya.personId }, joinCode, HERE);
	await joinClassroom(app, other, joinCode, HERE);

	const renew = (who: Registered, room: string, personId: string) =>
		makeNewCards(app, who, room, { personIds: [personId], batchId: app.newId() });
	for (const personId of [student.personId, zoya.personId, other.personId, teacher.personId]) {
		await expect(renew(teacher, classroomId, personId)).rejects.toThrow(/Nothing was changed/u);
	}
	await expect(renew(student, classroomId, zoya.personId)).rejects.toThrow(NotFound);

	// A student account that begins to teach is nobody's to reset any more.
	const tariq = theirs.students.find(({ userName }) => userName === 'tariq')!;
	await openClassroom(app, { ...student, personId: tariq.personId }, { name: 'Club', teacherCode: '', address: HERE });
	await expect(renew(other, elsewhere, tariq.personId)).rejects.toThrow(/Nothing was changed/u);
	await renew(other, elsewhere, zoya.personId);
});

test('cards are for the teacher who made them, and gone once forgotten', async () => {
	const { app, teacher, classroomId } = await aClass();
	const { batchId } = await takeIn(app, teacher, classroomId, 'Anna');
	const stranger = await person(app, 'stranger');
	await expect(viewCards(app, stranger, classroomId, batchId)).rejects.toThrow(NotFound);
	const mine = await openClassroom(app, stranger, { name: 'Mine', teacherCode: '', address: HERE });
	expect((await viewCards(app, stranger, mine, batchId)).batch).toEqual({ state: 'gone' });
	app.cards.forget({ id: batchId, teacherId: teacher.personId, classroomId });
	expect((await viewCards(app, teacher, classroomId, batchId)).batch).toEqual({ state: 'gone' });
});
