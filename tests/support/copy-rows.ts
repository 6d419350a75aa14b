/** Many rows like one that the product made itself: so a large database costs seconds, and its rows stay what real ones are. */
import Database from 'better-sqlite3';

export type Row = Record<string, unknown>;

export type Copier = {
	/** The only row of a table that fits, such as `one('attempt', 'id', id)`. */
	one(table: string, column: string, value: unknown): Row;
	all(table: string, column: string, value: unknown): Row[];
	insert(table: string, row: Row): void;
};

/** Everything in one transaction on a file that no server has open. */
export function copyRows(file: string, work: (copier: Copier) => void): void {
	const database = new Database(file);
	const inserts = new Map<string, Database.Statement>();
	const copier: Copier = {
		one(table, column, value) {
			const [row] = copier.all(table, column, value);
			if (!row) throw new Error(`No ${table} with ${column} ${String(value)}`);
			return row;
		},
		all: (table, column, value) => database.prepare(`select * from ${table} where ${column} = ?`).all(value) as Row[],
		insert(table, row) {
			const names = Object.keys(row);
			const text = `insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`;
			const statement = inserts.get(text) ?? database.prepare(text);
			inserts.set(text, statement);
			statement.run(row);
		},
	};
	try {
		database.transaction(() => work(copier))();
	} finally {
		database.close();
	}
}
