/** What the first attempts of a classroom saw, over all its assignments: small numbers out of the stored scores. */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { assignment } from '../database/schema/assignments.ts';
import { answer, attempt, score } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

const stored = sql<string | null>`json_extract(${score.detail}, '$.seen')`;

const ofClassroom = prepared((connection) =>
	connection
		.select({
			assignmentId: assignment.id,
			personId: attempt.personId,
			exerciseId: score.exerciseId,
			createdAt: score.createdAt,
			seen: stored,
			/** Only where the score was made before it said what was seen. */
			content: sql<string | null>`case when ${stored} is null then ${answer.content} end`,
		})
		.from(assignment)
		.innerJoin(
			attempt,
			and(eq(attempt.assignmentId, assignment.id), eq(attempt.number, 1), isNotNull(attempt.handedInAt)),
		)
		.innerJoin(score, eq(score.attemptId, attempt.id))
		.leftJoin(
			answer,
			and(eq(answer.attemptId, score.attemptId), eq(answer.exerciseId, score.exerciseId), eq(answer.tryNumber, 1)),
		)
		.where(
			and(
				eq(assignment.classroomId, sql.placeholder('classroomId')),
				eq(score.tryNumber, 1),
				sql`${score.exerciseId} in (select value from json_each(${sql.placeholder('exerciseIds')}))`,
			),
		)
		.prepare(),
);

/** One row a score of one of these exercises; of several for one answer, that of the newest key comes last. */
export async function findSeenInClassroom(connection: Connection, classroomId: string, exerciseIds: readonly string[]) {
	return ofClassroom(connection)
		.all({ classroomId, exerciseIds: JSON.stringify(exerciseIds) })
		.sort((a, b) => a.createdAt - b.createdAt);
}
