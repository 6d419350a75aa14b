/** A sequence as a whole: its name, and taking it back with all of its lessons. */
import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { deleteAssignment, findAssignmentsOfClassroom } from '../../repositories/assignments.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { deleteEmptySequences, findSequence, updateSequence, type SequenceRow } from '../../repositories/sequences.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';
import { readSequenceName } from './assign-sequence.ts';

/** Its lessons stand in their order. */
export async function viewSequence(app: App, actor: Actor, sequenceId: string) {
	const { id, name, isStepwise, classroomId } = await authorizeFor(app, actor, sequenceId);
	const classroom = await findClassroom(app.store.read, classroomId);
	const assignments = await findAssignmentsOfClassroom(app.store.read, classroomId);
	return {
		id,
		name,
		isStepwise,
		classroom: { id: classroomId, name: classroom?.name ?? '', timeZone: classroom?.timeZone ?? 'UTC' },
		lessons: assignments
			.filter((assignment) => assignment.sequenceId === id)
			.toSorted((a, b) => (a.sequencePlace ?? 0) - (b.sequencePlace ?? 0))
			.map(({ id: assignmentId, lesson, dueAt }) => ({ assignmentId, title: lessonTitle(app, lesson), dueAt })),
	};
}

export async function renameSequence(app: App, actor: Actor, sequenceId: string, typed: string): Promise<void> {
	const { id } = await authorizeFor(app, actor, sequenceId);
	const name = readSequenceName(typed);
	await app.store.write((transaction) => updateSequence(transaction, id, { name }));
}

/** Takes every lesson of it back, with all work done for them. */
export async function withdrawSequence(app: App, actor: Actor, sequenceId: string, sure: boolean): Promise<void> {
	const { id, classroomId } = await authorizeFor(app, actor, sequenceId);
	if (!sure) throw new Invalid('Please tick the box if you mean it. Nothing was changed.', 'sure');
	await app.store.write(async (transaction) => {
		for (const assignment of await findAssignmentsOfClassroom(transaction, classroomId)) {
			if (assignment.sequenceId === id) await deleteAssignment(transaction, assignment.id);
		}
		await deleteEmptySequences(transaction, classroomId);
	});
}

async function authorizeFor(app: App, actor: Actor, sequenceId: string): Promise<SequenceRow> {
	const sequence = await findSequence(app.store.read, sequenceId);
	authorize('run a classroom', actor, sequence ? await relationTo(app, actor, sequence.classroomId) : null);
	if (!sequence) throw new NotFound();
	return sequence;
}
