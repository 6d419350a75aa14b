import type { Technique } from '../../../domain/marking/categories.ts';
import { cardsAfter } from '../../../domain/study/reviews.ts';
import { SCHEDULER, type StudyCard } from '../../../domain/study/schedule.ts';
import type { Connection } from '../../database/store.ts';
import {
	findOpenStudySessions,
	finishStudySession,
	giveStudyTo,
	saveStudySetting,
	saveTechniqueCard,
	findStudySetting,
	setFirst,
} from '../../repositories/study.ts';
import { finished, lastAnswerAt, readStudy } from './read-study.ts';

/** Ends a session with its last answer, and has every technique of it reviewed. Ended twice, it is ended once. */
export async function endSession(transaction: Connection, personId: string, sessionId: string): Promise<void> {
	const { sessions, cards } = await readStudy(transaction, personId);
	const session = sessions.find(({ id }) => id === sessionId);
	if (!session || session.finishedAt !== null) return;
	const finishedAt = lastAnswerAt(session);
	await finishStudySession(transaction, sessionId, finishedAt);
	await saveCards(transaction, personId, cardsAfter(finished([{ ...session, finishedAt }]), cards), finishedAt);
}

export async function endOpenSessions(transaction: Connection, personId: string): Promise<void> {
	// Oldest first, as they were.
	for (const { id } of (await findOpenStudySessions(transaction, personId)).reverse()) {
		await endSession(transaction, personId, id);
	}
}

/**
 * Gives a guest's studying to an account: cards are made anew from the history of both, and a sentence counts as met for
 * the first time only once.
 */
export async function takeStudyAlong(transaction: Connection, guestId: string, personId: string): Promise<void> {
	const settings = [await findStudySetting(transaction, guestId), await findStudySetting(transaction, personId)];
	await endOpenSessions(transaction, guestId);
	await giveStudyTo(transaction, guestId, personId);

	const { answers, sessions } = await readStudy(transaction, personId);
	const met = new Set<string>();
	for (const { id, sentence, version, isFirst } of answers) {
		const name = `${sentence} ${version}`;
		if (isFirst !== !met.has(name)) await setFirst(transaction, id, !met.has(name));
		met.add(name);
	}
	const over = finished(sessions);
	const lastAt = Math.max(0, ...over.map(({ finishedAt }) => finishedAt));
	await saveCards(transaction, personId, cardsAfter(over), lastAt);
	if (settings.every((setting) => setting === undefined)) return;
	// What either did not want to see stays unseen.
	await saveStudySetting(transaction, personId, {
		mirrorOff: settings.some((setting) => setting?.mirrorOff),
		mirrorSince: Math.max(...settings.map((setting) => setting?.mirrorSince ?? 0)),
	});
}

async function saveCards(
	transaction: Connection,
	personId: string,
	cards: ReadonlyMap<Technique, StudyCard>,
	updatedAt: number,
): Promise<void> {
	for (const [technique, card] of cards) {
		const row = { personId, technique, card: JSON.stringify(card), scheduler: SCHEDULER };
		await saveTechniqueCard(transaction, { ...row, dueAt: card.dueAt, updatedAt });
	}
}
