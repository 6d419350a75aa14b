import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import { ownDueAt, type Exception } from '../../../domain/grading/exceptions.ts';
import { mayHaveFeedback, whyNoFeedbackYet, type AssignedWork } from '../../../domain/grading/feedback-rule.ts';
import { assignedResult, type LessonResult } from '../../../domain/grading/result.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';
import { findAttemptForAssignment, insertAttempt, type AttemptRow } from '../../repositories/attempts.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { findException } from '../../repositories/exceptions.ts';
import type { Disputes, LessonWork } from '../../../exercises/shown.ts';
import { relationToAssignment } from '../classrooms/relation-to.ts';
import { disputesOf } from '../rulings/disputes.ts';
import { assignedRuledEdition } from '../assignments/assigned-edition.ts';
import { showWork } from './show-work.ts';

export type AssignedLesson = LessonWork & {
	/** `dueAt` is the student's own. */
	assignment: { id: string; classroomId: string; classroomName: string; dueAt: number | null };
	/** The classroom is in the archive: this can be read, and not gone on with. */
	archived: boolean;
	/** It need not be done and does not count. */
	excused: boolean;
	handedInAt: number | null;
	late: boolean;
	returnedAt: number | null;
	comment: string | null;
	/** Why there is no feedback yet, or null when it is there. */
	waitingFor: string | null;
	result: LessonResult | null;
	/** Null until feedback is out: what can be objected to would tell the key. */
	disputes: Disputes | null;
};

/** A student's assigned lesson. The first opening makes the attempt, so that the teacher sees who has opened it. */
export async function openAssignedWork(app: App, actor: Actor, assignmentId: string): Promise<AssignedLesson> {
	const relation = await relationToAssignment(app, actor, assignmentId);
	authorize('see own results', actor, relation);
	if (!relation || actor.kind === 'nobody') throw new NotFound();
	const { assignment, archived } = relation;
	const { personId } = actor;

	let attempt = await findAttemptForAssignment(app.store.read, assignmentId, personId);
	if (!attempt) {
		authorize('do assigned work', actor, relation);
		attempt = await openAttempt(app, assignment, personId);
	}
	const edition = await assignedRuledEdition(app, app.store.read, assignment);
	const classroom = await findClassroom(app.store.read, assignment.classroomId);
	const exception = await findException(app.store.read, assignment.id, personId);

	const state = assignedWork(assignment, attempt, exception);
	const shows = mayHaveFeedback(state, app.now());
	const work = await showWork(app, edition, attempt, () => shows);
	return {
		...work,
		exercises: archived ? work.exercises.map(closed) : work.exercises,
		archived,
		assignment: {
			id: assignment.id,
			classroomId: assignment.classroomId,
			classroomName: classroom?.name ?? '',
			dueAt: state.dueAt,
		},
		excused: exception?.excused ?? false,
		handedInAt: attempt.handedInAt,
		late: attempt.late,
		returnedAt: attempt.returnedAt,
		comment: shows ? attempt.comment : null,
		waitingFor: shows ? null : whyNoFeedbackYet(state),
		result: shows ? assignedResult(work.exercises.map(toResult)) : null,
		disputes: shows ? await disputesOf(app, assignment.classroomId, attempt) : null,
	};
}

/** The state that the feedback rule asks about, with the student's own due date. */
export function assignedWork(
	assignment: AssignmentRow,
	attempt: AttemptRow,
	exception: Exception | null | undefined,
): AssignedWork {
	return {
		rule: assignment.feedbackRule,
		dueAt: ownDueAt(assignment.dueAt, exception),
		handedInAt: attempt.handedInAt,
		late: attempt.late,
		returnedAt: attempt.returnedAt,
	};
}

const closed = ({ exercise, work }: LessonWork['exercises'][number]) => ({ exercise, work: { ...work, closed: true } });

function toResult({ exercise, work }: LessonWork['exercises'][number]) {
	return {
		possible: exercise.points * 100,
		earned: work.score?.earned ?? null,
		needsTeacher: work.score?.needsTeacher ?? false,
		grade: work.grade?.points ?? null,
	};
}

async function openAttempt(app: App, assignment: AssignmentRow, personId: string): Promise<AttemptRow> {
	return app.store.write(async (transaction) => {
		const already = await findAttemptForAssignment(transaction, assignment.id, personId);
		if (already) return already;
		const attempt: AttemptRow = {
			id: app.newId(),
			personId,
			lesson: assignment.lesson,
			editionId: assignment.editionId,
			assignmentId: assignment.id,
			number: 1,
			counts: true,
			openedAt: app.now(),
			handedInAt: null,
			late: false,
			returnedAt: null,
			comment: null,
			draftComment: null,
			toGrade: 0,
		};
		await insertAttempt(transaction, attempt);
		return attempt;
	});
}
