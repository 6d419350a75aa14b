import { planMove } from '../../../domain/grading/plan-move.ts';
import type { Connection } from '../../database/store.ts';
import { findAttemptsWithAnswers } from '../../repositories/answers.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';
import { findAttemptsOnAssignment, type AttemptRow } from '../../repositories/attempts.ts';
import { findException, type ExceptionRow } from '../../repositories/exceptions.ts';
import { findAssignmentsFor } from '../../repositories/moving.ts';

/** What becomes of one assignment when its student goes to another classroom. */
export type PlannedMove = {
	source: AssignmentRow;
	/** Asks the same there; null where nothing does. */
	twin: AssignmentRow | null;
	/** With something in them; what was only opened is not work. */
	attempts: AttemptRow[];
	/** Opened, and nothing done. */
	empty: AttemptRow[];
	/** The student has worked on the twin already. */
	own: AttemptRow[];
	exception: ExceptionRow | undefined;
};

/** The same for the preview and for the move itself, which asks again inside its transaction. */
export async function planOfMove(
	connection: Connection,
	move: { personId: string; from: string; to: string },
): Promise<PlannedMove[]> {
	const { personId } = move;
	const sources = await findAssignmentsFor(connection, move.from, personId);
	const targets = await findAssignmentsFor(connection, move.to, personId);
	const plan: PlannedMove[] = [];
	for (const { from, twin: twinId } of planMove(sources, targets)) {
		const source = sources.find(({ id }) => id === from);
		if (!source) continue;
		const twin = targets.find(({ id }) => id === twinId) ?? null;
		const all = await findAttemptsOnAssignment(connection, source.id, personId);
		const begun = await findAttemptsWithAnswers(
			connection,
			all.map(({ id }) => id),
		);
		const isWork = ({ id, handedInAt }: AttemptRow) => handedInAt !== null || begun.has(id);
		plan.push({
			source,
			twin,
			attempts: all.filter(isWork),
			empty: all.filter((attempt) => !isWork(attempt)),
			own: twin ? await findAttemptsOnAssignment(connection, twin.id, personId) : [],
			exception: await findException(connection, source.id, personId),
		});
	}
	return plan;
}
