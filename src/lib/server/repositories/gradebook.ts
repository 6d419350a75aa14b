/** Everything that a classroom's gradebook is made of, for all of its students or for one. */
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { assignment } from '../database/schema/assignments.ts';
import { category, classroom } from '../database/schema/classrooms.ts';
import { attempt, grade, score } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';
import type { ScoreRow } from './scores.ts';

export type CategoryRow = typeof category.$inferSelect;

/** In the order in which they were given. */
export async function findGradedAssignments(connection: Connection, classroomId: string) {
	return connection
		.select()
		.from(assignment)
		.where(eq(assignment.classroomId, classroomId))
		.orderBy(asc(assignment.createdAt), asc(assignment.id))
		.all();
}

export async function findCategories(connection: Connection, classroomId: string): Promise<CategoryRow[]> {
	return connection
		.select()
		.from(category)
		.where(eq(category.classroomId, classroomId))
		.orderBy(asc(category.createdAt), asc(category.id))
		.all();
}

export async function findHandedIn(connection: Connection, classroomId: string, personId: string | null) {
	return connection
		.select({
			id: attempt.id,
			personId: attempt.personId,
			assignmentId: assignment.id,
			handedInAt: attempt.handedInAt,
			late: attempt.late,
			returnedAt: attempt.returnedAt,
		})
		.from(assignment)
		.innerJoin(attempt, eq(attempt.assignmentId, assignment.id))
		.where(handedInBy(classroomId, personId))
		.all();
}

export type BareScore = Pick<ScoreRow, 'attemptId' | 'exerciseId' | 'earned' | 'needsTeacher' | 'counts'>;

/**
 * Every score of handed-in work without its details, the oldest first. Read from an index alone, and as bare values: a
 * large classroom has a hundred thousand, and drizzle takes longer to name the columns of each than SQLite to find it.
 */
export async function findScoresOfClassroom(
	connection: Connection,
	classroomId: string,
	personId: string | null,
): Promise<BareScore[]> {
	const rows = connection
		.select({
			attemptId: score.attemptId,
			exerciseId: score.exerciseId,
			earned: score.earned,
			needsTeacher: score.needsTeacher,
			counts: score.counts,
		})
		.from(assignment)
		.innerJoin(attempt, eq(attempt.assignmentId, assignment.id))
		.innerJoin(score, eq(score.attemptId, attempt.id))
		.where(handedInBy(classroomId, personId))
		.orderBy(score.createdAt)
		.values() as [string, string, number, 0 | 1, BareScore['counts']][];
	return rows.map(([attemptId, exerciseId, earned, needsTeacher, counts]) => ({
		attemptId,
		exerciseId,
		earned,
		needsTeacher: needsTeacher === 1,
		counts,
	}));
}

/** Every decision on handed-in work, the oldest first. */
export async function findGradesOfClassroom(connection: Connection, classroomId: string, personId: string | null) {
	return connection
		.select({ attemptId: grade.attemptId, exerciseId: grade.exerciseId, points: grade.points })
		.from(assignment)
		.innerJoin(attempt, eq(attempt.assignmentId, assignment.id))
		.innerJoin(grade, eq(grade.attemptId, attempt.id))
		.where(handedInBy(classroomId, personId))
		.orderBy(grade.createdAt, grade.id)
		.all();
}

const handedInBy = (classroomId: string, personId: string | null) =>
	and(
		eq(assignment.classroomId, classroomId),
		sql`${attempt.counts} = 1`,
		isNotNull(attempt.handedInAt),
		personId === null ? undefined : eq(attempt.personId, personId),
	);

export async function insertCategory(connection: Connection, row: CategoryRow) {
	connection.insert(category).values(row).run();
}

export async function updateCategory(connection: Connection, id: string, change: Partial<CategoryRow>) {
	connection.update(category).set(change).where(eq(category.id, id)).run();
}

/** Its assignments are without a category from then on. */
export async function deleteCategory(connection: Connection, id: string) {
	connection.update(assignment).set({ categoryId: null }).where(eq(assignment.categoryId, id)).run();
	connection.delete(category).where(eq(category.id, id)).run();
}

export async function updateOtherWork(
	connection: Connection,
	classroomId: string,
	change: { otherWeight: number; otherDropLowest: number },
) {
	connection.update(classroom).set(change).where(eq(classroom.id, classroomId)).run();
}
