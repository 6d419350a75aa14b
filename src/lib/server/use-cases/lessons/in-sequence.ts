import { lockedBy, type SequenceStep } from '../../../domain/grading/sequence.ts';
import type { App } from '../../app.ts';
import type { findAssignmentsOfStudent } from '../../repositories/assignments.ts';
import { toStep } from '../assignments/locked-step.ts';
import { lessonTitle } from './lesson-title.ts';

type StudentRow = Awaited<ReturnType<typeof findAssignmentsOfStudent>>[number];

export type InSequence = {
	/** Where it is one of several that are done in an order; `place` is among those that are still there. */
	sequence: { id: string; name: string; place: number; of: number; isStepwise: boolean } | null;
	/** The title of what has to be handed in before it opens. */
	waitsFor: string | null;
};

/** Says of each assignment of one student where in its sequence it stands, and what it waits for. */
export function inSequences(app: App, rows: readonly StudentRow[]): (row: StudentRow) => InSequence {
	const bySequence = Map.groupBy(rows, ({ assignment }) => assignment.sequenceId);
	const steps = new Map<string | null, SequenceStep[]>(
		[...bySequence].map(([id, own]) => [id, own.map((row) => toStep(app, row)).toSorted((a, b) => a.place - b.place)]),
	);
	const titleOf = (assignmentId: string) =>
		lessonTitle(app, rows.find(({ assignment }) => assignment.id === assignmentId)?.assignment.lesson ?? '');

	return ({ assignment, sequence }) => {
		if (!sequence) return { sequence: null, waitsFor: null };
		const own = steps.get(sequence.id) ?? [];
		const { id, name, isStepwise } = sequence;
		const place = own.findIndex(({ assignmentId }) => assignmentId === assignment.id) + 1;
		const before = isStepwise ? lockedBy(assignment.id, own) : null;
		return {
			sequence: { id, name, place, of: own.length, isStepwise },
			waitsFor: before && titleOf(before.assignmentId),
		};
	};
}
