import { describe, expect, test } from 'vitest';
import { type Mood, byName, playAll, playOne, pool, sayOn, studyApp } from '../../../../../tests/study/playing.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import { ITEMS, type PlannedSentence } from '../../../domain/study/plan.ts';
import { DAY, NOBODY, person } from '../../../../../tests/support/test-app.ts';
import { findStudyAnswers, findStudySessions, findTechniqueCards } from '../../repositories/study.ts';
import { answerItem } from './answer-item.ts';
import { finishSession } from './finish-session.ts';
import { nameForPage } from './sentence-name.ts';
import { startSession } from './start-session.ts';
import { viewSession } from './view-session.ts';
import { viewWhatIKnow } from './view-what-i-know.ts';

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
