import { Conflict } from '../../../domain/errors.ts';
import { isClosed, ownCloseAt, type Exception } from '../../../domain/grading/exceptions.ts';
import { lockedBy, type SequenceStep } from '../../../domain/grading/sequence.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';
import { findSequence, findStepsFor } from '../../repositories/sequences.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';

type StepRow = {
	assignment: AssignmentRow;
	attempt: { handedInAt: number | null } | null;
	exception: Exception | null;
};

/** Nothing of a step that has not opened for this student reaches the student, whichever way it is asked for. */
export async function refuseLockedStep(
	app: App,
	connection: Connection,
	assignment: AssignmentRow,
	personId: string,
): Promise<void> {
	const { classroomId, sequenceId } = assignment;
	if (sequenceId === null) return;
	const sequence = await findSequence(connection, sequenceId);
	if (!sequence?.isStepwise) return;
	const rows = await findStepsFor(connection, { classroomId, sequenceId, personId });
	const before = lockedBy(
		assignment.id,
		rows.map((row) => toStep(app, row)),
	);
	if (!before) return;
	const lesson = rows.find((row) => row.assignment.id === before.assignmentId)?.assignment.lesson ?? '';
	throw new Conflict(`This opens when you have handed in “${lessonTitle(app, lesson)}”.`);
}

export function toStep(app: App, { assignment, attempt, exception }: StepRow): SequenceStep {
	return {
		assignmentId: assignment.id,
		place: assignment.sequencePlace ?? 0,
		handedIn: attempt?.handedInAt != null,
		begun: attempt !== null,
		excused: exception?.excused ?? false,
		closed: isClosed(app.now(), ownCloseAt(assignment, exception)),
	};
}
