/** What the first attempts of a classroom saw, over all its assignments: small numbers out of the stored scores. */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { assignment } from '../database/schema/assignments.ts';
import { answer, attempt, score } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

/** As the index `score_result` holds it: written otherwise, each long detail would be read and taken apart for it. */
const stored = sql<string | null>`${score.detail} ->> '$.seen'`;

/** Only where the score was made before it said what was seen. */
const givenAnswer = sql<string | null>`case when ${stored} is null then (
	select ${answer.content} from ${answer}
	where ${answer.attemptId} = ${score.attemptId} and ${answer.exerciseId} = ${score.exerciseId} and ${answer.tryNumber} = 1
) end`;

const ofClassroom = prepared((connection) =>
	connection
		.select({
			assignmentId: assignment.id,
			personId: attempt.personId,
			exerciseId: score.exerciseId,
			createdAt: score.createdAt,
			seen: stored,
			content: givenAnswer,
		})
		.from(assignment)
		.innerJoin(
			attempt,
			and(eq(attempt.assignmentId, assignment.id), eq(attempt.number, 1), isNotNull(attempt.handedInAt)),
		)
		.innerJoin(score, eq(score.attemptId, attempt.id))
		.where(
			and(
				eq(assignment.classroomId, sql.placeholder('classroomId')),
				eq(score.tryNumber, 1),
				sql`${score.exerciseId} in (select value from json_each(${sql.placeholder('exerciseIds')}))`,
			),
		)
		.prepare(),
);

export type SeenRow = {
	assignmentId: string;
	personId: string;
	exerciseId: string;
	/** What was seen, as JSON; null in an old score, which comes with the answer. */
	seen: string | null;
	content: string | null;
};

/**
 * One row a score of one of these exercises; of several for one answer, that of the newest key comes last. Read as bare
 * values, as the gradebook's scores are.
 */
export async function findSeenInClassroom(
	connection: Connection,
	classroomId: string,
	exerciseIds: readonly string[],
): Promise<SeenRow[]> {
	const rows = ofClassroom(connection).values({ classroomId, exerciseIds: JSON.stringify(exerciseIds) });
	return (rows as [string, string, string, number, string | null, string | null][])
		.sort((a, b) => a[3] - b[3])
		.map(([assignmentId, personId, exerciseId, , seen, content]) => ({
			assignmentId,
			personId,
			exerciseId,
			seen,
			content,
		}));
}
