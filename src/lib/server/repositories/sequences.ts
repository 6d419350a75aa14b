import { and, eq, isNull, notExists, or, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { assignment, exception } from '../database/schema/assignments.ts';
import { sequence } from '../database/schema/classrooms.ts';
import { attempt } from '../database/schema/work.ts';
import type { Connection } from '../database/store.ts';

export type SequenceRow = typeof sequence.$inferSelect;

export async function insertSequence(connection: Connection, row: SequenceRow) {
	connection.insert(sequence).values(row).run();
}

const byId = prepared((connection) =>
	connection
		.select()
		.from(sequence)
		.where(eq(sequence.id, sql.placeholder('id')))
		.prepare(),
);

export async function findSequence(connection: Connection, id: string): Promise<SequenceRow | undefined> {
	return byId(connection).get({ id });
}

export async function findSequencesOfClassroom(connection: Connection, classroomId: string): Promise<SequenceRow[]> {
	return connection.select().from(sequence).where(eq(sequence.classroomId, classroomId)).all();
}

const stepsOf = prepared((connection) =>
	connection
		.select({ assignment, attempt, exception })
		.from(assignment)
		.leftJoin(
			attempt,
			and(
				eq(attempt.assignmentId, assignment.id),
				eq(attempt.personId, sql.placeholder('personId')),
				sql`${attempt.counts} = 1`,
			),
		)
		.leftJoin(
			exception,
			and(eq(exception.assignmentId, assignment.id), eq(exception.personId, sql.placeholder('personId'))),
		)
		.where(
			and(
				eq(assignment.classroomId, sql.placeholder('classroomId')),
				eq(assignment.sequenceId, sql.placeholder('sequenceId')),
				or(isNull(assignment.onlyFor), eq(assignment.onlyFor, sql.placeholder('personId'))),
			),
		)
		.prepare(),
);

/** The steps of a sequence with what one student has done of them. */
export async function findStepsFor(
	connection: Connection,
	place: { classroomId: string; sequenceId: string; personId: string },
) {
	return stepsOf(connection).all(place);
}

export async function updateSequence(connection: Connection, id: string, change: Pick<SequenceRow, 'name'>) {
	connection.update(sequence).set(change).where(eq(sequence.id, id)).run();
}

/** A sequence whose last step was taken back is no sequence any more. */
export async function deleteEmptySequences(connection: Connection, classroomId: string) {
	const steps = connection
		.select({ id: assignment.id })
		.from(assignment)
		.where(and(eq(assignment.classroomId, classroomId), eq(assignment.sequenceId, sequence.id)));
	connection
		.delete(sequence)
		.where(and(eq(sequence.classroomId, classroomId), notExists(steps)))
		.run();
}
