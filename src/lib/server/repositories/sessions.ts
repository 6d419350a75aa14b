import { eq, lt, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { person, resetLink, session } from '../database/schema/people.ts';
import type { Connection } from '../database/store.ts';

const lookup = prepared((connection) =>
	connection
		.select({
			personId: session.personId,
			expiresAt: session.expiresAt,
			userName: person.userName,
			displayName: person.displayName,
			lastSeenAt: person.lastSeenAt,
			mustChangePassword: person.mustChangePassword,
		})
		.from(session)
		.innerJoin(person, eq(person.id, session.personId))
		.where(eq(session.id, sql.placeholder('id')))
		.prepare(),
);

/** The session with its person: one prepared statement, because every request of a known person asks it. */
export async function findSession(connection: Connection, id: string) {
	return lookup(connection).get({ id });
}

export async function findSessionsOf(connection: Connection, personId: string) {
	return connection.select().from(session).where(eq(session.personId, personId)).all();
}

export async function insertSession(connection: Connection, row: typeof session.$inferInsert) {
	connection.insert(session).values(row).run();
}

export async function extendSession(connection: Connection, id: string, expiresAt: number) {
	connection.update(session).set({ expiresAt }).where(eq(session.id, id)).run();
}

export async function deleteSession(connection: Connection, id: string) {
	connection.delete(session).where(eq(session.id, id)).run();
}

export async function deleteSessionsOf(connection: Connection, personId: string) {
	connection.delete(session).where(eq(session.personId, personId)).run();
}

export async function deleteSessionsBefore(connection: Connection, time: number) {
	connection.delete(session).where(lt(session.expiresAt, time)).run();
}

export async function insertResetLink(connection: Connection, row: typeof resetLink.$inferInsert) {
	connection.delete(resetLink).where(eq(resetLink.personId, row.personId)).run();
	connection.insert(resetLink).values(row).run();
}

export async function findResetLink(connection: Connection, id: string) {
	return connection.select().from(resetLink).where(eq(resetLink.id, id)).get();
}

export async function deleteResetLink(connection: Connection, id: string) {
	connection.delete(resetLink).where(eq(resetLink.id, id)).run();
}
