import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { findOpenInvitations, findStaff } from '../../repositories/staff.ts';
import { relationTo } from './relation-to.ts';
import { timeZones } from './time-zone.ts';

/** Name, time zone, archive and staff. An assistant sees who else is there, and nothing to change. */
export async function viewSettings(app: App, actor: Actor, classroomId: string) {
	const relation = await relationTo(app, actor, classroomId);
	authorize('read a classroom as staff', actor, relation);
	const classroom = await findClassroom(app.store.read, classroomId);
	if (!classroom || actor.kind === 'nobody') throw new NotFound();
	const staff = await findStaff(app.store.read, classroomId);
	const isTeacher = relation.role === 'teacher';
	const mayRun = isTeacher && !relation.archived;
	return {
		classroom: {
			id: classroom.id,
			name: classroom.name,
			timeZone: classroom.timeZone,
			archivedAt: classroom.archivedAt,
		},
		isTeacher,
		mayRun,
		timeZones: mayRun ? timeZones(classroom.timeZone) : [],
		staff: staff.map(({ personId, userName, displayName, role }) => ({
			personId,
			name: displayName ?? userName ?? '',
			userName: userName ?? '',
			role,
			isYou: personId === actor.personId,
			isOnlyTeacher: role === 'teacher' && staff.filter((one) => one.role === 'teacher').length === 1,
		})),
		invitations: mayRun
			? (await findOpenInvitations(app.store.read, classroomId, app.now())).map(({ id, role, by, expiresAt }) => ({
					id,
					role,
					by: by ?? 'a former teacher',
					expiresAt,
				}))
			: [],
	};
}
