/** What follows a student into another classroom. */
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { assignment } from '../database/schema/assignments.ts';
import { classroom, membership } from '../database/schema/classrooms.ts';
import { notice } from '../database/schema/notices.ts';
import { challenge } from '../database/schema/rulings.ts';
import { attempt, score } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

/** What a student of the classroom has, or would have: all but what came along with somebody else. */
export async function findAssignmentsFor(connection: Connection, classroomId: string, personId: string) {
	return connection
		.select()
		.from(assignment)
		.where(
			and(eq(assignment.classroomId, classroomId), or(isNull(assignment.onlyFor), eq(assignment.onlyFor, personId))),
		)
		.all();
}

/** The classrooms that a person teaches and that are not in the archive, by name. */
export async function findClassroomsTaught(connection: Connection, personId: string) {
	return connection
		.select({ id: classroom.id, name: classroom.name })
		.from(membership)
		.innerJoin(classroom, eq(classroom.id, membership.classroomId))
		.where(and(eq(membership.personId, personId), eq(membership.role, 'teacher'), isNull(classroom.archivedAt)))
		.orderBy(sql`${classroom.name} collate nocase`, classroom.id)
		.all();
}

export async function deleteAttempts(connection: Connection, ids: string[]) {
	connection.delete(attempt).where(inArray(attempt.id, ids)).run();
}

/** What was told of one assignment is from now on told of the other. */
export async function moveNotices(connection: Connection, personId: string, from: string, to: string) {
	const isFrom = and(eq(notice.personId, personId), eq(notice.assignmentId, from));
	// That it is due soon is told once.
	connection
		.delete(notice)
		.where(
			and(
				isFrom,
				eq(notice.kind, 'due soon'),
				sql`exists (select 1 from notice n where n.assignment_id = ${to} and n.person_id = ${personId} and n.kind = 'due soon')`,
			),
		)
		.run();
	connection.update(notice).set({ assignmentId: to }).where(isFrom).run();
}

export async function moveChallenges(connection: Connection, attemptIds: string[], classroomId: string) {
	connection.update(challenge).set({ classroomId }).where(inArray(challenge.attemptId, attemptIds)).run();
}

/**
 * Says of scores by another classroom's rulings whose they were: rulings are numbered in each classroom, and without it
 * "the first ruling" of one would pass for that of the other.
 */
export async function nameRulingsOf(connection: Connection, attemptIds: string[], classroomId: string) {
	connection
		.update(score)
		.set({ keyVersion: sql`${score.keyVersion} || '@' || ${classroomId}` })
		.where(and(inArray(score.attemptId, attemptIds), sql`instr(${score.keyVersion}, '+') > 0`))
		.run();
}
