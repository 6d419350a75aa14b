import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { assignment } from '../database/schema/assignments.ts';
import { classroom, membership } from '../database/schema/classrooms.ts';
import { person } from '../database/schema/people.ts';
import type { Connection } from '../database/store.ts';

export type ClassroomRow = typeof classroom.$inferSelect;
export type Role = (typeof membership.$inferSelect)['role'];

export async function findClassroom(connection: Connection, id: string) {
	return connection.select().from(classroom).where(eq(classroom.id, id)).get();
}

export async function findClassroomByCode(connection: Connection, joinCode: string) {
	return connection.select().from(classroom).where(eq(classroom.joinCode, joinCode)).get();
}

const ownMembership = prepared((connection) =>
	connection
		.select({ role: membership.role, archivedAt: classroom.archivedAt })
		.from(membership)
		.innerJoin(classroom, eq(classroom.id, membership.classroomId))
		.where(
			and(
				eq(membership.classroomId, sql.placeholder('classroomId')),
				eq(membership.personId, sql.placeholder('personId')),
			),
		)
		.prepare(),
);

/** What a person is in a classroom, with whether it is in the archive. */
export async function findMembership(connection: Connection, classroomId: string, personId: string) {
	return ownMembership(connection).get({ classroomId, personId });
}

export async function findRole(connection: Connection, classroomId: string, personId: string): Promise<Role | null> {
	return ownMembership(connection).get({ classroomId, personId })?.role ?? null;
}

const archiveOf = prepared((connection) =>
	connection
		.select({ archivedAt: classroom.archivedAt })
		.from(assignment)
		.innerJoin(classroom, eq(classroom.id, assignment.classroomId))
		.where(eq(assignment.id, sql.placeholder('assignmentId')))
		.prepare(),
);

/** Whether an assignment belongs to a classroom in the archive. Every save of assigned work asks this. */
export async function isArchived(connection: Connection, assignmentId: string): Promise<boolean> {
	return archiveOf(connection).get({ assignmentId })?.archivedAt != null;
}

/** A person's classrooms with the role in each and the number of students. */
export async function findClassroomsOf(connection: Connection, personId: string) {
	const others = connection
		.select({ classroomId: membership.classroomId, students: count().as('students') })
		.from(membership)
		.where(eq(membership.role, 'student'))
		.groupBy(membership.classroomId)
		.as('others');
	return connection
		.select({
			id: classroom.id,
			name: classroom.name,
			joinCode: classroom.joinCode,
			archivedAt: classroom.archivedAt,
			role: membership.role,
			students: sql<number>`coalesce(${others.students}, 0)`,
		})
		.from(membership)
		.innerJoin(classroom, eq(classroom.id, membership.classroomId))
		.leftJoin(others, eq(others.classroomId, classroom.id))
		.where(eq(membership.personId, personId))
		.orderBy(sql`${classroom.name} collate nocase`)
		.all();
}

export async function findStudents(connection: Connection, classroomId: string) {
	return connection
		.select({
			personId: person.id,
			userName: person.userName,
			displayName: person.displayName,
			joinedAt: membership.joinedAt,
		})
		.from(membership)
		.innerJoin(person, eq(person.id, membership.personId))
		.where(and(eq(membership.classroomId, classroomId), eq(membership.role, 'student')))
		.orderBy(sql`${person.displayName} collate nocase`, person.id)
		.all();
}

export async function isStaffSomewhere(connection: Connection, personId: string): Promise<boolean> {
	const row = connection
		.select({ role: membership.role })
		.from(membership)
		.where(and(eq(membership.personId, personId), inArray(membership.role, ['teacher', 'assistant'])))
		.limit(1)
		.get();
	return row !== undefined;
}

/** Classrooms that would be left without any teacher if this person went. */
export async function findClassroomsTaughtAlone(connection: Connection, personId: string) {
	return connection
		.select({ id: classroom.id, name: classroom.name })
		.from(membership)
		.innerJoin(classroom, eq(classroom.id, membership.classroomId))
		.where(
			and(
				eq(membership.personId, personId),
				eq(membership.role, 'teacher'),
				sql`(select count(*) from membership m where m.classroom_id = ${classroom.id} and m.role = 'teacher') = 1`,
			),
		)
		.all();
}

export async function insertClassroom(connection: Connection, row: typeof classroom.$inferInsert) {
	connection.insert(classroom).values(row).run();
}

export async function updateClassroom(connection: Connection, id: string, change: Partial<ClassroomRow>) {
	connection.update(classroom).set(change).where(eq(classroom.id, id)).run();
}

export async function deleteClassroom(connection: Connection, id: string) {
	connection.delete(classroom).where(eq(classroom.id, id)).run();
}

export async function insertMembership(connection: Connection, row: typeof membership.$inferInsert) {
	connection.insert(membership).values(row).onConflictDoNothing().run();
}

export async function deleteMembership(connection: Connection, classroomId: string, personId: string) {
	connection
		.delete(membership)
		.where(and(eq(membership.classroomId, classroomId), eq(membership.personId, personId)))
		.run();
}
