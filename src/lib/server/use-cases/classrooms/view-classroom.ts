import type { Actor } from '../../../domain/access/actor.ts';
import type { Role } from '../../../domain/access/rules.ts';
import { NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { countHandedIn, findAssignmentsOfClassroom } from '../../repositories/assignments.ts';
import { findClassroom, findClassroomsOf, findRole, findStudents } from '../../repositories/classrooms.ts';
import { countOpenChallenges } from '../../repositories/rulings.ts';
import { findSequencesOfClassroom } from '../../repositories/sequences.ts';
import { relationTo } from './relation-to.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';

export async function listClassrooms(app: App, actor: Actor) {
	authorize('list own classrooms', actor);
	return actor.kind === 'registered' ? findClassroomsOf(app.store.read, actor.personId) : [];
}

/** The classroom with the actor's own role in it, or NotFound for a stranger. */
export async function enterClassroom(app: App, actor: Actor, classroomId: string) {
	const classroom = await findClassroom(app.store.read, classroomId);
	const { role, archived } = await relationTo(app, actor, classroomId);
	authorize('see a classroom', actor, { role });
	if (!classroom || !role) throw new NotFound();
	return { id: classroom.id, name: classroom.name, role, archived };
}

export async function roleOf(app: App, actor: Actor, classroomId: string): Promise<Role | null> {
	return actor.kind === 'nobody' ? null : findRole(app.store.read, classroomId, actor.personId);
}

/** What its staff see: students, join code and what is assigned, with how much came in. */
export async function viewClassroom(app: App, actor: Actor, classroomId: string) {
	const classroom = await findClassroom(app.store.read, classroomId);
	const relation = await relationTo(app, actor, classroomId);
	authorize('read a classroom as staff', actor, relation);
	if (!classroom) throw new NotFound();
	const mayRun = relation.role === 'teacher' && !relation.archived;

	const students = await findStudents(app.store.read, classroomId);
	const assignments = await findAssignmentsOfClassroom(app.store.read, classroomId);
	const sequences = await findSequencesOfClassroom(app.store.read, classroomId);
	const counts = new Map((await countHandedIn(app.store.read, classroomId)).map((row) => [row.assignmentId, row]));
	const challenges = await countOpenChallenges(app.store.read, classroomId);
	return {
		id: classroom.id,
		name: classroom.name,
		/** Teachers change it; assistants read and grade, and get no join code to hand on. */
		mayRun,
		isTeacher: relation.role === 'teacher',
		archivedAt: classroom.archivedAt,
		joinCode: mayRun ? classroom.joinCode : '',
		students,
		timeZone: classroom.timeZone,
		sequences: sequences.map(({ id, name, isStepwise }) => ({ id, name, isStepwise })),
		assignments: assignments.map(({ id, lesson, dueAt, feedbackRule, sequenceId, sequencePlace, exercises }) => ({
			id,
			title: lessonTitle(app, lesson),
			dueAt,
			feedbackRule,
			sequenceId,
			sequencePlace,
			isPart: exercises !== null,
			handedIn: counts.get(id)?.handedIn ?? 0,
			returned: counts.get(id)?.returned ?? 0,
			challenges: challenges.get(id) ?? 0,
		})),
	};
}
