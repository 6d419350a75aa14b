/** The teachers and assistants of a classroom, and the links that invite more. */
import { and, asc, count, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import { classroom, invitation, membership } from '../database/schema/classrooms.ts';
import { person } from '../database/schema/people.ts';
import type { Connection } from '../database/store.ts';

export type StaffRole = (typeof invitation.$inferSelect)['role'];

/** Teachers first, by display name. */
export async function findStaff(connection: Connection, classroomId: string) {
	return connection
		.select({
			personId: person.id,
			userName: person.userName,
			displayName: person.displayName,
			role: membership.role,
			joinedAt: membership.joinedAt,
		})
		.from(membership)
		.innerJoin(person, eq(person.id, membership.personId))
		.where(and(eq(membership.classroomId, classroomId), inArray(membership.role, ['teacher', 'assistant'])))
		.orderBy(sql`${membership.role} = 'assistant'`, sql`${person.displayName} collate nocase`, person.id)
		.all();
}

export async function countTeachers(connection: Connection, classroomId: string): Promise<number> {
	const row = connection
		.select({ teachers: count() })
		.from(membership)
		.where(and(eq(membership.classroomId, classroomId), eq(membership.role, 'teacher')))
		.get();
	return row?.teachers ?? 0;
}

export async function updateRole(connection: Connection, classroomId: string, personId: string, role: StaffRole) {
	connection
		.update(membership)
		.set({ role })
		.where(and(eq(membership.classroomId, classroomId), eq(membership.personId, personId)))
		.run();
}

/** Links that are too old go at the same time. */
export async function insertInvitation(connection: Connection, row: typeof invitation.$inferInsert) {
	connection
		.delete(invitation)
		.where(and(eq(invitation.classroomId, row.classroomId), lte(invitation.expiresAt, row.createdAt)))
		.run();
	connection.insert(invitation).values(row).run();
}

/** An invitation with its classroom and who made it. */
export async function findInvitation(connection: Connection, id: string) {
	return connection
		.select({
			classroomId: classroom.id,
			classroomName: classroom.name,
			archivedAt: classroom.archivedAt,
			role: invitation.role,
			invitedBy: person.displayName,
			expiresAt: invitation.expiresAt,
		})
		.from(invitation)
		.innerJoin(classroom, eq(classroom.id, invitation.classroomId))
		.leftJoin(person, eq(person.id, invitation.invitedBy))
		.where(eq(invitation.id, id))
		.get();
}

/** Those that still work, the oldest first. */
export async function findOpenInvitations(connection: Connection, classroomId: string, now: number) {
	return connection
		.select({
			id: invitation.id,
			role: invitation.role,
			by: person.displayName,
			createdAt: invitation.createdAt,
			expiresAt: invitation.expiresAt,
		})
		.from(invitation)
		.leftJoin(person, eq(person.id, invitation.invitedBy))
		.where(and(eq(invitation.classroomId, classroomId), gt(invitation.expiresAt, now)))
		.orderBy(asc(invitation.createdAt), invitation.id)
		.all();
}

/** False when it was not there (any more). */
export async function deleteInvitation(connection: Connection, classroomId: string, id: string): Promise<boolean> {
	const deleted = connection
		.delete(invitation)
		.where(and(eq(invitation.id, id), eq(invitation.classroomId, classroomId)))
		.run();
	return deleted.changes === 1;
}
