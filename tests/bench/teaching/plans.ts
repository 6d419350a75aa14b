/** The plan of every query that a page asks, read from the queries themselves while the page is made. */
import Database from 'better-sqlite3';

export type Plan = { query: string; steps: string[]; scans: string[] };

/** Small tables, and subqueries that were made on the way, may be read whole. */
const MAY_BE_SCANNED = /^SCAN (?:CONSTANT ROW|\(subquery|json_each)/u;

/** @param queries as they were run, with their values */
export function plansOf(file: string, queries: Iterable<string>): Plan[] {
	const database = new Database(file, { readonly: true });
	try {
		const plans = new Map<string, Plan>();
		for (const query of queries) {
			if (!/^\s*(select|with)/iu.test(query)) continue;
			const shape = query
				.replaceAll(/\/\*\+\d+ bytes\*\//gu, '')
				.replaceAll(/'[^']*'/gu, '?')
				.replaceAll(/\b\d+(?:\.\d+)?\b/gu, '?');
			if (plans.has(shape)) continue;
			const rows = database.prepare(`explain query plan ${query}`).all() as { detail: string }[];
			const steps = rows.map(({ detail }) => detail);
			const made = steps.flatMap((step) => /^(?:CO-ROUTINE|MATERIALIZE) (\S+)/u.exec(step)?.[1] ?? []);
			const scans = steps.filter(
				(step) => step.startsWith('SCAN ') && !MAY_BE_SCANNED.test(step) && !made.includes(step.split(' ')[1] ?? ''),
			);
			plans.set(shape, { query: shape, steps, scans });
		}
		return [...plans.values()];
	} finally {
		database.close();
	}
}

export function planInWords({ query, steps }: Plan): string {
	const tables = query.replaceAll(/["\s]+/gu, ' ').replace(/^.*? from /u, 'from ');
	return `${tables.length > 110 ? `${tables.slice(0, 109)}…` : tables}\n    ${steps.join('\n    ')}`;
}
