import { and, eq, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { assignment, exception } from '../database/schema/assignments.ts';
import type { Connection } from '../database/store.ts';

export type ExceptionRow = typeof exception.$inferSelect;

const ofOne = prepared((connection) =>
	connection
		.select()
		.from(exception)
		.where(
			and(
				eq(exception.assignmentId, sql.placeholder('assignmentId')),
				eq(exception.personId, sql.placeholder('personId')),
			),
		)
		.prepare(),
);

export async function findException(
	connection: Connection,
	assignmentId: string,
	personId: string,
): Promise<ExceptionRow | undefined> {
	return ofOne(connection).get({ assignmentId, personId });
}

export async function findExceptionsOfAssignment(
	connection: Connection,
	assignmentId: string,
): Promise<ExceptionRow[]> {
	return connection.select().from(exception).where(eq(exception.assignmentId, assignmentId)).all();
}

const ofClassroom = prepared((connection) =>
	connection
		.select({ exception })
		.from(assignment)
		.innerJoin(exception, eq(exception.assignmentId, assignment.id))
		.where(eq(assignment.classroomId, sql.placeholder('classroomId')))
		.prepare(),
);

export async function findExceptionsOfClassroom(connection: Connection, classroomId: string): Promise<ExceptionRow[]> {
	return ofClassroom(connection)
		.all({ classroomId })
		.map((row) => row.exception);
}

export async function findExceptionsOfPerson(connection: Connection, personId: string) {
	return connection
		.select({ exception, lesson: assignment.lesson })
		.from(exception)
		.innerJoin(assignment, eq(assignment.id, exception.assignmentId))
		.where(eq(exception.personId, personId))
		.orderBy(exception.createdAt)
		.all();
}

/** There is at most one for a student on an assignment: a second one takes the place of the first. */
export async function saveException(connection: Connection, row: ExceptionRow) {
	const { dueAt, excused, createdAt } = row;
	connection
		.insert(exception)
		.values(row)
		.onConflictDoUpdate({
			target: [exception.assignmentId, exception.personId],
			set: { dueAt, excused, createdAt },
		})
		.run();
}

export async function deleteException(connection: Connection, assignmentId: string, personId: string) {
	connection
		.delete(exception)
		.where(and(eq(exception.assignmentId, assignmentId), eq(exception.personId, personId)))
		.run();
}

export async function deleteExceptionsInClassroom(connection: Connection, classroomId: string, personId: string) {
	connection
		.delete(exception)
		.where(
			and(
				eq(exception.personId, personId),
				sql`${exception.assignmentId} in (select ${assignment.id} from ${assignment} where ${assignment.classroomId} = ${classroomId})`,
			),
		)
		.run();
}
