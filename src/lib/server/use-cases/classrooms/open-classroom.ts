import { timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { hashed } from '../../auth/sessions.ts';
import { findClassroomByCode, insertClassroom, insertMembership } from '../../repositories/classrooms.ts';
import { makeJoinCode } from './join-code.ts';
import { parseTimeZone } from './time-zone.ts';

/** Opens a classroom; whoever opens it is its teacher. `TEACHER_CODE`, where set, is asked first. */
export async function openClassroom(
	app: App,
	actor: Actor,
	typed: { name: string; teacherCode: string; address: string; timeZone?: string },
): Promise<string> {
	authorize('open a classroom', actor);
	if (actor.kind !== 'registered') throw new NotFound();
	await checkTeacherCode(app, typed);
	const name = parseClassroomName(typed.name);
	const timeZone = parseTimeZone(typed.timeZone ?? '');

	const id = app.newId();
	const now = app.now();
	await app.store.write(async (transaction) => {
		let joinCode = makeJoinCode();
		while (await findClassroomByCode(transaction, joinCode)) joinCode = makeJoinCode();
		await insertClassroom(transaction, { id, name, joinCode, timeZone, createdAt: now });
		await insertMembership(transaction, { classroomId: id, personId: actor.personId, role: 'teacher', joinedAt: now });
	});
	return id;
}

export function parseClassroomName(typed: string): string {
	const name = typed.replaceAll(/\s+/gu, ' ').trim();
	if (name === '')
		throw new Invalid('Please give the classroom a name, such as "Period 2" or "Year 10, history".', 'name');
	if (name.length > 80) throw new Invalid('A classroom name has at most 80 characters.', 'name');
	return name;
}

async function checkTeacherCode(app: App, typed: { teacherCode: string; address: string }) {
	if (app.teacherCode === null) return;
	await app.limits.check(typed.address);
	if (timingSafeEqual(Buffer.from(hashed(typed.teacherCode.trim())), Buffer.from(hashed(app.teacherCode)))) return;
	await app.limits.noteFailure(typed.address);
	throw new Invalid('That is not the teacher code of this server. Ask whoever runs it.', 'teacherCode');
}
