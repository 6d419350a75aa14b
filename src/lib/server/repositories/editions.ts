import { eq } from 'drizzle-orm';
import { edition } from '../database/schema/editions.ts';
import type { Connection } from '../database/store.ts';

export async function findEdition(connection: Connection, id: string) {
	return connection.select().from(edition).where(eq(edition.id, id)).get();
}

export async function insertEditionOnce(connection: Connection, row: typeof edition.$inferInsert) {
	connection.insert(edition).values(row).onConflictDoNothing().run();
}
