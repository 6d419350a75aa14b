import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import { isSound } from '../../../domain/study/pool.ts';
import { categoryOf } from '../../../domain/study/readings.ts';
import { ITEMS, type PlannedSentence } from '../../../domain/study/plan.ts';
import { DAY, NOBODY, person, testApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { fixturePool } from '../../../../../tests/study/fixture-pool.ts';
import { findStudyAnswers, findStudySessions, findTechniqueCards } from '../../repositories/study.ts';
import { downloadOwnData } from '../people/download-own-data.ts';
import { deleteOwnData } from '../people/leave.ts';
import { signIn } from '../people/sign-in.ts';
import { register } from '../people/register.ts';
import { answerItem } from './answer-item.ts';
import { finishSession } from './finish-session.ts';
import { nameForPage } from './sentence-name.ts';
import { startPlacement, startSession, type Started } from './start-session.ts';
import { answerTry, viewTry } from './try-technique.ts';
import { deleteMirror, switchMirror, viewMirror } from './view-mirror.ts';
import { viewSession } from './view-session.ts';
import { viewWhatIKnow } from './view-what-i-know.ts';

const pool = fixturePool();
const byName = new Map([...pool.values()].map((each) => [nameForPage({ ...each, sentence: each.id }), each]));
const studyApp = (): TestApp => {
	const app = testApp();
	return { ...app, course: { ...app.course, practice: pool } };
};

type Mood = 'right' | 'wrong' | 'flags all';

/** What somebody says who knows the key, or does not want to. */
function sayOn(id: string, play: string, mood: Mood, asksTechnique: boolean, confidence?: string) {
	const sentence = byName.get(id);
	if (!sentence) throw new Error(`There is no ${id}`);
	const [technique] = sentence.techniques;
	const sure = confidence === undefined ? {} : { confidence };
	const callsSound = mood === 'flags all' ? false : mood === 'right' ? isSound(sentence) : !isSound(sentence);
	if (play === 'mark-spans') {
		const mark = sentence.mark ?? { start: 0, end: 3 };
		const category = technique ? categoryOf(technique) : 'loaded';
		const named = asksTechnique ? { technique: technique ?? 'euphemism' } : {};
		const marks = callsSound ? [] : [{ ...mark, category, quote: sentence.text.slice(mark.start, mark.end), ...named }];
		return { play, marks, nothingToMark: callsSound, ...sure };
	}
	const category = callsSound ? 'sound' : technique ? categoryOf(technique) : 'loaded';
	const named = asksTechnique && !callsSound ? { technique: technique ?? 'euphemism' } : {};
	return { play, category, ...named, ...sure };
}

async function playOne(
	app: TestApp,
	actor: Actor,
	started: Pick<Started, 'id' | 'kind'>,
	mood: Mood,
	confidence?: string,
) {
	const { next } = await viewSession(app, actor, started);
	if (!next) throw new Error('There is nothing to answer.');
	const answer = sayOn(next.sentence, next.play, mood, next.asksTechnique, confidence);
	app.clock.now += 20_000;
	return answerItem(app, actor, { ...started, place: next.place, sentence: next.sentence, answer });
}

async function playAll(
	app: TestApp,
	actor: Actor,
	mood: Mood,
	kind: 'placement' | 'session' = 'session',
	confidence?: string,
) {
	const started = kind === 'session' ? await startSession(app, actor) : await startPlacement(app, actor);
	for (let left = ITEMS; left > 0; left -= 1) await playOne(app, actor, started, mood, confidence);
	return started;
}

async function guestOf(app: TestApp): Promise<Extract<Actor, { kind: 'guest' }>> {
	const started = await startSession(app, NOBODY);
	const { cookie } = await playOne(app, NOBODY, started, 'right');
	const { actor } = await app.sessions.whoIs(cookie?.value);
	if (actor.kind !== 'guest') throw new Error('No guest was made.');
	return actor;
}

describe('a session', () => {
	test('is looked at by nobody without anything being stored, and is the same when looked at again', async () => {
		const app = studyApp();
		const started = await startSession(app, NOBODY);
		const page = await viewSession(app, NOBODY, started);
		expect(page).toMatchObject({ items: ITEMS, answered: 0, isStored: false, finished: false });
		expect(await viewSession(app, NOBODY, started)).toEqual(page);
		expect(await viewWhatIKnow(app, NOBODY)).toMatchObject({ answers: 0, sessions: 0, nextDueAt: null });
	});

	test('makes a guest with its first answer, and not with a bad one', async () => {
		const app = studyApp();
		const started = await startSession(app, NOBODY);
		const { next } = await viewSession(app, NOBODY, started);
		const bad = {
			...started,
			place: 0,
			sentence: next?.sentence ?? '',
			answer: { play: 'quick-call', category: 'no' },
		};
		await expect(answerItem(app, NOBODY, bad)).rejects.toThrow(/Choose one/);
		const { cookie, feedback } = await playOne(app, NOBODY, started, 'right');
		expect(feedback).toMatchObject({ isRight: true, credit: 100 });
		expect(feedback.why).not.toBe('');
		expect((await app.sessions.whoIs(cookie?.value)).actor.kind).toBe('guest');
	});

	test('shows nothing of a key before the answer, and the reason at once after it', async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		const started = await startSession(app, reader);
		for (let left = ITEMS; left > 0; left -= 1) {
			const { next } = await viewSession(app, reader, started);
			const { example: _, ...item } = next ?? { example: null };
			expect(Object.keys(item).sort()).toEqual([
				'asksTechnique',
				'hint',
				'place',
				'play',
				'sentence',
				'source',
				'text',
			]);
			const sentence = byName.get(next?.sentence ?? '');
			expect(JSON.stringify(next)).not.toContain(`"${sentence?.id}"`);
			expect(JSON.stringify(await viewSession(app, reader, started))).not.toContain(sentence?.why);
			const { feedback } = await playOne(app, reader, started, 'wrong');
			expect(feedback).toMatchObject({ isRight: false, why: sentence?.why });
			expect(feedback).not.toHaveProperty('pair');
		}
		const page = await viewSession(app, reader, started);
		expect(page.finished).toBe(true);
		expect(page.review).toHaveLength(ITEMS);
	});

	test('takes the same answer twice as once, and tells of another one', async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		const started = await startSession(app, reader);
		const { next } = await viewSession(app, reader, started);
		const give = (mood: Mood) =>
			answerItem(app, reader, {
				...started,
				place: 0,
				sentence: next?.sentence ?? '',
				answer: sayOn(next?.sentence ?? '', next?.play ?? '', mood, next?.asksTechnique ?? false),
			});
		const first = await give('right');
		expect(await give('right')).toEqual(first);
		await expect(give('wrong')).rejects.toMatchObject({ name: 'Conflict', current: { isRight: true } });
		expect(await findStudyAnswers(app.store.read, reader.personId)).toHaveLength(1);
	});

	test('takes the first answer of nobody twice as once, at once or one after the other, and gives its guest both times', async () => {
		for (const atOnce of [true, false]) {
			const app = studyApp();
			const started = await startSession(app, NOBODY);
			const { next } = await viewSession(app, NOBODY, started);
			const give = (mood: Mood = 'right') =>
				answerItem(app, NOBODY, {
					...started,
					place: 0,
					sentence: next?.sentence ?? '',
					answer: sayOn(next?.sentence ?? '', next?.play ?? '', mood, next?.asksTechnique ?? false),
				});
			const both = atOnce ? await Promise.all([give(), give()]) : [await give(), await give()];
			const actors = await Promise.all(both.map(async ({ cookie }) => (await app.sessions.whoIs(cookie?.value)).actor));
			expect(actors[0]).toMatchObject({ kind: 'guest' });
			expect(actors[1]).toEqual(actors[0]);
			const guest = actors[0] as Extract<Actor, { kind: 'guest' }>;
			expect(await findStudyAnswers(app.store.read, guest.personId)).toHaveLength(1);

			// The address of a session alone makes nobody its reader: neither by guessing, nor later, nor further on.
			await expect(give('wrong')).rejects.toThrow(NotFound);
			app.clock.now += 60_000;
			await expect(give()).rejects.toThrow(NotFound);
			app.clock.now -= 60_000;
			await playOne(app, guest, started, 'right');
			app.clock.now -= 20_000;
			await expect(give()).rejects.toThrow(NotFound);
		}
	});

	test('refuses an answer out of turn, to another sentence, and after the end', async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		const started = await startSession(app, reader);
		await playOne(app, reader, started, 'right');
		const { next } = await viewSession(app, reader, started);
		const answer = { play: 'quick-call', category: 'sound' };
		await expect(answerItem(app, reader, { ...started, place: 1, sentence: 'other', answer })).rejects.toThrow(
			/reload/,
		);
		const [row] = await findStudySessions(app.store.read, reader.personId);
		const plan = JSON.parse(row?.plan ?? '') as { items: PlannedSentence[] };
		const later = { ...started, place: 5, sentence: nameForPage(plan.items[5]!), answer };
		await expect(answerItem(app, reader, later)).rejects.toThrow(/comes before/);
		await finishSession(app, reader, started.id);
		const late = { ...started, place: 1, sentence: next?.sentence ?? '', answer };
		await expect(answerItem(app, reader, late)).rejects.toThrow(/over/);
	});

	test('is its reader’s alone', async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		const started = await startSession(app, reader);
		await playOne(app, reader, started, 'right');
		const stranger = await person(app, 'stranger');
		for (const other of [NOBODY, stranger]) {
			await expect(viewSession(app, other, started)).rejects.toThrow(NotFound);
			await expect(finishSession(app, other, started.id)).rejects.toThrow(NotFound);
			const given = { ...started, place: 1, sentence: 'x', answer: { play: 'quick-call', category: 'sound' } };
			await expect(answerItem(app, other, given)).rejects.toThrow(NotFound);
		}
	});

	test('goes on within a day; later a new one begins, and what was answered counts', async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		const started = await startSession(app, reader);
		for (let count = 0; count < 7; count += 1) await playOne(app, reader, started, 'right');
		expect(await startSession(app, reader)).toMatchObject({ id: started.id, isGoingOn: true });
		app.clock.now += 2 * DAY;
		const another = await startSession(app, reader);
		expect(another.id).not.toBe(started.id);
		const { next } = await viewSession(app, reader, another);
		await playOne(app, reader, another, 'right');
		const [before] = await findStudySessions(app.store.read, reader.personId);
		expect(before?.finishedAt).toBeLessThan(app.clock.now - DAY);
		expect(await findTechniqueCards(app.store.read, reader.personId)).not.toEqual([]);
		expect(next).not.toBeNull();
	});

	test('passes over a sentence that was changed or taken out since it was planned', async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		const started = await startSession(app, reader);
		await playOne(app, reader, started, 'right');
		const [row] = await findStudySessions(app.store.read, reader.personId);
		const plan = JSON.parse(row?.plan ?? '') as { items: { sentence: string }[] };
		const gone = new Map(pool);
		gone.delete(plan.items[1]?.sentence ?? '');
		const mended = { ...app, course: { ...app.course, practice: gone } };
		expect((await viewSession(mended, reader, started)).next?.place).toBe(2);
	});
});

describe('what is due when', () => {
	test('all right comes back later than all wrong, and every session is reviewed once', async () => {
		const dueAfter = async (mood: Mood, confidence?: string) => {
			const app = studyApp();
			const reader = await person(app, 'reader');
			const started = await playAll(app, reader, mood, 'session', confidence);
			await finishSession(app, reader, started.id);
			const cards = await findTechniqueCards(app.store.read, reader.personId);
			expect(cards).toHaveLength(2);
			return (cards[0]?.dueAt ?? 0) - app.clock.now;
		};
		const [easy, good, again] = [await dueAfter('right', 'sure'), await dueAfter('right'), await dueAfter('wrong')];
		expect(again).toBeLessThan(good);
		expect(good).toBeLessThan(easy);
	});

	test('a placement schedules nothing, and says where to begin', async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		const started = await playAll(app, reader, 'right', 'placement');
		expect((await viewSession(app, reader, started)).placed).toMatchObject({
			loaded: { right: 4, asked: 4, level: 'known' },
		});
		expect(await findTechniqueCards(app.store.read, reader.personId)).toEqual([]);
		const session = await startSession(app, reader);
		expect((await viewSession(app, reader, session)).next?.example).toBeNull();
	});
});

describe('what I know', () => {
	test('counts first tries alone, each with how sure it is', async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		await playAll(app, reader, 'right', 'session', 'sure');
		app.clock.now += 3 * DAY;
		await playAll(app, reader, 'flags all');
		const known = await viewWhatIKnow(app, reader);
		const rows = await findStudyAnswers(app.store.read, reader.personId);
		const firsts = rows.filter(({ isFirst }) => isFirst);
		expect(known.firstTries).toBe(firsts.length);
		expect(known.seen).toMatchObject({
			core: firsts.filter(({ technique }) => technique !== 'sound').length,
			lures: firsts.filter(({ technique }) => technique === 'sound').length,
		});
		expect(known.seen.foundInterval?.low).toBeLessThan(known.seen.found / known.seen.core);
		expect(known.calibration.levels.find(({ confidence }) => confidence === 'sure')).toMatchObject({
			answers: 12,
			right: 12,
		});
		const reviewed = known.techniques.filter(({ memory }) => memory !== null);
		expect(reviewed.every(({ memory }) => (memory?.curve[0]?.known ?? 0) > 0.99)).toBe(true);
	});
});

describe('the private mirror', () => {
	test('shows nothing before 24 pairs, can be switched off and on, and forgets', { timeout: 30_000 }, async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		for (let session = 0; session < 26; session += 1) {
			await playAll(app, reader, 'flags all');
			app.clock.now += DAY;
			const { mirror } = await viewMirror(app, reader);
			expect(mirror?.seen === null).toBe((mirror?.pairs ?? 0) < 24);
		}
		const seen = (await viewMirror(app, reader)).mirror?.seen;
		expect(seen).toMatchObject({ onlyOne: 0, onlyOther: 0, isLean: false });
		await switchMirror(app, reader, true);
		expect(await viewMirror(app, reader)).toEqual({ isOff: true, mirror: null });
		await switchMirror(app, reader, false);
		await deleteMirror(app, reader);
		expect((await viewMirror(app, reader)).mirror).toMatchObject({ pairs: 0, seen: null });
		expect((await viewWhatIKnow(app, reader)).answers).toBe(26 * ITEMS);
	});
});

describe('the three sentences of a glossary page', () => {
	test('give their reason at once, keep nothing, and are in no session', async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		const [first, ...others] = await viewTry(app, NOBODY, 'quantity');
		expect(others).toHaveLength(2);
		const given = {
			technique: 'quantity',
			sentence: first?.sentence ?? '',
			answer: { play: 'quick-call', category: 'claim' },
		};
		expect((await answerTry(app, reader, given)).why).toBe(byName.get(first?.sentence ?? '')?.why);
		expect(await findStudyAnswers(app.store.read, reader.personId)).toEqual([]);
		await expect(answerTry(app, reader, { ...given, sentence: 'quantity-8' })).rejects.toThrow(NotFound);
		await expect(viewTry(app, NOBODY, 'no-such')).rejects.toThrow(NotFound);
	});
});

describe('a guest', () => {
	test('who registers keeps the studying, and who signs in may take it along, with cards from both histories', async () => {
		const app = studyApp();
		const account = { userName: 'mira', displayName: 'Mira', password: 'paper and ink', address: '192.0.2.1' };
		await register(app, NOBODY, account);
		const mira = await signInAs(app, NOBODY, account, false);
		const own = await playAll(app, mira, 'right');
		app.clock.now += 3 * DAY;

		const guest = await guestOf(app);
		const theirs = (await startSession(app, guest)).id;
		while (!(await viewSession(app, guest, { id: theirs, kind: 'session' })).finished)
			await playOne(app, guest, { id: theirs, kind: 'session' }, 'right');
		await switchMirror(app, guest, true);
		const both = await signInAs(app, guest, account, true);

		const sessions = await findStudySessions(app.store.read, both.personId);
		expect(sessions.map(({ id }) => id)).toEqual([own.id, theirs]);
		const answers = await findStudyAnswers(app.store.read, both.personId);
		expect(answers).toHaveLength(2 * ITEMS);
		const names = answers.filter(({ isFirst }) => isFirst).map(({ sentence }) => sentence);
		expect(new Set(names).size).toBe(names.length);
		const techniques = (await viewWhatIKnow(app, both)).techniques.filter(({ memory }) => memory !== null);
		// Both began with the same two techniques, so each was reviewed twice.
		expect(techniques.map(({ memory }) => memory?.reviews)).toEqual([2, 2]);
		expect(await viewMirror(app, both)).toMatchObject({ isOff: true });
	});

	test('has it all in the download, without a side, and none of it is left after deleting', async () => {
		const app = studyApp();
		const reader = await guestOf(app);
		const data = await downloadOwnData(app, reader);
		expect(data.studying.sessions[0]?.answers).toHaveLength(1);
		expect(JSON.stringify(data)).not.toMatch(/"side"|"pair"|onlyOne/);
		await deleteOwnData(app, reader, { password: '', sure: true, address: '192.0.2.1' });
		expect(await findStudyAnswers(app.store.read, reader.personId)).toEqual([]);
		expect(await findStudySessions(app.store.read, reader.personId)).toEqual([]);
	});
});

async function signInAs(
	app: TestApp,
	actor: Actor,
	account: { userName: string; password: string; address: string },
	along: boolean,
) {
	const cookie = await signIn(app, actor, account, along);
	const { actor: known } = await app.sessions.whoIs(cookie.value);
	if (known.kind !== 'registered') throw new Error('Not signed in.');
	return known;
}
