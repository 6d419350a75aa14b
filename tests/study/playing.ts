/** Somebody who studies, from the first sentence to the end of a session. */
import type { Actor } from '../../src/lib/domain/access/actor.ts';
import { isSound } from '../../src/lib/domain/study/pool.ts';
import { categoryOf } from '../../src/lib/domain/study/readings.ts';
import { ITEMS } from '../../src/lib/domain/study/plan.ts';
import { NOBODY, testApp, type TestApp } from '../support/test-app.ts';
import { fixturePool } from './fixture-pool.ts';
import { signIn } from '../../src/lib/server/use-cases/people/sign-in.ts';
import { answerItem } from '../../src/lib/server/use-cases/study/answer-item.ts';
import { nameForPage } from '../../src/lib/server/use-cases/study/sentence-name.ts';
import { startPlacement, startSession, type Started } from '../../src/lib/server/use-cases/study/start-session.ts';
import { viewSession } from '../../src/lib/server/use-cases/study/view-session.ts';

export const pool = fixturePool();
export const byName = new Map([...pool.values()].map((each) => [nameForPage({ ...each, sentence: each.id }), each]));
export const studyApp = (): TestApp => {
	const app = testApp();
	return { ...app, course: { ...app.course, practice: pool } };
};

export type Mood = 'right' | 'wrong' | 'flags all';

/** What somebody says who knows the key, or does not want to. */
export function sayOn(id: string, play: string, mood: Mood, asksTechnique: boolean, confidence?: string) {
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

export async function playOne(
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

export async function playAll(
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

export async function guestOf(app: TestApp): Promise<Extract<Actor, { kind: 'guest' }>> {
	const started = await startSession(app, NOBODY);
	const { cookie } = await playOne(app, NOBODY, started, 'right');
	const { actor } = await app.sessions.whoIs(cookie?.value);
	if (actor.kind !== 'guest') throw new Error('No guest was made.');
	return actor;
}

export async function signInAs(
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
