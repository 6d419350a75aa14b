import { and, asc, count, desc, eq, exists, inArray, isNotNull, isNull, max, notExists, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { assignment } from '../database/schema/assignments.ts';
import { person } from '../database/schema/people.ts';
import { challenge, ruling } from '../database/schema/rulings.ts';
import { answer, attempt, score } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

export type RulingRow = typeof ruling.$inferSelect;
export type ChallengeRow = typeof challenge.$inferSelect;

const ofEdition = prepared((connection) =>
	connection
		.select()
		.from(ruling)
		.where(
			and(eq(ruling.classroomId, sql.placeholder('classroomId')), eq(ruling.editionId, sql.placeholder('editionId'))),
		)
		.orderBy(ruling.number)
		.prepare(),
);

/** The rulings of a classroom on an edition, in order. */
export async function findRulings(connection: Connection, classroomId: string, editionId: string) {
	return ofEdition(connection).all({ classroomId, editionId });
}

export async function findRuling(connection: Connection, id: string): Promise<RulingRow | undefined> {
	return connection.select().from(ruling).where(eq(ruling.id, id)).get();
}

/** The pieces of work whose challenges a ruling answered. */
export async function findAnsweredBy(connection: Connection, rulingId: string) {
	return connection
		.selectDistinct({ attemptId: attempt.id, personId: attempt.personId, assignmentId: assignment.id })
		.from(challenge)
		.innerJoin(attempt, eq(attempt.id, challenge.attemptId))
		.innerJoin(assignment, eq(assignment.id, attempt.assignmentId))
		.where(eq(challenge.rulingId, rulingId))
		.all();
}

export async function findRulingsOfClassroom(connection: Connection, classroomId: string) {
	return connection
		.select({ ruling, by: person.displayName })
		.from(ruling)
		.leftJoin(person, eq(person.id, ruling.ruledBy))
		.where(eq(ruling.classroomId, classroomId))
		.orderBy(desc(ruling.createdAt), desc(ruling.number))
		.all();
}

export async function findLastRulingNumber(connection: Connection, classroomId: string, editionId: string) {
	const row = connection
		.select({ number: max(ruling.number) })
		.from(ruling)
		.where(and(eq(ruling.classroomId, classroomId), eq(ruling.editionId, editionId)))
		.get();
	return row?.number ?? 0;
}

export async function insertRuling(connection: Connection, row: typeof ruling.$inferInsert) {
	connection.insert(ruling).values(row).run();
}

/** Rulings whose attempts are not all scored again yet, the earliest first. */
export async function findUnfinishedRulings(connection: Connection): Promise<RulingRow[]> {
	return connection
		.select()
		.from(ruling)
		.where(isNull(ruling.regradedAt))
		.orderBy(asc(ruling.createdAt), asc(ruling.number))
		.all();
}

export async function finishRuling(connection: Connection, id: string, regradedAt: number) {
	connection
		.update(ruling)
		.set({ regradedAt })
		.where(and(eq(ruling.id, id), isNull(ruling.regradedAt)))
		.run();
}

export type Regrade = {
	classroomId: string;
	editionId: string;
	exerciseId: string;
	/** Key versions: attempts that have a score of the first and none of the second are waiting. */
	from: string;
	to: string;
};

/**
 * The attempts that a regrade has still to score, each with whose it is. What was handed in after the ruling has no
 * score of the earlier version and is not among them.
 */
export async function findAttemptsToRegrade(
	connection: Connection,
	{ classroomId, editionId, exerciseId, from, to }: Regrade,
) {
	const scoreOf = (keyVersion: string) =>
		connection
			.select({ one: sql`1` })
			.from(score)
			.where(and(eq(score.attemptId, attempt.id), eq(score.exerciseId, exerciseId), eq(score.keyVersion, keyVersion)));
	return connection
		.select({ attemptId: attempt.id, personId: attempt.personId, assignmentId: assignment.id })
		.from(assignment)
		.innerJoin(attempt, and(eq(attempt.assignmentId, assignment.id), isNotNull(attempt.assignmentId)))
		.where(
			and(
				eq(assignment.classroomId, classroomId),
				eq(attempt.editionId, editionId),
				isNotNull(attempt.handedInAt),
				exists(scoreOf(from)),
				notExists(scoreOf(to)),
			),
		)
		.all();
}

export async function findChallenge(connection: Connection, id: string) {
	return connection.select().from(challenge).where(eq(challenge.id, id)).get();
}

/** False when the same attempt has an open challenge to the same thing already. */
export async function insertChallenge(connection: Connection, row: typeof challenge.$inferInsert): Promise<boolean> {
	return connection.insert(challenge).values(row).onConflictDoNothing().run().changes === 1;
}

export async function findChallengesOfAttempt(connection: Connection, attemptId: string): Promise<ChallengeRow[]> {
	return connection
		.select()
		.from(challenge)
		.where(eq(challenge.attemptId, attemptId))
		.orderBy(challenge.createdAt)
		.all();
}

/** Challenges that wait for a ruling, the oldest first, each with whose work it is about. */
export async function findOpenChallenges(connection: Connection, classroomId: string) {
	return connection
		.select({
			challenge,
			personId: attempt.personId,
			student: person.displayName,
			editionId: attempt.editionId,
			lesson: attempt.lesson,
			assignmentId: assignment.id,
		})
		.from(challenge)
		.innerJoin(attempt, eq(attempt.id, challenge.attemptId))
		.innerJoin(assignment, eq(assignment.id, attempt.assignmentId))
		.innerJoin(person, eq(person.id, attempt.personId))
		.where(and(eq(challenge.classroomId, classroomId), isNull(challenge.rulingId)))
		.orderBy(challenge.createdAt, challenge.id)
		.all();
}

/** How many challenges wait, by assignment. */
export async function countOpenChallenges(connection: Connection, classroomId: string) {
	const rows = connection
		.select({ assignmentId: attempt.assignmentId, open: count() })
		.from(challenge)
		.innerJoin(attempt, eq(attempt.id, challenge.attemptId))
		.where(and(eq(challenge.classroomId, classroomId), isNull(challenge.rulingId)))
		.groupBy(attempt.assignmentId)
		.all();
	return new Map(rows.map(({ assignmentId, open }) => [assignmentId ?? '', open]));
}

/** How many challenges each ruling of a classroom has answered. */
export async function countAnsweredChallenges(connection: Connection, classroomId: string) {
	const rows = connection
		.select({ rulingId: challenge.rulingId, answered: count() })
		.from(challenge)
		.where(and(eq(challenge.classroomId, classroomId), isNotNull(challenge.rulingId)))
		.groupBy(challenge.rulingId)
		.all();
	return new Map(rows.map(({ rulingId, answered }) => [rulingId ?? '', answered]));
}

export async function answerChallenges(connection: Connection, ids: string[], rulingId: string) {
	connection
		.update(challenge)
		.set({ rulingId })
		.where(and(inArray(challenge.id, ids), isNull(challenge.rulingId)))
		.run();
}

export async function findChallengesOfPerson(connection: Connection, personId: string) {
	return connection
		.select({ challenge, lesson: attempt.lesson, answer: ruling.answer, decision: ruling.decision })
		.from(attempt)
		.innerJoin(challenge, eq(challenge.attemptId, attempt.id))
		.leftJoin(ruling, eq(ruling.id, challenge.rulingId))
		.where(eq(attempt.personId, personId))
		.orderBy(challenge.createdAt)
		.all();
}

/** What the classroom handed in for one exercise of an edition. */
export async function findHandedInAnswers(
	connection: Connection,
	{ classroomId, editionId, exerciseId }: { classroomId: string; editionId: string; exerciseId: string },
) {
	return connection
		.select({ attemptId: attempt.id, personId: attempt.personId, content: answer.content })
		.from(assignment)
		.innerJoin(attempt, and(eq(attempt.assignmentId, assignment.id), isNotNull(attempt.assignmentId)))
		.innerJoin(
			answer,
			and(eq(answer.attemptId, attempt.id), eq(answer.exerciseId, exerciseId), eq(answer.tryNumber, 1)),
		)
		.where(
			and(eq(assignment.classroomId, classroomId), eq(attempt.editionId, editionId), isNotNull(attempt.handedInAt)),
		)
		.all();
}
