/** Which attempt of a student counts, and whether it was late: asked again whenever something could have changed that. */
import { attemptThatCounts } from '../../../domain/grading/attempts-rule.ts';
import { isLate, lateTermsFor, ownDueAt, type Exception } from '../../../domain/grading/exceptions.ts';
import { assignedResult, type LessonResult } from '../../../domain/grading/result.ts';
import type { Edition } from '../../../domain/lessons/edition.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import { findAssignment, type AssignmentRow } from '../../repositories/assignments.ts';
import {
	findAttemptsOfAssignment,
	findAttemptsOnAssignment,
	updateAttempt,
	type AttemptRow,
} from '../../repositories/attempts.ts';
import { findException, findExceptionsOfAssignment } from '../../repositories/exceptions.ts';
import { findGradesOfAttempts, findScoresOfAttempts } from '../../repositories/scores.ts';
import { assignedEdition } from '../assignments/assigned-edition.ts';
import { resultsOf } from '../assignments/results-of.ts';

/**
 * Lets the right one of a student's attempts count. The one function that sets `attempt.counts`: called at hand-in, when
 * a grade is given or work returned, when a ruling has changed scores, and when rules or dates change.
 */
export async function settleAttempts(
	app: App,
	transaction: Connection,
	{ assignmentId, personId }: { assignmentId: string | null; personId: string },
): Promise<void> {
	if (assignmentId === null) return;
	const attempts = await findAttemptsOnAssignment(transaction, assignmentId, personId);
	if (attempts.length < 2) return;
	const assignment = await findAssignment(transaction, assignmentId);
	if (!assignment) return;
	const exception = await findException(transaction, assignmentId, personId);
	const edition = await assignedEdition(app, assignment);
	const results = await resultsOfAttempts(transaction, { assignment, edition, exception }, attempts);
	const counting = attemptThatCounts(
		attempts.map(({ id, number, handedInAt }) => ({ number, handedInAt, earned: results.get(id)?.earned ?? 0 })),
		assignment.countsAttempt,
	);
	// First none, then the one: two that count are refused by the database.
	const changed = attempts.filter((attempt) => attempt.counts !== (attempt.number === counting));
	for (const { id } of changed.filter(({ counts }) => counts)) await updateAttempt(transaction, id, { counts: false });
	for (const { id } of changed.filter(({ counts }) => !counts)) await updateAttempt(transaction, id, { counts: true });
}

/** After a change of dates or rules: lateness by the date that holds now, and then which attempt counts. */
export async function judgeAgain(
	app: App,
	transaction: Connection,
	assignmentId: string,
	onlyPersonId: string | null = null,
): Promise<void> {
	const assignment = await findAssignment(transaction, assignmentId);
	if (!assignment) return;
	const exceptions = new Map(
		(await findExceptionsOfAssignment(transaction, assignmentId)).map((row) => [row.personId, row]),
	);
	const attempts = (await findAttemptsOfAssignment(transaction, assignmentId)).filter(
		({ personId }) => onlyPersonId === null || personId === onlyPersonId,
	);
	for (const { id, personId, handedInAt, late } of attempts) {
		if (handedInAt === null) continue;
		const isLateNow = isLate(handedInAt, ownDueAt(assignment.dueAt, exceptions.get(personId)));
		if (isLateNow !== late) await updateAttempt(transaction, id, { late: isLateNow });
	}
	const again = attempts.filter(({ number }) => number > 1).map(({ personId }) => personId);
	for (const personId of new Set(again)) await settleAttempts(app, transaction, { assignmentId, personId });
}

type Around = { assignment: AssignmentRow; edition: Edition; exception: Exception | null | undefined };

/** What each handed-in attempt of one student comes to, by its id. */
export async function resultsOfAttempts(
	connection: Connection,
	{ assignment, edition, exception }: Around,
	attempts: readonly AttemptRow[],
): Promise<Map<string, LessonResult>> {
	const handedIn = attempts.filter(({ handedInAt }) => handedInAt !== null);
	const ids = handedIn.map(({ id }) => id);
	const scores = await findScoresOfAttempts(connection, ids);
	const grades = await findGradesOfAttempts(connection, ids);
	return new Map(
		handedIn.map(({ id, handedInAt }) => {
			const results = resultsOf(
				edition,
				scores.filter((row) => row.attemptId === id),
				grades.filter((row) => row.attemptId === id),
			);
			return [id, assignedResult(Object.values(results), lateTermsFor(assignment, handedInAt, exception))];
		}),
	);
}
