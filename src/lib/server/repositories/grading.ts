/** What teachers are still deciding, and what waits for them. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { assignment } from '../database/schema/assignments.ts';
import { classroom, membership } from '../database/schema/classrooms.ts';
import { person } from '../database/schema/people.ts';
import { attempt, gradeDraft, score } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

export type GradeDraftRow = typeof gradeDraft.$inferSelect;

/** The drafts on one piece of work, each with who saved it last. */
export async function findDrafts(connection: Connection, attemptId: string) {
	return connection
		.select({ draft: gradeDraft, by: person.displayName })
		.from(gradeDraft)
		.leftJoin(person, eq(person.id, gradeDraft.savedBy))
		.where(eq(gradeDraft.attemptId, attemptId))
		.all();
}

export async function findDraft(connection: Connection, attemptId: string, exerciseId: string) {
	return connection
		.select({ draft: gradeDraft, by: person.displayName })
		.from(gradeDraft)
		.leftJoin(person, eq(person.id, gradeDraft.savedBy))
		.where(and(eq(gradeDraft.attemptId, attemptId), eq(gradeDraft.exerciseId, exerciseId)))
		.get();
}

export async function findDraftsOfAttempts(connection: Connection, attemptIds: string[]): Promise<GradeDraftRow[]> {
	return connection.select().from(gradeDraft).where(inArray(gradeDraft.attemptId, attemptIds)).all();
}

export async function saveDraft(connection: Connection, row: GradeDraftRow) {
	connection
		.insert(gradeDraft)
		.values(row)
		.onConflictDoUpdate({ target: [gradeDraft.attemptId, gradeDraft.exerciseId], set: row })
		.run();
}

export async function deleteDraft(connection: Connection, attemptId: string, exerciseId: string) {
	connection
		.delete(gradeDraft)
		.where(and(eq(gradeDraft.attemptId, attemptId), eq(gradeDraft.exerciseId, exerciseId)))
		.run();
}

/** So many exercises of handed-in work count, need a teacher, and have no points from one. */
const stillToGrade = sql<number>`(
	select count(distinct s.exercise_id) from score s
	where s.attempt_id = attempt.id and s.needs_teacher = 1 and s.possible > 0 and coalesce((
		select g.points from grade g where g.attempt_id = s.attempt_id and g.exercise_id = s.exercise_id
		order by g.created_at desc, g.id desc limit 1
	), -1) = -1
)`;

/** After every hand-in and every grade: how much of this work waits for a teacher. */
export async function countToGrade(connection: Connection, attemptId: string) {
	connection.update(attempt).set({ toGrade: stillToGrade }).where(eq(attempt.id, attemptId)).run();
}

/** So many of the exercises that wait have points in a draft. */
const drafted = sql`(
	select count(*) from grade_draft d
	where d.attempt_id = attempt.id and d.points is not null
		and exists (
			select 1 from score s
			where s.attempt_id = d.attempt_id and s.exercise_id = d.exercise_id and s.needs_teacher = 1 and s.possible > 0
		)
		and not exists (
			select 1 from grade g
			where g.attempt_id = d.attempt_id and g.exercise_id = d.exercise_id and g.points is not null
		)
)`;

/** Where a later attempt may still turn out to be the better one, each of them has to be graded. */
const matters = sql`(attempt.counts = 1 or assignment.counts_attempt = 'best')`;
const isExcused = sql`exists (
	select 1 from exception e
	where e.assignment_id = attempt.assignment_id and e.person_id = attempt.person_id and e.excused = 1
)`;
const isInClass = sql`exists (
	select 1 from membership m
	where m.classroom_id = assignment.classroom_id and m.person_id = attempt.person_id and m.role = 'student'
)`;

/** The assignments of the classrooms where a person grades; of one classroom, where it is named. */
const gradedBy = (personId: string, classroomId: string | null) =>
	and(
		eq(membership.personId, personId),
		sql`${membership.role} in ('teacher', 'assistant')`,
		sql`${classroom.archivedAt} is null`,
		classroomId === null ? undefined : eq(membership.classroomId, classroomId),
	);

/** By assignment: handed-in work that needs a teacher's points, and how much of that has them in a draft already. */
export async function findWorkToGrade(connection: Connection, personId: string, classroomId: string | null) {
	const open = sql<number>`(attempt.to_grade > ${drafted})`;
	return connection
		.select({
			assignmentId: assignment.id,
			toGrade: sql<number>`sum(${open})`,
			drafts: sql<number>`sum(not ${open})`,
			late: sql<number>`sum(${open} and attempt.late)`,
			oldestAt: sql<number>`min(attempt.handed_in_at)`,
			oldestId: sql<string>`(
				select first.id from attempt first
				where first.assignment_id = assignment.id and first.to_grade > 0
				order by first.handed_in_at limit 1
			)`,
		})
		.from(membership)
		.innerJoin(classroom, eq(classroom.id, membership.classroomId))
		.innerJoin(assignment, eq(assignment.classroomId, classroom.id))
		.innerJoin(attempt, and(eq(attempt.assignmentId, assignment.id), sql`attempt.to_grade > 0`))
		.where(and(gradedBy(personId, classroomId), matters, isInClass, sql`not ${isExcused}`))
		.groupBy(assignment.id)
		.all();
}

/** By assignment whose feedback waits for it: handed-in work that was not returned. */
export async function findWorkToReturn(connection: Connection, personId: string, classroomId: string | null) {
	return connection
		.select({
			assignmentId: assignment.id,
			toReturn: sql<number>`count(*)`,
			oldestAt: sql<number>`min(attempt.handed_in_at)`,
		})
		.from(membership)
		.innerJoin(classroom, eq(classroom.id, membership.classroomId))
		.innerJoin(assignment, and(eq(assignment.classroomId, classroom.id), eq(assignment.feedbackRule, 'returned')))
		.innerJoin(
			attempt,
			and(
				eq(attempt.assignmentId, assignment.id),
				sql`attempt.handed_in_at is not null`,
				sql`attempt.returned_at is null`,
			),
		)
		.where(and(gradedBy(personId, classroomId), isInClass))
		.groupBy(assignment.id)
		.all();
}

/** The assignments that a queue names, with their classrooms. */
export async function findQueuedAssignments(connection: Connection, assignmentIds: string[]) {
	return connection
		.select({
			id: assignment.id,
			lesson: assignment.lesson,
			dueAt: assignment.dueAt,
			namesHidden: assignment.namesHidden,
			classroomId: classroom.id,
			classroomName: classroom.name,
		})
		.from(assignment)
		.innerJoin(classroom, eq(classroom.id, assignment.classroomId))
		.where(inArray(assignment.id, assignmentIds))
		.all();
}

/** Students of a classroom in the order in which they joined: so nobody's number changes when another one comes. */
export async function findJoined(connection: Connection, classroomId: string): Promise<string[]> {
	return connection
		.select({ personId: membership.personId })
		.from(membership)
		.where(and(eq(membership.classroomId, classroomId), eq(membership.role, 'student')))
		.orderBy(asc(membership.joinedAt), asc(membership.personId))
		.all()
		.map(({ personId }) => personId);
}

/** Handed in and not returned, of one assignment, in the order of handing in. */
export async function findAttemptsToReturn(connection: Connection, assignmentId: string) {
	return connection
		.select({ attempt, isToGrade: sql<boolean>`attempt.to_grade > ${drafted}`.mapWith(Boolean) })
		.from(assignment)
		.innerJoin(
			attempt,
			and(
				eq(attempt.assignmentId, assignment.id),
				sql`attempt.handed_in_at is not null`,
				sql`attempt.returned_at is null`,
			),
		)
		.where(and(eq(assignment.id, assignmentId), isInClass))
		.orderBy(asc(attempt.handedInAt))
		.all();
}

/** Every student of the assignment's classroom with each of their attempts, or none, by display name. */
export async function findPile(connection: Connection, assignmentId: string) {
	return connection
		.select({ personId: person.id, displayName: person.displayName, userName: person.userName, attempt })
		.from(assignment)
		.innerJoin(membership, and(eq(membership.classroomId, assignment.classroomId), eq(membership.role, 'student')))
		.innerJoin(person, eq(person.id, membership.personId))
		.leftJoin(attempt, and(eq(attempt.assignmentId, assignment.id), eq(attempt.personId, person.id)))
		.where(
			and(
				eq(assignment.id, assignmentId),
				sql`(${assignment.onlyFor} is null or ${assignment.onlyFor} = ${membership.personId})`,
			),
		)
		.orderBy(sql`${person.displayName} collate nocase`, person.id, attempt.number)
		.all();
}

/** The exercises of handed-in work that a teacher gives the points for. Read from an index alone. */
export async function findNeedingTeacher(connection: Connection, attemptIds: string[]) {
	return connection
		.selectDistinct({ attemptId: score.attemptId, exerciseId: score.exerciseId })
		.from(score)
		.where(and(inArray(score.attemptId, attemptIds), eq(score.needsTeacher, true), sql`${score.possible} > 0`))
		.all();
}
