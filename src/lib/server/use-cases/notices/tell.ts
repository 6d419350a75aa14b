import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import { findStudents } from '../../repositories/classrooms.ts';
import { deleteNotice, insertNotice } from '../../repositories/notices.ts';

/** Tells every student of a classroom that a lesson was assigned. */
export async function tellAssigned(
	app: App,
	transaction: Connection,
	{ id: assignmentId, classroomId }: { id: string; classroomId: string },
): Promise<void> {
	for (const { personId } of await findStudents(transaction, classroomId)) {
		const id = `assigned/${assignmentId}/${personId}`;
		await insertNotice(transaction, { id, personId, kind: 'assigned', assignmentId, createdAt: app.now() });
	}
}

/** Tells a student that work came back. Returned again is new again. */
export async function tellReturned(
	app: App,
	transaction: Connection,
	attempt: { id: string; personId: string; assignmentId: string | null },
): Promise<void> {
	if (attempt.assignmentId === null) return;
	const { personId, assignmentId } = attempt;
	const id = `returned/${attempt.id}`;
	await deleteNotice(transaction, id);
	await insertNotice(transaction, { id, personId, kind: 'returned', assignmentId, createdAt: app.now() });
}
