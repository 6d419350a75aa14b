import { and, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { assignment, exception } from '../database/schema/assignments.ts';
import { classroom, membership } from '../database/schema/classrooms.ts';
import { notice } from '../database/schema/notices.ts';
import { ruling } from '../database/schema/rulings.ts';
import type { Connection } from '../database/store.ts';

export type NoticeKind = (typeof notice.$inferSelect)['kind'];

/**
 * A classroom in the archive tells nothing. Asked of each notice by itself, so that no plan ever walks through the
 * assignments of a whole school.
 */
const isOfOwnClassroom = sql`exists (
	select 1 from ${assignment} join ${membership} on ${membership.classroomId} = ${assignment.classroomId}
		join ${classroom} on ${classroom.id} = ${assignment.classroomId} and ${classroom.archivedAt} is null
	where ${assignment.id} = ${notice.assignmentId} and ${membership.personId} = ${notice.personId}
		and ${membership.role} = 'student'
)`;

const countNew = prepared((connection) =>
	connection
		.select({ new: count() })
		.from(notice)
		.where(and(eq(notice.personId, sql.placeholder('personId')), isNull(notice.seenAt), isOfOwnClassroom))
		.prepare(),
);

/** How many notices a person has not seen: asked by every page of a registered person. */
export async function countNewNotices(connection: Connection, personId: string): Promise<number> {
	return countNew(connection).get({ personId })?.new ?? 0;
}

/** The newest notices of a person, of classrooms that the person is still in. */
export async function findNotices(connection: Connection, personId: string, limit: number) {
	const newest = connection
		.select()
		.from(notice)
		.where(and(eq(notice.personId, personId), isOfOwnClassroom))
		.orderBy(desc(notice.createdAt), notice.id)
		.limit(limit)
		.as('newest');
	return connection
		.select({
			id: newest.id,
			kind: newest.kind,
			createdAt: newest.createdAt,
			seenAt: newest.seenAt,
			assignmentId: newest.assignmentId,
			lesson: assignment.lesson,
			dueAt: assignment.dueAt,
			ownDueAt: exception.dueAt,
			timeZone: classroom.timeZone,
			classroomId: classroom.id,
			classroomName: classroom.name,
			exerciseId: ruling.exerciseId,
		})
		.from(newest)
		.leftJoin(assignment, eq(assignment.id, newest.assignmentId))
		.leftJoin(classroom, eq(classroom.id, assignment.classroomId))
		.leftJoin(exception, and(eq(exception.assignmentId, newest.assignmentId), eq(exception.personId, personId)))
		.leftJoin(ruling, eq(ruling.id, newest.rulingId))
		.orderBy(desc(newest.createdAt), newest.id)
		.all();
}

/** The same id twice is one notice: telling again what was told changes nothing. */
export async function insertNotice(connection: Connection, row: typeof notice.$inferInsert) {
	connection.insert(notice).values(row).onConflictDoNothing().run();
}

/** Takes back what was told of a piece of work, so that it can be told anew. */
export async function deleteNotice(connection: Connection, id: string) {
	connection.delete(notice).where(eq(notice.id, id)).run();
}

/** A due date was moved: who was told of the old one is told of the new one. */
export async function deleteReminders(connection: Connection, assignmentId: string) {
	connection
		.delete(notice)
		.where(and(eq(notice.assignmentId, assignmentId), sql`${notice.kind} = 'due soon'`))
		.run();
}

export async function markSeen(connection: Connection, personId: string, ids: string[], seenAt: number) {
	connection
		.update(notice)
		.set({ seenAt })
		.where(and(eq(notice.personId, personId), inArray(notice.id, ids), isNull(notice.seenAt)))
		.run();
}

/** What was seen long ago is of no use to anybody. */
export async function deleteNoticesSeenBefore(connection: Connection, time: number) {
	connection
		.delete(notice)
		.where(and(isNotNull(notice.seenAt), sql`${notice.seenAt} < ${time}`))
		.run();
}

export async function findNoticesOfPerson(connection: Connection, personId: string) {
	return connection.select().from(notice).where(eq(notice.personId, personId)).orderBy(notice.createdAt).all();
}
