import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid } from '../../../domain/errors.ts';
import { readLevels } from '../../../domain/grading/rubric.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import { findAttempt, updateAttempt, type AttemptRow } from '../../repositories/attempts.ts';
import { countToGrade, findAttemptsToReturn, findDrafts } from '../../repositories/grading.ts';
import { authorizeFor } from '../assignments/assign-lesson.ts';
import { tellReturned } from '../notices/tell.ts';
import { settleAttempts } from '../work/settle-attempts.ts';
import { HALF_DONE, isHalfDone, readComment } from './decision.ts';
import { findSubmission, personOf } from './find-submission.ts';
import { publish } from './grade-exercise.ts';
import { refuseIfWrittenMeanwhile } from './save-draft.ts';

/**
 * Returns the work: its drafts become grades, and from now on the student sees grade, comments and what was right.
 *
 * @param before the words on the whole work that the teacher began from
 */
export async function returnWork(
	app: App,
	actor: Actor,
	attemptId: string,
	typedComment: string,
	before?: string,
): Promise<void> {
	await findSubmission(app, actor, attemptId);
	const comment = readComment(typedComment, 'comment');
	await app.store.write(async (transaction) => {
		const attempt = await findAttempt(transaction, attemptId);
		if (!attempt) return;
		const present = attempt.draftComment ?? attempt.comment ?? '';
		if (before !== undefined) refuseIfWrittenMeanwhile(present, before, comment);
		if (await hasHalfDoneDraft(transaction, attemptId)) throw new Invalid(`A draft is not finished. ${HALF_DONE}`);
		await giveBack(app, transaction, attempt, comment || null, personOf(actor));
	});
}

/** Of all work that was returned at once. */
export type ReturnedAll = {
	returned: number;
	/** Drafts that are grades now. */
	published: number;
	/** Work that stays, because a draft of it has levels chosen for some criteria alone. */
	unfinished: number;
};

/**
 * Returns everything of an assignment that was handed in and not yet returned, with all its drafts. Where some of it still
 * needs grading, it asks first.
 */
export async function returnAll(app: App, actor: Actor, assignmentId: string, anyway: boolean): Promise<ReturnedAll> {
	await authorizeFor(app, actor, assignmentId, 'grade work');
	return app.store.write(async (transaction) => {
		const waiting = await findAttemptsToReturn(transaction, assignmentId);
		const stillToGrade = waiting.filter(({ isToGrade }) => isToGrade).length;
		if (stillToGrade > 0 && !anyway) throw new StillToGrade(stillToGrade, waiting.length);

		const all: ReturnedAll = { returned: 0, published: 0, unfinished: 0 };
		for (const { attempt } of waiting) {
			if (await hasHalfDoneDraft(transaction, attempt.id)) {
				all.unfinished += 1;
				continue;
			}
			const comment = (attempt.draftComment ?? attempt.comment) || null;
			all.published += await giveBack(app, transaction, attempt, comment, personOf(actor));
			all.returned += 1;
		}
		return all;
	});
}

/** Some of what would be returned has exercises without points. */
export class StillToGrade extends Conflict {
	constructor(toGrade: number, all: number) {
		const some = toGrade === 1 ? 'One piece of work still needs' : `${toGrade} pieces of work still need`;
		super(`${some} grading. Nothing was returned yet.`, { stillToGrade: toGrade, toReturn: all });
	}
}

async function giveBack(
	app: App,
	transaction: Connection,
	attempt: AttemptRow,
	comment: string | null,
	actorId: string | null,
): Promise<number> {
	let published = 0;
	for (const { draft } of await findDrafts(transaction, attempt.id)) {
		const decision = { points: draft.points, comment: draft.comment, levels: readLevels(draft.levels) };
		const by = draft.savedBy ?? actorId;
		if (await publish(app, transaction, attempt.id, draft.exerciseId, decision, by)) published += 1;
	}
	await updateAttempt(transaction, attempt.id, { comment, draftComment: null, returnedAt: app.now() });
	await countToGrade(transaction, attempt.id);
	await settleAttempts(app, transaction, attempt);
	await tellReturned(app, transaction, attempt);
	return published;
}

async function hasHalfDoneDraft(transaction: Connection, attemptId: string): Promise<boolean> {
	const drafts = await findDrafts(transaction, attemptId);
	return drafts.some(({ draft }) => isHalfDone({ points: draft.points, levels: readLevels(draft.levels) }));
}
