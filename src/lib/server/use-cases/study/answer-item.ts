import * as v from 'valibot';
import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import { canonicalJson } from '../../../domain/lessons/edition.ts';
import { faultIn, markAnswer, missingIn, studyAnswerSchema, type StudyAnswer } from '../../../domain/study/answer.ts';
import { feedbackOn, type StudyFeedback } from '../../../domain/study/feedback.ts';
import { keyOf } from '../../../domain/study/pool.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import type { CookieToSet } from '../../auth/sessions.ts';
import type { Connection } from '../../database/store.ts';
import { findPerson, insertPerson } from '../../repositories/people.ts';
import {
	findAnswersInSession,
	findStudyAnswers,
	findStudySession,
	insertStudyAnswer,
	insertStudySession,
} from '../../repositories/study.ts';
import { endOpenSessions, endSession } from './end-session.ts';
import type { StudyKind } from './lay-out.ts';
import { openPool } from './open-pool.ts';
import { readAnswer, readSession, type ReadSession, type StoredContent } from './read-study.ts';
import { nameForPage } from './sentence-name.ts';
import { findOwnSession, openPlace, sentenceOf, unstored } from './view-session.ts';

export type GivenAnswer = {
	id: string;
	/** Of a session that is not stored yet. */
	kind: StudyKind;
	place: number;
	/** The sentence that was shown at this place, by the name that the page has for it. */
	sentence: string;
	/** `{ play: 'quick-call', category, technique?, confidence? }` or `{ play: 'mark-spans', marks, nothingToMark, confidence? }`. */
	answer: unknown;
};

export type Answered = {
	feedback: StudyFeedback;
	/** Whether that was the last one. */
	finished: boolean;
	/** To be set where a guest was made by this answer. */
	cookie: CookieToSet | null;
};

/** For so long the first answer may come a second time without the cookie that the first one set. */
const DOUBLE_CLICK_MS = 10_000;

const GONE = 'This sentence has changed since the page was opened. Please reload the page.';

/**
 * Takes the answer to one sentence and gives the reason at once. The same answer again gets the same reason; another one
 * at a place that is answered is a conflict, whose `current` is the reason of the first. The first answer of a session
 * stores it, and makes a guest where nobody was there; sent twice, as a double click does, it makes one.
 */
export async function answerItem(app: App, actor: Actor, given: GivenAnswer): Promise<Answered> {
	authorize('start practice', actor);
	const said = parseAnswer(given.answer);
	const stored = await findStoredSession(app, actor, given, said);
	const session = stored ?? (await unstored(app, actor, given.id, given.kind));
	const pool = await openPool(app);
	const item = session.plan.items[given.place];
	if (!item) throw new NotFound();
	if (nameForPage(item) !== given.sentence) throw new Conflict(GONE);
	const sentence = sentenceOf(app, pool, item);

	const outcome = await app.store.write(async (transaction) => {
		// Read here and not before: another tab may have answered since.
		const answers = (await findAnswersInSession(transaction, session.id)).map(readAnswer);
		const before = answers.find(({ place }) => place === given.place);
		if (before) {
			const feedback = sentence && feedbackOn(sentence, before.said, before);
			if (feedback && canonicalJson(before.said) === canonicalJson(said)) {
				const madeFor = actor.kind === 'nobody' ? await guestJustMade(app, transaction, session.id) : null;
				return { feedback, finished: session.finishedAt !== null, madeFor };
			}
			throw new Conflict('You have answered this one already. Your first answer stays.', feedback);
		}
		if (session.finishedAt !== null) throw new Conflict('This session is over. Start another one.');
		if (!sentence) throw new Conflict(GONE);
		if (openPlace(app, pool, session.plan, answers) !== given.place) {
			throw new Conflict('Another sentence comes before this one. Please reload the page.');
		}
		const wrong = missingIn(said, item) ?? faultIn(said, sentence.text);
		if (wrong !== null) throw new Invalid(wrong);

		const now = app.now();
		const personId = actor.kind === 'nobody' ? app.newId() : actor.personId;
		if (!stored) await begin(app, transaction, actor, personId, session);
		const marked = markAnswer(sentence, said, item.asksTechnique);
		const content: StoredContent = { said, isCategoryRight: marked.isCategoryRight, isRight: marked.isRight };
		await insertStudyAnswer(transaction, {
			id: app.newId(),
			sessionId: session.id,
			personId,
			place: given.place,
			sentence: sentence.id,
			version: sentence.version,
			technique: keyOf(sentence),
			content: JSON.stringify(content),
			credit: marked.credit,
			confidence: said.confidence ?? null,
			isFirst: await isFirstTime(transaction, personId, sentence),
			answeredAt: now,
		});
		const finished = openPlace(app, pool, session.plan, [...answers, { place: given.place }]) === null;
		if (finished) await endSession(transaction, personId, session.id);
		const madeFor = actor.kind === 'nobody' ? personId : null;
		return { feedback: feedbackOn(sentence, said, marked), finished, madeFor };
	});

	const { feedback, finished, madeFor } = outcome;
	return { feedback, finished, cookie: madeFor === null ? null : await app.sessions.start(madeFor) };
}

/**
 * The reader's own; for nobody also one that this very answer has just made: its cookie is still on the way, or was lost
 * with a reply that the browser did not wait for.
 */
async function findStoredSession(app: App, actor: Actor, { id, place }: GivenAnswer, said: StudyAnswer) {
	const row = actor.kind === 'nobody' ? await findStudySession(app.store.read, id) : undefined;
	if (!row) return findOwnSession(app, actor, id);
	await guestJustMade(app, app.store.read, id);
	const session = readSession(row, (await findAnswersInSession(app.store.read, id)).map(readAnswer));
	const isSame = session.answers.some(
		(each) => each.place === place && canonicalJson(each.said) === canonicalJson(said),
	);
	if (!isSame) throw new NotFound();
	return session;
}

/** Throws NotFound where the session has an owner who is no new guest, or who has gone on from the first answer. */
async function guestJustMade(app: App, connection: Connection, sessionId: string): Promise<string> {
	const row = await findStudySession(connection, sessionId);
	const owner = row && (await findPerson(connection, row.personId));
	const answers = await findAnswersInSession(connection, sessionId);
	const isNew = owner?.userName === null && app.now() - owner.createdAt < DOUBLE_CLICK_MS;
	if (!isNew || answers.length > 1) throw new NotFound();
	return owner.id;
}

function parseAnswer(given: unknown): StudyAnswer {
	const parsed = v.safeParse(studyAnswerSchema, given);
	if (!parsed.success) throw new Invalid(parsed.issues[0].message);
	return parsed.output;
}

/** Sessions that were left open end: one at a time. */
async function begin(app: App, transaction: Connection, actor: Actor, personId: string, session: ReadSession) {
	const now = app.now();
	if (actor.kind === 'nobody') await insertPerson(transaction, { id: personId, createdAt: now, lastSeenAt: now });
	else await endOpenSessions(transaction, personId);
	const { id, kind, plan } = session;
	await insertStudySession(transaction, { id, personId, kind, plan: JSON.stringify(plan), openedAt: now });
}

async function isFirstTime(
	transaction: Connection,
	personId: string,
	{ id, version }: { id: string; version: string },
): Promise<boolean> {
	const before = await findStudyAnswers(transaction, personId);
	return !before.some((answer) => answer.sentence === id && answer.version === version);
}
