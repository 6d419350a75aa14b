/** What a student may see of classmates: the answers of their first hand-in, never with a name or an id. */
import { and, eq, isNotNull, ne, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { answer, attempt } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

const ofClassmates = prepared((connection) =>
	connection
		.select({ exerciseId: answer.exerciseId, content: answer.content })
		.from(attempt)
		.innerJoin(answer, and(eq(answer.attemptId, attempt.id), eq(answer.tryNumber, 1)))
		.where(
			and(
				eq(attempt.assignmentId, sql.placeholder('assignmentId')),
				ne(attempt.personId, sql.placeholder('personId')),
				eq(attempt.number, 1),
				isNotNull(attempt.handedInAt),
				sql`${answer.exerciseId} in (select value from json_each(${sql.placeholder('exerciseIds')}))`,
			),
		)
		.prepare(),
);

/** One answer a classmate and exercise, in no order that means anything. */
export async function findAnswersOfClassmates(
	connection: Connection,
	assignmentId: string,
	personId: string,
	exerciseIds: readonly string[],
) {
	return ofClassmates(connection).all({ assignmentId, personId, exerciseIds: JSON.stringify(exerciseIds) });
}

const ownAttempts = prepared((connection) =>
	connection
		.select({ handedInAt: attempt.handedInAt })
		.from(attempt)
		.where(
			and(eq(attempt.assignmentId, sql.placeholder('assignmentId')), eq(attempt.personId, sql.placeholder('personId'))),
		)
		.prepare(),
);

/** Whether a person has handed in, and has no further attempt open. */
export async function hasHandedInAll(connection: Connection, assignmentId: string, personId: string): Promise<boolean> {
	const own = ownAttempts(connection).all({ assignmentId, personId });
	return own.length > 0 && own.every(({ handedInAt }) => handedInAt !== null);
}
