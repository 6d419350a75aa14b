import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { assignment, exception } from '../database/schema/assignments.ts';
import { membership } from '../database/schema/classrooms.ts';
import { person } from '../database/schema/people.ts';
import { attempt } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

export type AttemptRow = typeof attempt.$inferSelect;

const byId = prepared((connection) =>
	connection
		.select()
		.from(attempt)
		.where(eq(attempt.id, sql.placeholder('id')))
		.prepare(),
);

export async function findAttempt(connection: Connection, id: string): Promise<AttemptRow | undefined> {
	return byId(connection).get({ id });
}

const practice = prepared((connection) =>
	connection
		.select()
		.from(attempt)
		.where(
			and(
				eq(attempt.personId, sql.placeholder('personId')),
				eq(attempt.lesson, sql.placeholder('lesson')),
				isNull(attempt.assignmentId),
			),
		)
		.orderBy(desc(attempt.openedAt))
		.limit(1)
		.prepare(),
);

/** The newest practice attempt of a person on a lesson, whatever its edition. */
export async function findPracticeAttempt(connection: Connection, personId: string, lesson: string) {
	return practice(connection).get({ personId, lesson });
}

/** Written out, so that the index on what counts is used. */
const isCounting = sql`${attempt.counts} = 1`;

const onAssignment = prepared((connection) =>
	connection
		.select()
		.from(attempt)
		.where(
			and(eq(attempt.assignmentId, sql.placeholder('assignmentId')), eq(attempt.personId, sql.placeholder('personId'))),
		)
		.orderBy(asc(attempt.number))
		.prepare(),
);

/** Every attempt of a person on an assignment, the first one first. */
export async function findAttemptsOnAssignment(
	connection: Connection,
	assignmentId: string,
	personId: string,
): Promise<AttemptRow[]> {
	return onAssignment(connection).all({ assignmentId, personId });
}

/** Every attempt of everybody on an assignment, each person's in their order. */
export async function findAttemptsOfAssignment(connection: Connection, assignmentId: string): Promise<AttemptRow[]> {
	return connection
		.select()
		.from(attempt)
		.where(eq(attempt.assignmentId, assignmentId))
		.orderBy(asc(attempt.personId), asc(attempt.number))
		.all();
}

const forAssignment = prepared((connection) =>
	connection
		.select()
		.from(attempt)
		.where(
			and(
				eq(attempt.assignmentId, sql.placeholder('assignmentId')),
				eq(attempt.personId, sql.placeholder('personId')),
				isCounting,
			),
		)
		.prepare(),
);

/** Of several attempts of a person on an assignment, the one that counts. */
export async function findAttemptForAssignment(connection: Connection, assignmentId: string, personId: string) {
	return forAssignment(connection).get({ assignmentId, personId });
}

export async function findAttemptsOf(connection: Connection, personId: string) {
	return connection.select().from(attempt).where(eq(attempt.personId, personId)).orderBy(attempt.openedAt).all();
}

/** Every student who has the assignment, with the attempt that counts and the exception where there are any, by display name. */
export async function findStudentsWithAttempts(connection: Connection, assignmentId: string) {
	return connection
		.select({
			personId: person.id,
			userName: person.userName,
			displayName: person.displayName,
			attempt: attempt,
			exception: exception,
		})
		.from(assignment)
		.innerJoin(
			membership,
			and(
				eq(membership.classroomId, assignment.classroomId),
				eq(membership.role, 'student'),
				or(isNull(assignment.onlyFor), eq(assignment.onlyFor, membership.personId)),
			),
		)
		.innerJoin(person, eq(person.id, membership.personId))
		.leftJoin(attempt, and(eq(attempt.assignmentId, assignment.id), eq(attempt.personId, person.id), isCounting))
		.leftJoin(exception, and(eq(exception.assignmentId, assignment.id), eq(exception.personId, person.id)))
		.where(eq(assignment.id, assignmentId))
		.orderBy(sql`${person.displayName} collate nocase`, person.id)
		.all();
}

export async function insertAttempt(connection: Connection, row: typeof attempt.$inferInsert) {
	connection.insert(attempt).values(row).run();
}

export async function updateAttempt(connection: Connection, id: string, change: Partial<AttemptRow>) {
	connection.update(attempt).set(change).where(eq(attempt.id, id)).run();
}

export async function giveAttemptsTo(connection: Connection, fromPersonId: string, toPersonId: string) {
	connection.update(attempt).set({ personId: toPersonId }).where(eq(attempt.personId, fromPersonId)).run();
}

/** Takes the answers, scores and grades along. */
export async function deleteAttemptsInClassroom(connection: Connection, classroomId: string, personId: string) {
	connection
		.delete(attempt)
		.where(
			and(
				eq(attempt.personId, personId),
				sql`${attempt.assignmentId} in (select ${assignment.id} from ${assignment} where ${assignment.classroomId} = ${classroomId})`,
			),
		)
		.run();
}
