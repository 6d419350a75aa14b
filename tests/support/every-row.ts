import { sql } from 'drizzle-orm';
import type { Store } from '../../src/lib/server/database/store.ts';

/** Everything that a database holds, by table: to see that nothing changed. */
export function everyRow(store: Store): Record<string, unknown[]> {
	const tables = store.read.all<{ name: string }>(
		sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
	);
	return Object.fromEntries(
		tables.map(({ name }) => [name, store.read.all(sql`select * from ${sql.identifier(name)}`)]),
	);
}
