import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import type { GivenMarks } from '../../../domain/measures/class-marks.ts';
import { classText } from '../../../domain/measures/class-layer.ts';
import type { ClassMarks } from '../../../exercises/shown.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findAnswersOfClassmates, hasHandedInAll } from '../../repositories/class-marks.ts';
import { assignedEdition } from '../assignments/assigned-edition.ts';
import { relationToAssignment } from '../classrooms/relation-to.ts';
import { storedAnswer } from './parse-answer.ts';
import { refuseBeforeOpening } from './taking-in.ts';

const MARKING = 'mark-spans';

/**
 * What classmates marked, where the teacher shares it. With independent reading nothing of it leaves the server before
 * the student's own work is in. It is counted without the key, so it tells nothing of what is right. Throws NotYetOpen
 * before the assignment opens: the marks would tell its text.
 */
export async function viewClassMarks(app: App, actor: Actor, assignmentId: string): Promise<ClassMarks> {
	const relation = await relationToAssignment(app, actor, assignmentId);
	authorize('see own results', actor, relation);
	if (!relation || actor.kind === 'nobody') throw new NotFound();
	const { assignment } = relation;
	const { personId } = actor;
	refuseBeforeOpening(app, assignment);
	if (assignment.classMarks === 'hidden') return { state: 'hidden' };
	if (assignment.classMarks === 'after-own' && !(await hasHandedInAll(app.store.read, assignmentId, personId))) {
		return { state: 'after own work' };
	}

	const edition = await assignedEdition(app, assignment);
	const exercises = edition.exercises.filter(({ kind }) => kind === MARKING);
	const ids = exercises.map(({ id }) => id);
	const rows = await findAnswersOfClassmates(app.store.read, assignmentId, personId, ids);
	const texts = exercises.flatMap((exercise) => {
		const own = rows.filter(({ exerciseId }) => exerciseId === exercise.id);
		const text = classText(own.map((row) => (storedAnswer(app, exercise, row) as GivenMarks).marks));
		return text ? [[exercise.id, text] as const] : [];
	});
	return texts.length === 0 ? { state: 'too few' } : { state: 'there', texts: Object.fromEntries(texts) };
}
