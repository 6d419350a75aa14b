/** Studying alone: for the reader's own eyes. Only use cases of studying and of the reader's own account ask here. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { studyAnswer, studySession, studySetting, techniqueCard } from '../database/schema/study.ts';
import type { Connection } from '../database/store.ts';

export type StudySessionRow = typeof studySession.$inferSelect;
export type StudyAnswerRow = typeof studyAnswer.$inferSelect;
export type TechniqueCardRow = typeof techniqueCard.$inferSelect;
export type StudySettingRow = typeof studySetting.$inferSelect;

const sessionById = prepared((connection) =>
	connection
		.select()
		.from(studySession)
		.where(eq(studySession.id, sql.placeholder('id')))
		.prepare(),
);

export async function findStudySession(connection: Connection, id: string): Promise<StudySessionRow | undefined> {
	return sessionById(connection).get({ id });
}

const sessionsOf = prepared((connection) =>
	connection
		.select()
		.from(studySession)
		.where(eq(studySession.personId, sql.placeholder('personId')))
		.orderBy(asc(studySession.openedAt))
		.prepare(),
);

/** Oldest first. */
export async function findStudySessions(connection: Connection, personId: string): Promise<StudySessionRow[]> {
	return sessionsOf(connection).all({ personId });
}

const answersOf = prepared((connection) =>
	connection
		.select()
		.from(studyAnswer)
		.where(eq(studyAnswer.personId, sql.placeholder('personId')))
		.orderBy(asc(studyAnswer.answeredAt))
		.prepare(),
);

/** Oldest first. */
export async function findStudyAnswers(connection: Connection, personId: string): Promise<StudyAnswerRow[]> {
	return answersOf(connection).all({ personId });
}

const answersIn = prepared((connection) =>
	connection
		.select()
		.from(studyAnswer)
		.where(eq(studyAnswer.sessionId, sql.placeholder('sessionId')))
		.orderBy(asc(studyAnswer.place))
		.prepare(),
);

/** In the order of the plan. */
export async function findAnswersInSession(connection: Connection, sessionId: string): Promise<StudyAnswerRow[]> {
	return answersIn(connection).all({ sessionId });
}

const anyAnswer = prepared((connection) =>
	connection
		.select({ id: studyAnswer.id })
		.from(studyAnswer)
		.where(eq(studyAnswer.personId, sql.placeholder('personId')))
		.limit(1)
		.prepare(),
);

export async function hasStudied(connection: Connection, personId: string): Promise<boolean> {
	return anyAnswer(connection).get({ personId }) !== undefined;
}

const cardsOf = prepared((connection) =>
	connection
		.select()
		.from(techniqueCard)
		.where(eq(techniqueCard.personId, sql.placeholder('personId')))
		.prepare(),
);

export async function findTechniqueCards(connection: Connection, personId: string): Promise<TechniqueCardRow[]> {
	return cardsOf(connection).all({ personId });
}

const settingOf = prepared((connection) =>
	connection
		.select()
		.from(studySetting)
		.where(eq(studySetting.personId, sql.placeholder('personId')))
		.prepare(),
);

export async function findStudySetting(connection: Connection, personId: string): Promise<StudySettingRow | undefined> {
	return settingOf(connection).get({ personId });
}

export async function insertStudySession(connection: Connection, row: typeof studySession.$inferInsert) {
	connection.insert(studySession).values(row).run();
}

export async function finishStudySession(connection: Connection, id: string, finishedAt: number) {
	connection
		.update(studySession)
		.set({ finishedAt })
		.where(and(eq(studySession.id, id), isNull(studySession.finishedAt)))
		.run();
}

export async function insertStudyAnswer(connection: Connection, row: typeof studyAnswer.$inferInsert) {
	connection.insert(studyAnswer).values(row).run();
}

export async function saveTechniqueCard(connection: Connection, row: typeof techniqueCard.$inferInsert) {
	const { card, scheduler, dueAt, updatedAt } = row;
	connection
		.insert(techniqueCard)
		.values(row)
		.onConflictDoUpdate({
			target: [techniqueCard.personId, techniqueCard.technique],
			set: { card, scheduler, dueAt, updatedAt },
		})
		.run();
}

export async function saveStudySetting(
	connection: Connection,
	personId: string,
	change: Partial<Pick<StudySettingRow, 'mirrorOff' | 'mirrorSince'>>,
) {
	connection
		.insert(studySetting)
		.values({ personId, ...change })
		.onConflictDoUpdate({ target: studySetting.personId, set: change })
		.run();
}

/** Sessions and answers change hands; the cards of both go, to be made anew from the history of both. */
export async function giveStudyTo(connection: Connection, fromPersonId: string, toPersonId: string) {
	connection.update(studySession).set({ personId: toPersonId }).where(eq(studySession.personId, fromPersonId)).run();
	connection.update(studyAnswer).set({ personId: toPersonId }).where(eq(studyAnswer.personId, fromPersonId)).run();
	for (const personId of [fromPersonId, toPersonId]) {
		connection.delete(techniqueCard).where(eq(techniqueCard.personId, personId)).run();
	}
}

export async function setFirst(connection: Connection, answerId: string, isFirst: boolean) {
	connection.update(studyAnswer).set({ isFirst }).where(eq(studyAnswer.id, answerId)).run();
}

const openSession = prepared((connection) =>
	connection
		.select()
		.from(studySession)
		.where(and(eq(studySession.personId, sql.placeholder('personId')), isNull(studySession.finishedAt)))
		.orderBy(desc(studySession.openedAt))
		.prepare(),
);

/** Newest first. */
export async function findOpenStudySessions(connection: Connection, personId: string): Promise<StudySessionRow[]> {
	return openSession(connection).all({ personId });
}
