import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { person } from '../database/schema/people.ts';
import type { Connection } from '../database/store.ts';

export type PersonRow = typeof person.$inferSelect;

export async function findPerson(connection: Connection, id: string) {
	return connection.select().from(person).where(eq(person.id, id)).get();
}

export async function findPersonByUserName(connection: Connection, userName: string) {
	return connection.select().from(person).where(eq(person.userName, userName)).get();
}

export async function hasRegisteredPeople(connection: Connection): Promise<boolean> {
	return (
		connection.select({ id: person.id }).from(person).where(isNotNull(person.userName)).limit(1).get() !== undefined
	);
}

export async function insertPerson(connection: Connection, row: typeof person.$inferInsert) {
	connection.insert(person).values(row).run();
}

export async function updatePerson(connection: Connection, id: string, change: Partial<PersonRow>) {
	connection.update(person).set(change).where(eq(person.id, id)).run();
}

/** Takes sessions, memberships, attempts, answers, scores and grades along (foreign keys cascade). */
export async function deletePerson(connection: Connection, id: string) {
	connection.delete(person).where(eq(person.id, id)).run();
}

export async function deleteGuestsUnseenSince(connection: Connection, time: number) {
	return connection
		.delete(person)
		.where(and(isNull(person.userName), lt(person.lastSeenAt, time)))
		.run().changes;
}
