import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { assignment } from '../database/schema/assignments.ts';
import { person } from '../database/schema/people.ts';
import { explanation } from '../database/schema/rulings.ts';
import { answer, attempt } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

export type ExplanationRow = typeof explanation.$inferSelect;

export async function findExplanation(connection: Connection, id: string) {
	return connection.select().from(explanation).where(eq(explanation.id, id)).get();
}

/** What a classroom has on these documents, each with who wrote it. */
export async function findExplanations(connection: Connection, classroomId: string, documents: string[]) {
	return connection
		.select({ explanation, by: person.displayName })
		.from(explanation)
		.leftJoin(person, eq(person.id, explanation.writtenBy))
		.where(and(eq(explanation.classroomId, classroomId), inArray(explanation.document, documents)))
		.all();
}

/** All of a classroom, the newest first. */
export async function findExplanationsOfClassroom(connection: Connection, classroomId: string) {
	return connection
		.select({ explanation, by: person.displayName })
		.from(explanation)
		.leftJoin(person, eq(person.id, explanation.writtenBy))
		.where(eq(explanation.classroomId, classroomId))
		.orderBy(desc(explanation.createdAt), desc(explanation.id))
		.all();
}

export async function insertExplanation(connection: Connection, row: typeof explanation.$inferInsert) {
	connection.insert(explanation).values(row).run();
}

export async function updateExplanation(
	connection: Connection,
	id: string,
	change: Pick<ExplanationRow, 'words' | 'writtenBy' | 'changedAt'>,
) {
	connection.update(explanation).set(change).where(eq(explanation.id, id)).run();
}

export async function deleteExplanation(connection: Connection, id: string) {
	connection.delete(explanation).where(eq(explanation.id, id)).run();
}

export async function findExplanationsByPerson(connection: Connection, personId: string) {
	return connection.select().from(explanation).where(eq(explanation.writtenBy, personId)).all();
}

/** The answers to one exercise that were handed in for one assignment, each with whose it is. */
export async function findAnswersOfAssignment(connection: Connection, assignmentId: string, exerciseId: string) {
	return connection
		.select({ personId: attempt.personId, editionId: attempt.editionId, content: answer.content })
		.from(attempt)
		.innerJoin(
			answer,
			and(eq(answer.attemptId, attempt.id), eq(answer.exerciseId, exerciseId), eq(answer.tryNumber, 1)),
		)
		.where(
			and(
				eq(attempt.assignmentId, assignmentId),
				// The same in other words: so that its index, which leaves practice out, may be used.
				isNotNull(attempt.assignmentId),
				isNotNull(attempt.handedInAt),
			),
		)
		.all();
}

/** The editions of which a classroom was ever given something. */
export async function findEditionsOfClassroom(connection: Connection, classroomId: string): Promise<string[]> {
	return connection
		.selectDistinct({ editionId: attempt.editionId })
		.from(assignment)
		.innerJoin(attempt, and(eq(attempt.assignmentId, assignment.id), isNotNull(attempt.assignmentId)))
		.where(and(eq(assignment.classroomId, classroomId), sql`${attempt.handedInAt} is not null`))
		.all()
		.map(({ editionId }) => editionId);
}
