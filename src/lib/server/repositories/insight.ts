/** What the class view of an assignment reads: everything of first attempts that are handed in, without a name. */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { person } from '../database/schema/people.ts';
import { answer, attempt, grade, score } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

/** First attempts alone: later ones were made after the reasons could be read. */
const ofAssignment = and(
	eq(attempt.assignmentId, sql.placeholder('assignmentId')),
	eq(attempt.number, 1),
	isNotNull(attempt.handedInAt),
);

const handedInAnswers = prepared((connection) =>
	connection
		.select({ attemptId: answer.attemptId, content: answer.content })
		.from(attempt)
		.innerJoin(
			answer,
			and(
				eq(answer.attemptId, attempt.id),
				eq(answer.exerciseId, sql.placeholder('exerciseId')),
				eq(answer.tryNumber, 1),
			),
		)
		.where(ofAssignment)
		.prepare(),
);

/** The answers to one exercise; work that is handed in has one try of each. */
export async function findHandedInAnswers(connection: Connection, assignmentId: string, exerciseId: string) {
	return handedInAnswers(connection).all({ assignmentId, exerciseId });
}

const handedInScores = prepared((connection) =>
	connection
		.select({
			attemptId: score.attemptId,
			exerciseId: score.exerciseId,
			earned: score.earned,
			possible: score.possible,
			needsTeacher: score.needsTeacher,
			counts: score.counts,
			createdAt: score.createdAt,
		})
		.from(attempt)
		.innerJoin(score, eq(score.attemptId, attempt.id))
		.where(ofAssignment)
		.prepare(),
);

/** Every score, those of one attempt and exercise in the order in which they were made. */
export async function findHandedInScores(connection: Connection, assignmentId: string) {
	return handedInScores(connection)
		.all({ assignmentId })
		.sort((a, b) => a.createdAt - b.createdAt);
}

const handedInGrades = prepared((connection) =>
	connection
		.select({
			attemptId: grade.attemptId,
			exerciseId: grade.exerciseId,
			points: grade.points,
			createdAt: grade.createdAt,
			id: grade.id,
		})
		.from(attempt)
		.innerJoin(grade, eq(grade.attemptId, attempt.id))
		.where(ofAssignment)
		.prepare(),
);

/** Every decision, those on one attempt and exercise in the order in which they were made. */
export async function findHandedInGrades(connection: Connection, assignmentId: string) {
	return handedInGrades(connection)
		.all({ assignmentId })
		.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

const handedInNames = prepared((connection) =>
	connection
		.select({ attemptId: attempt.id, name: person.displayName })
		.from(attempt)
		.innerJoin(person, eq(person.id, attempt.personId))
		.where(ofAssignment)
		.prepare(),
);

/** Whose work each attempt is: asked only where names may be shown. */
export async function findNamesOfHandedIn(connection: Connection, assignmentId: string) {
	return handedInNames(connection).all({ assignmentId });
}
