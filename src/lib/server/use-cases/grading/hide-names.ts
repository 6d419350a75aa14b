import type { Actor } from '../../../domain/access/actor.ts';
import type { App } from '../../app.ts';
import { updateAssignment } from '../../repositories/assignments.ts';
import { authorizeFor } from '../assignments/assign-lesson.ts';

/** From now on this assignment is graded without names, or with them again. Returned work always has its name. */
export async function hideNames(app: App, actor: Actor, assignmentId: string, namesHidden: boolean): Promise<void> {
	await authorizeFor(app, actor, assignmentId, 'run a classroom');
	await app.store.write((transaction) => updateAssignment(transaction, assignmentId, { namesHidden }));
}
