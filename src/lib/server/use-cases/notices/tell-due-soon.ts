import type { App } from '../../app.ts';
import { findDueSoon } from '../../repositories/due-soon.ts';
import { insertNotice } from '../../repositories/notices.ts';

const HOUR = 60 * 60 * 1000;
/** So long before the due date a student who has not handed in is told, once. */
const SOON_MS = 24 * HOUR;
/** Work was announced when it was given: who heard of it today is not reminded of it today. */
const FRESH_MS = 12 * HOUR;

/** Tells everybody whose work is due within a day. The server calls it every few minutes; says how many were told. */
export async function tellDueSoon(app: Pick<App, 'store' | 'now' | 'newId'>): Promise<number> {
	const now = app.now();
	const window = { now, until: now + SOON_MS, givenBefore: now - FRESH_MS };
	// Most of the time there is nobody, and nothing is written.
	if ((await findDueSoon(app.store.read, window)).length === 0) return 0;
	return app.store.write(async (transaction) => {
		const found = await findDueSoon(transaction, window);
		for (const { assignmentId, personId } of found) {
			const id = `due/${assignmentId}/${personId}`;
			await insertNotice(transaction, { id, personId, kind: 'due soon', assignmentId, createdAt: now });
		}
		return found.length;
	});
}
