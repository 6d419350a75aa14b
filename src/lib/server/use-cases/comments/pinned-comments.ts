import type { ShownPin } from '../../../exercises/shown.ts';
import type { App } from '../../app.ts';
import { findPinnedComments } from '../../repositories/pinned-comments.ts';

/** The comments on the words of one piece of work, in the order of the text. Only for staff, and at feedback. */
export async function pinnedCommentsOf(app: App, attemptId: string): Promise<ShownPin[]> {
	const rows = await findPinnedComments(app.store.read, attemptId);
	return rows.map(({ pinned: { id, exerciseId, start, end, quote, comment, createdAt }, by }) => {
		return { id, exerciseId, start, end, quote, comment, by: by ?? 'a former teacher', at: createdAt };
	});
}
