import { eq } from 'drizzle-orm';
import { person } from '../database/schema/people.ts';
import { attempt, pinnedComment } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

export type PinnedCommentRow = typeof pinnedComment.$inferSelect;

export async function findPinnedComment(connection: Connection, id: string) {
	return connection.select().from(pinnedComment).where(eq(pinnedComment.id, id)).get();
}

/** All comments on the words of one attempt, in the order of the text, each with who wrote it. */
export async function findPinnedComments(connection: Connection, attemptId: string) {
	return connection
		.select({ pinned: pinnedComment, by: person.displayName })
		.from(pinnedComment)
		.leftJoin(person, eq(person.id, pinnedComment.writtenBy))
		.where(eq(pinnedComment.attemptId, attemptId))
		.orderBy(pinnedComment.start, pinnedComment.end, pinnedComment.createdAt)
		.all();
}

export async function insertPinnedComment(connection: Connection, row: typeof pinnedComment.$inferInsert) {
	connection.insert(pinnedComment).values(row).run();
}

export async function updatePinnedComment(
	connection: Connection,
	id: string,
	change: Pick<PinnedCommentRow, 'comment' | 'writtenBy' | 'createdAt'>,
) {
	connection.update(pinnedComment).set(change).where(eq(pinnedComment.id, id)).run();
}

export async function deletePinnedComment(connection: Connection, id: string) {
	connection.delete(pinnedComment).where(eq(pinnedComment.id, id)).run();
}

/** Comments on the words of a person's work. */
export async function findPinnedCommentsOfPerson(connection: Connection, personId: string) {
	return connection
		.select({ pinned: pinnedComment })
		.from(attempt)
		.innerJoin(pinnedComment, eq(pinnedComment.attemptId, attempt.id))
		.where(eq(attempt.personId, personId))
		.orderBy(pinnedComment.createdAt)
		.all()
		.map(({ pinned }) => pinned);
}
