import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, NotFound } from '../../../domain/errors.ts';
import type { ClassMarks } from '../../../exercises/shown.ts';
import type { App } from '../../app.ts';
import { rehearse } from '../../database/rehearse.ts';
import { updateAssignment } from '../../repositories/assignments.ts';
import { updateAttempt } from '../../repositories/attempts.ts';
import { insertMembership, updateClassroom } from '../../repositories/classrooms.ts';
import { insertPerson } from '../../repositories/people.ts';
import { authorizeFor } from '../assignments/assign-lesson.ts';
import { isSecretFrom } from '../lessons/view-key.ts';
import { handIn } from './hand-in.ts';
import { openAssignedWork, type AssignedLesson } from './open-assigned-work.ts';
import { saveAnswer } from './save-answer.ts';
import { viewClassMarks } from './view-class-marks.ts';

export type PreviewedWork = { work: AssignedLesson; classMarks: ClassMarks };

export type HandedInPreview = {
	/** What the page holds, by exercise. */
	answers: Record<string, unknown>;
	/** Hand in although something is not finished. */
	anyway: boolean;
	/** Feedback now, whenever the students get theirs. */
	feedbackNow: boolean;
};

/**
 * An assignment exactly as its students meet it, for those who teach or assist: before hand-in, or with what was handed
 * in scored and explained by its rule. A student who is made for it does the very use cases that students do, in a
 * rehearsal: nothing of it is stored.
 */
export async function previewWork(
	app: App,
	actor: Actor,
	assignmentId: string,
	handedIn: HandedInPreview | null = null,
): Promise<PreviewedWork> {
	const assignment = await authorizeFor(app, actor, assignmentId, 'read a classroom as staff');
	if (handedIn && (await isSecretFrom(app, actor, assignment.lesson))) {
		throw new Conflict(
			'You have this lesson to do in another classroom, as a student. What is right is shown here when you have handed in there and got your own feedback.',
		);
	}
	return rehearse(app.store, async (store) => {
		const inside: App = { ...app, store };
		const student = await someStudent(inside, assignment.classroomId);
		// Played as if it stood open now.
		await updateClassroom(store.read, assignment.classroomId, { archivedAt: null });
		const lateRule = assignment.lateRule === 'closed' ? 'none' : assignment.lateRule;
		const open = { openAt: null, closeAt: null, onlyFor: null, sequenceId: null, lateRule };
		await updateAssignment(store.read, assignmentId, open);

		const { attemptId, editionId } = await openAssignedWork(inside, student, assignmentId);
		if (attemptId === null) throw new NotFound();
		if (handedIn) {
			for (const [exerciseId, answer] of Object.entries(handedIn.answers)) {
				await saveAnswer(inside, student, { attemptId, exerciseId, editionId, tryNumber: 1, revision: 0, answer });
			}
			await handIn(inside, student, attemptId, handedIn.anyway);
			if (handedIn.feedbackNow) await updateAttempt(store.read, attemptId, { returnedAt: app.now() });
		}
		const work = await openAssignedWork(inside, student, assignmentId);
		return { work, classMarks: await viewClassMarks(inside, student, assignmentId) };
	});
}

async function someStudent(inside: App, classroomId: string): Promise<Extract<Actor, { kind: 'registered' }>> {
	const personId = inside.newId();
	const now = inside.now();
	const connection = inside.store.read;
	await insertPerson(connection, { id: personId, displayName: 'A student', createdAt: now, lastSeenAt: now });
	await insertMembership(connection, { classroomId, personId, role: 'student', joinedAt: now });
	return { kind: 'registered', personId, userName: '', displayName: 'A student' };
}
