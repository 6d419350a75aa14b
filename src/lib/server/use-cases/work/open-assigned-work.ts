import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import { isClosed, ownCloseAt, ownDueAt, type Exception } from '../../../domain/grading/exceptions.ts';
import { mayStartAnother, type CountsAttempt } from '../../../domain/grading/attempts-rule.ts';
import { mayHaveFeedback, whyNoFeedbackYet, type AssignedWork } from '../../../domain/grading/feedback-rule.ts';
import type { LessonResult } from '../../../domain/grading/result.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';
import { findAttemptsOnAssignment, type AttemptRow } from '../../repositories/attempts.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { findException } from '../../repositories/exceptions.ts';
import type { Disputes, Explained, LessonWork, ShownPin } from '../../../exercises/shown.ts';
import { relationToAssignment } from '../classrooms/relation-to.ts';
import { pinnedCommentsOf } from '../comments/pinned-comments.ts';
import { explainedIn } from '../explanations/explained.ts';
import { disputesOf } from '../rulings/disputes.ts';
import { assignedRuledEdition } from '../assignments/assigned-edition.ts';
import { refuseLockedStep } from '../assignments/locked-step.ts';
import { resultsOfAttempts } from './settle-attempts.ts';
import { showWork } from './show-work.ts';
import { openAttempt } from './start-attempt.ts';
import { refuseBeforeOpening } from './taking-in.ts';

export type OwnAttempt = {
	number: number;
	handedInAt: number | null;
	late: boolean;
	counts: boolean;
	/** Null until its feedback is out. */
	result: LessonResult | null;
};

export type AssignedLesson = LessonWork & {
	/** `dueAt` and `closesAt` are the student's own; `percentPerDayLate` is null where lateness costs nothing. */
	assignment: {
		id: string;
		classroomId: string;
		classroomName: string;
		timeZone: string;
		dueAt: number | null;
		closesAt: number | null;
		percentPerDayLate: number | null;
		attemptsAllowed: number | null;
		countsAttempt: CountsAttempt;
		feedbackAt: number | null;
	};
	/** Of the attempt that is shown. */
	number: number;
	attempts: OwnAttempt[];
	/** Nothing is taken in any more. */
	closed: boolean;
	mayStartAnother: boolean;
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
	/** What staff explained of marks like these; null until feedback is out. */
	explained: Explained | null;
	/** Comments on the words of this work; empty until feedback is out. */
	pinned: ShownPin[];
};

/**
 * A student's assigned lesson, in the newest attempt or in the one of that number. The first opening makes the first
 * attempt, so that the teacher sees who has opened it. Throws NotYetOpen before it opens.
 */
export async function openAssignedWork(
	app: App,
	actor: Actor,
	assignmentId: string,
	number: number | null = null,
): Promise<AssignedLesson> {
	const relation = await relationToAssignment(app, actor, assignmentId);
	authorize('see own results', actor, relation);
	if (!relation || actor.kind === 'nobody') throw new NotFound();
	const { assignment, archived } = relation;
	const { personId } = actor;

	refuseBeforeOpening(app, assignment);

	let attempts = await findAttemptsOnAssignment(app.store.read, assignmentId, personId);
	if (attempts.length === 0) {
		authorize('do assigned work', actor, relation);
		await refuseLockedStep(app, app.store.read, assignment, personId);
		attempts = [await openFirstAttempt(app, assignment, personId)];
	}
	const attempt = attempts.find((each) => each.number === number) ?? attempts.at(-1);
	if (!attempt) throw new NotFound();
	const edition = await assignedRuledEdition(app, app.store.read, assignment);
	const classroom = await findClassroom(app.store.read, assignment.classroomId);
	const exception = await findException(app.store.read, assignment.id, personId);

	const mayShow = (each: AttemptRow) => mayHaveFeedback(assignedWork(assignment, each, exception), app.now());
	const state = assignedWork(assignment, attempt, exception);
	const shows = mayShow(attempt);
	const work = await showWork(app, edition, attempt, () => shows);
	const results = await resultsOfAttempts(app.store.read, { assignment, edition, exception }, attempts.filter(mayShow));
	const closesAt = ownCloseAt(assignment, exception);
	const isOver = isClosed(app.now(), closesAt);
	const allowed = assignment.attemptsAllowed;
	return {
		...work,
		exercises: archived || isOver ? work.exercises.map(closed) : work.exercises,
		archived,
		assignment: {
			id: assignment.id,
			classroomId: assignment.classroomId,
			classroomName: classroom?.name ?? '',
			timeZone: classroom?.timeZone ?? 'UTC',
			dueAt: state.dueAt,
			closesAt,
			percentPerDayLate: assignment.lateRule === 'per-day' ? assignment.latePercentPerDay : null,
			attemptsAllowed: allowed,
			countsAttempt: assignment.countsAttempt,
			feedbackAt: assignment.feedbackRule === 'date' ? assignment.feedbackAt : null,
		},
		number: attempt.number,
		attempts: attempts.map((each) => ({
			number: each.number,
			handedInAt: each.handedInAt,
			late: each.late,
			counts: each.counts && each.handedInAt !== null,
			result: results.get(each.id) ?? null,
		})),
		closed: isOver,
		mayStartAnother: mayStartAnother(attempts, { allowed, closed: archived || isOver }),
		excused: exception?.excused ?? false,
		handedInAt: attempt.handedInAt,
		late: attempt.late,
		returnedAt: attempt.returnedAt,
		comment: shows ? attempt.comment : null,
		waitingFor: shows ? null : whyNoFeedbackYet(state),
		result: results.get(attempt.id) ?? null,
		disputes: shows ? await disputesOf(app, assignment.classroomId, attempt) : null,
		explained: shows ? await explainedIn(app, assignment.classroomId, edition, work) : null,
		pinned: shows ? await pinnedCommentsOf(app, attempt.id) : [],
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
		feedbackAt: assignment.feedbackAt,
		handedInAt: attempt.handedInAt,
		late: attempt.late,
		returnedAt: attempt.returnedAt,
	};
}

const closed = ({ exercise, work }: LessonWork['exercises'][number]) => ({ exercise, work: { ...work, closed: true } });

async function openFirstAttempt(app: App, assignment: AssignmentRow, personId: string): Promise<AttemptRow> {
	return app.store.write(async (transaction) => {
		const [already] = await findAttemptsOnAssignment(transaction, assignment.id, personId);
		return already ?? openAttempt(app, transaction, assignment, personId, 1);
	});
}
