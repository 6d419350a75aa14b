import type { Connection } from './store.ts';

/** Prepares a statement once for each connection: building a query anew costs several times what running it does. */
export function prepared<Statement>(
	prepare: (connection: Connection) => Statement,
): (connection: Connection) => Statement {
	const statements = new WeakMap<Connection, Statement>();
	return (connection) => {
		const known = statements.get(connection);
		if (known) return known;
		const statement = prepare(connection);
		statements.set(connection, statement);
		return statement;
	};
}
