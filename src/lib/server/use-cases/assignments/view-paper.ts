import type { Actor } from '../../../domain/access/actor.ts';
import type { Edition } from '../../../domain/lessons/edition.ts';
import type { App } from '../../app.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { findRulings } from '../../repositories/rulings.ts';
import { showKeys } from '../lessons/view-key.ts';
import { showExercise } from '../work/show-work.ts';
import { assignedRuledEdition } from './assigned-edition.ts';
import { authorizeFor } from './assign-lesson.ts';

/** An assignment on paper: what it asks, with numbered lines and without the key. */
export async function viewAssignmentWorksheet(app: App, actor: Actor, assignmentId: string) {
	const assignment = await authorizeFor(app, actor, assignmentId, 'read a classroom as staff');
	const edition = await assignedRuledEdition(app, app.store.read, assignment);
	return {
		...(await headOf(app, assignment, edition)),
		exercises: graded(edition).map((exercise) => ({ exercise: showExercise(app, edition, exercise), review: null })),
	};
}

/** The same with the key as this class has it, its rulings included, and every reason. */
export async function viewTeacherCopy(app: App, actor: Actor, assignmentId: string) {
	const assignment = await authorizeFor(app, actor, assignmentId, 'read a classroom as staff');
	const edition = await assignedRuledEdition(app, app.store.read, assignment);
	const rulings = await findRulings(app.store.read, assignment.classroomId, assignment.editionId);
	return {
		...(await headOf(app, assignment, edition)),
		exercises: showKeys(app, { ...edition, exercises: graded(edition) }),
		rulings: rulings.filter(({ decision }) => decision !== 'keep').length,
	};
}

const graded = (edition: Edition) => edition.exercises.filter(({ points }) => points > 0);

async function headOf(app: App, assignment: AssignmentRow, edition: Edition) {
	const classroom = await findClassroom(app.store.read, assignment.classroomId);
	return {
		id: assignment.id,
		title: edition.title,
		classroom: {
			id: assignment.classroomId,
			name: classroom?.name ?? '',
			timeZone: classroom?.timeZone ?? 'UTC',
		},
		dueAt: assignment.dueAt,
		points: graded(edition).reduce((sum, { points }) => sum + points, 0),
	};
}
