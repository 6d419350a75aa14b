import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, NotFound } from '../../../domain/errors.ts';
import { hiddenName, hiddenNumbers } from '../../../domain/grading/hidden-names.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findAssignment, type AssignmentRow } from '../../repositories/assignments.ts';
import { findAttempt, type AttemptRow } from '../../repositories/attempts.ts';
import { findJoined } from '../../repositories/grading.ts';
import { relationTo } from '../classrooms/relation-to.ts';

/** Handed-in work, for somebody who may do this with it. */
export async function findSubmission(
	app: App,
	actor: Actor,
	attemptId: string,
	deed: 'grade work' | 'read a classroom as staff' = 'grade work',
): Promise<{ attempt: AttemptRow; assignment: AssignmentRow; archived: boolean }> {
	const attempt = await findAttempt(app.store.read, attemptId);
	const assignment = attempt?.assignmentId ? await findAssignment(app.store.read, attempt.assignmentId) : undefined;
	const relation = assignment ? await relationTo(app, actor, assignment.classroomId) : null;
	authorize(deed, actor, relation);
	if (!attempt || !assignment || !relation) throw new NotFound();
	if (attempt.handedInAt === null) throw new Conflict('This work is not handed in yet. It can be read when it is.');
	return { attempt, assignment, archived: relation.archived };
}

/** Whose work a teacher is shown: a name, or a number for as long as names are hidden and the work is not returned. */
export type ShownStudent = { name: string; number: number | null };
type Whose = { personId: string; name: string; returnedAt: number | null };

export async function studentsShown(
	app: App,
	assignment: Pick<AssignmentRow, 'id' | 'classroomId' | 'namesHidden'>,
): Promise<(whose: Whose) => ShownStudent> {
	if (!assignment.namesHidden) return ({ name }) => ({ name, number: null });
	const numbers = hiddenNumbers(assignment.id, await findJoined(app.store.read, assignment.classroomId));
	return ({ personId, name, returnedAt }) => {
		if (returnedAt !== null) return { name, number: null };
		const number = numbers.get(personId) ?? 0;
		return { name: hiddenName(number), number };
	};
}

export const personOf = (actor: Actor): string | null => (actor.kind === 'registered' ? actor.personId : null);
