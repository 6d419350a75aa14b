import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { deleteAttemptsInClassroom } from '../../repositories/attempts.ts';
import {
	deleteMembership,
	findClassroom,
	findClassroomByCode,
	findRole,
	updateClassroom,
} from '../../repositories/classrooms.ts';
import { deleteExceptionsInClassroom } from '../../repositories/exceptions.ts';
import { makeJoinCode } from './join-code.ts';
import { relationTo } from './relation-to.ts';

/** A new code: the old one, wherever it was written down, lets nobody in any more. */
export async function changeJoinCode(app: App, actor: Actor, classroomId: string): Promise<void> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	await app.store.write(async (transaction) => {
		let joinCode = makeJoinCode();
		while (await findClassroomByCode(transaction, joinCode)) joinCode = makeJoinCode();
		await updateClassroom(transaction, classroomId, { joinCode });
	});
}

/** Takes a student out, with all work done for this classroom. The account and its own practice stay. */
export async function removeStudent(app: App, actor: Actor, classroomId: string, personId: string): Promise<void> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	if (!(await findClassroom(app.store.read, classroomId))) throw new NotFound();
	await app.store.write(async (transaction) => {
		if ((await findRole(transaction, classroomId, personId)) !== 'student') throw new NotFound();
		await deleteAttemptsInClassroom(transaction, classroomId, personId);
		await deleteExceptionsInClassroom(transaction, classroomId, personId);
		await deleteMembership(transaction, classroomId, personId);
	});
}
