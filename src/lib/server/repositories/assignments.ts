import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { assignment, exception } from '../database/schema/assignments.ts';
import { classroom, membership, sequence } from '../database/schema/classrooms.ts';
import { attempt } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

export type AssignmentRow = typeof assignment.$inferSelect;

const byId = prepared((connection) =>
	connection
		.select()
		.from(assignment)
		.where(eq(assignment.id, sql.placeholder('id')))
		.prepare(),
);

export async function findAssignment(connection: Connection, id: string): Promise<AssignmentRow | undefined> {
	return byId(connection).get({ id });
}

export async function findAssignmentsOfClassroom(connection: Connection, classroomId: string) {
	return connection
		.select()
		.from(assignment)
		.where(eq(assignment.classroomId, classroomId))
		.orderBy(desc(assignment.createdAt))
		.all();
}

/** Written out, so that the index on what counts is used. */
const isCounting = sql`${attempt.counts} = 1`;

/** One of the student's that is not handed in and does not count yet, beside the one that counts. */
const anotherOpen = sql<number>`exists (
	select 1 from attempt other
	where other.assignment_id = assignment.id and other.person_id = membership.person_id
		and other.counts = 0 and other.handed_in_at is null
)`.mapWith(Boolean);

/**
 * What a student has to do and has done (the attempt that counts), in all classrooms that are not in the archive, by the class’s due date; work
 * without a date comes last.
 */
export async function findAssignmentsOfStudent(connection: Connection, personId: string) {
	return connection
		.select({
			assignment,
			attempt,
			exception,
			sequence,
			anotherOpen,
			classroomName: classroom.name,
			timeZone: classroom.timeZone,
		})
		.from(membership)
		.innerJoin(classroom, eq(classroom.id, membership.classroomId))
		.innerJoin(assignment, eq(assignment.classroomId, classroom.id))
		.leftJoin(attempt, and(eq(attempt.assignmentId, assignment.id), eq(attempt.personId, personId), isCounting))
		.leftJoin(exception, and(eq(exception.assignmentId, assignment.id), eq(exception.personId, personId)))
		.leftJoin(sequence, eq(sequence.id, assignment.sequenceId))
		.where(
			and(
				eq(membership.personId, personId),
				eq(membership.role, 'student'),
				isNull(classroom.archivedAt),
				or(isNull(assignment.onlyFor), eq(assignment.onlyFor, personId)),
			),
		)
		.orderBy(sql`${assignment.dueAt} is null`, asc(assignment.dueAt), asc(assignment.createdAt))
		.all();
}

const workStillOut = sql<number>`(
	select count(*) from membership m
	left join attempt a on a.assignment_id = assignment.id and a.person_id = m.person_id and a.counts = 1
	left join exception e on e.assignment_id = assignment.id and e.person_id = m.person_id
	where m.classroom_id = assignment.classroom_id and m.role = 'student' and coalesce(e.excused, 0) = 0
		and (assignment.only_for is null or assignment.only_for = m.person_id)
		and (a.handed_in_at is null or (assignment.feedback_rule = 'returned' and a.returned_at is null))
)`;

/** When the last student's time is over. */
const lastDueAt = sql<number | null>`max(
	assignment.due_at,
	coalesce((select max(e.due_at) from exception e where e.assignment_id = assignment.id), 0)
)`;

const closingPractice = prepared((connection) =>
	connection
		.select({
			id: assignment.id,
			rule: assignment.feedbackRule,
			dueAt: lastDueAt,
			feedbackAt: assignment.feedbackAt,
			assignedAt: sql<number>`max(${assignment.createdAt}, coalesce(${assignment.openAt}, 0))`,
			practiceClosed: assignment.practiceClosed,
			workStillOut,
		})
		.from(assignment)
		.innerJoin(classroom, eq(classroom.id, assignment.classroomId))
		.where(
			and(
				eq(assignment.lesson, sql.placeholder('lesson')),
				sql`${assignment.practiceClosed} = 1`,
				isNull(classroom.archivedAt),
			),
		)
		.prepare(),
);

/**
 * Assignments that may keep a lesson closed to practice, with whether work is still to be handed in or returned. Every
 * lesson page asks this.
 */
export async function findAssignmentsClosingPractice(connection: Connection, lesson: string) {
	return closingPractice(connection).all({ lesson });
}

export async function countHandedIn(connection: Connection, classroomId: string) {
	return connection
		.select({
			assignmentId: assignment.id,
			handedIn: sql<number>`count(${attempt.handedInAt})`,
			returned: sql<number>`count(${attempt.returnedAt})`,
		})
		.from(assignment)
		.leftJoin(attempt, and(eq(attempt.assignmentId, assignment.id), isCounting))
		.where(eq(assignment.classroomId, classroomId))
		.groupBy(assignment.id)
		.all();
}

export async function insertAssignment(connection: Connection, row: typeof assignment.$inferInsert) {
	connection.insert(assignment).values(row).run();
}

export async function updateAssignment(connection: Connection, id: string, change: Partial<AssignmentRow>) {
	connection.update(assignment).set(change).where(eq(assignment.id, id)).run();
}

export async function deleteAssignment(connection: Connection, id: string) {
	connection.delete(assignment).where(eq(assignment.id, id)).run();
}
