import type { Actor } from '../../../domain/access/actor.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { isStaffSomewhere } from '../../repositories/classrooms.ts';
import { findQueuedAssignments, findWorkToGrade, findWorkToReturn } from '../../repositories/grading.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';

/** What one assignment has for whoever grades it. All of it counts pieces of work. */
export type QueuedAssignment = {
	id: string;
	title: string;
	dueAt: number | null;
	namesHidden: boolean;
	classroom: { id: string; name: string };
	/** At least one exercise has no points, not even in a draft. */
	toGrade: number;
	/** Of these, handed in after the due date. */
	late: number;
	/** Everything has points, some of them in drafts that the student does not have yet. */
	drafts: number;
	/** Handed in, and nobody has it back, where feedback waits for that. */
	toReturn: number;
	/** When the work that waits longest was handed in, and which it is. */
	oldestAt: number;
	oldestId: string | null;
};

/** Everything that waits for the actor, in all classrooms or in one: what needs grading first, the longest waiting on top. */
export async function viewQueue(app: App, actor: Actor, classroomId: string | null): Promise<QueuedAssignment[]> {
	authorize('keep an account', actor);
	if (classroomId !== null) authorize('read a classroom as staff', actor, await relationTo(app, actor, classroomId));
	if (actor.kind !== 'registered') return [];

	const toGrade = await findWorkToGrade(app.store.read, actor.personId, classroomId);
	const toReturn = await findWorkToReturn(app.store.read, actor.personId, classroomId);
	const graded = new Map(toGrade.map((row) => [row.assignmentId, row]));
	const returned = new Map(toReturn.map((row) => [row.assignmentId, row]));
	const rows = await findQueuedAssignments(app.store.read, [...new Set([...graded.keys(), ...returned.keys()])]);
	return rows
		.map(({ id, lesson, dueAt, namesHidden, classroomId: inClassroom, classroomName }) => {
			const [waits, back] = [graded.get(id), returned.get(id)];
			return {
				id,
				title: lessonTitle(app, lesson),
				dueAt,
				namesHidden,
				classroom: { id: inClassroom, name: classroomName },
				toGrade: waits?.toGrade ?? 0,
				late: waits?.late ?? 0,
				drafts: waits?.drafts ?? 0,
				toReturn: back?.toReturn ?? 0,
				oldestAt: waits?.oldestAt ?? back?.oldestAt ?? 0,
				oldestId: waits?.oldestId ?? null,
			};
		})
		.toSorted((one, other) => Number(other.toGrade > 0) - Number(one.toGrade > 0) || one.oldestAt - other.oldestAt);
}

/** For the head of every page: how much work needs grading; null for who neither teaches nor assists anywhere. */
export async function countWorkToGrade(app: App, actor: Actor): Promise<number | null> {
	if (actor.kind !== 'registered' || !(await isStaffSomewhere(app.store.read, actor.personId))) return null;
	const rows = await findWorkToGrade(app.store.read, actor.personId, null);
	return rows.reduce((sum, { toGrade }) => sum + toGrade, 0);
}
