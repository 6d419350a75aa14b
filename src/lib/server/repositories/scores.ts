import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { person } from '../database/schema/people.ts';
import { attempt, grade, score } from '../database/schema/work.ts';
import { prepared } from '../database/prepared.ts';
import type { Connection } from '../database/store.ts';

export type ScoreRow = typeof score.$inferSelect;
export type GradeRow = typeof grade.$inferSelect;

const scoresOf = prepared((connection) =>
	connection
		.select()
		.from(score)
		.where(eq(score.attemptId, sql.placeholder('attemptId')))
		.orderBy(score.createdAt)
		.prepare(),
);

/** Every score row of an attempt, oldest first: for one exercise and try the last one counts. */
export async function findScores(connection: Connection, attemptId: string): Promise<ScoreRow[]> {
	return scoresOf(connection).all({ attemptId });
}

export async function insertScore(connection: Connection, row: typeof score.$inferInsert) {
	connection.insert(score).values(row).run();
}

const gradesOf = prepared((connection) =>
	connection
		.select()
		.from(grade)
		.where(eq(grade.attemptId, sql.placeholder('attemptId')))
		.orderBy(grade.createdAt, grade.id)
		.prepare(),
);

/** Every decision on an attempt, oldest first. */
export async function findGrades(connection: Connection, attemptId: string): Promise<GradeRow[]> {
	return gradesOf(connection).all({ attemptId });
}

export async function findGradeHistory(connection: Connection, attemptId: string) {
	return connection
		.select({ grade, by: person.displayName })
		.from(grade)
		.leftJoin(person, eq(person.id, grade.gradedBy))
		.where(eq(grade.attemptId, attemptId))
		.orderBy(desc(grade.createdAt), desc(grade.id))
		.all();
}

export async function insertGrade(connection: Connection, row: typeof grade.$inferInsert) {
	connection.insert(grade).values(row).run();
}

export async function findScoresOfAttempts(connection: Connection, attemptIds: string[]) {
	return connection.select().from(score).where(inArray(score.attemptId, attemptIds)).orderBy(score.createdAt).all();
}

export async function findGradesOfAttempts(connection: Connection, attemptIds: string[]) {
	return connection
		.select()
		.from(grade)
		.where(inArray(grade.attemptId, attemptIds))
		.orderBy(grade.createdAt, grade.id)
		.all();
}

export async function findScoresOfPerson(connection: Connection, personId: string) {
	return connection
		.select({ score })
		.from(score)
		.innerJoin(attempt, and(eq(attempt.id, score.attemptId), eq(attempt.personId, personId)))
		.orderBy(score.createdAt)
		.all()
		.map((row) => row.score);
}
