import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { answer, attempt } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

export type AnswerRow = typeof answer.$inferSelect;
export type AnswerPlace = { attemptId: string; exerciseId: string; tryNumber: number };

const ofAttempt = prepared((connection) =>
	connection
		.select()
		.from(answer)
		.where(eq(answer.attemptId, sql.placeholder('attemptId')))
		.orderBy(answer.exerciseId, answer.tryNumber)
		.prepare(),
);

/** All tries of all exercises of an attempt, tries in order. */
export async function findAnswers(connection: Connection, attemptId: string): Promise<AnswerRow[]> {
	return ofAttempt(connection).all({ attemptId });
}

export async function findAnswer(connection: Connection, place: AnswerPlace): Promise<AnswerRow | undefined> {
	return connection.select().from(answer).where(at(place)).get();
}

export async function findAnswersOfPerson(connection: Connection, personId: string) {
	return connection
		.select({ answer })
		.from(answer)
		.innerJoin(attempt, eq(attempt.id, answer.attemptId))
		.where(eq(attempt.personId, personId))
		.all()
		.map((row) => row.answer);
}

/** Which of these attempts hold at least one saved answer. */
export async function findAttemptsWithAnswers(connection: Connection, attemptIds: string[]): Promise<Set<string>> {
	const rows = connection
		.selectDistinct({ attemptId: answer.attemptId })
		.from(answer)
		.where(inArray(answer.attemptId, attemptIds))
		.all();
	return new Set(rows.map((row) => row.attemptId));
}

const firstSave = prepared((connection) =>
	connection
		.insert(answer)
		.values({
			attemptId: sql.placeholder('attemptId'),
			exerciseId: sql.placeholder('exerciseId'),
			tryNumber: sql.placeholder('tryNumber'),
			revision: 1,
			content: sql.placeholder('content'),
			savedAt: sql.placeholder('savedAt'),
		})
		.onConflictDoNothing()
		.prepare(),
);

const laterSave = prepared((connection) =>
	connection
		.update(answer)
		.set({
			content: sql`${sql.placeholder('content')}`,
			savedAt: sql`${sql.placeholder('savedAt')}`,
			revision: sql`${answer.revision} + 1`,
		})
		.where(
			and(
				eq(answer.attemptId, sql.placeholder('attemptId')),
				eq(answer.exerciseId, sql.placeholder('exerciseId')),
				eq(answer.tryNumber, sql.placeholder('tryNumber')),
				eq(answer.revision, sql.placeholder('revision')),
				isNull(answer.checkedAt),
			),
		)
		.prepare(),
);

/**
 * Saves an answer over the revision it started from (0: there was none). False when another save was first or the
 * answer is closed: the caller says which.
 */
export async function saveAnswer(
	connection: Connection,
	place: AnswerPlace,
	save: { revision: number; content: string; savedAt: number },
): Promise<boolean> {
	if (save.revision > 0) return laterSave(connection).run({ ...place, ...save }).changes === 1;
	const { content, savedAt } = save;
	return firstSave(connection).run({ ...place, content, savedAt }).changes === 1;
}

export async function insertAnswer(connection: Connection, row: typeof answer.$inferInsert) {
	connection.insert(answer).values(row).run();
}

export async function closeAnswer(connection: Connection, place: AnswerPlace, checkedAt: number) {
	connection.update(answer).set({ checkedAt }).where(at(place)).run();
}

const at = (place: AnswerPlace) =>
	and(
		eq(answer.attemptId, place.attemptId),
		eq(answer.exerciseId, place.exerciseId),
		eq(answer.tryNumber, place.tryNumber),
	);
