import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, NotFound } from '../../../domain/errors.ts';
import type { StartedFrom } from '../../../domain/grading/deciding.ts';
import type { App } from '../../app.ts';
import { findAttempt, updateAttempt } from '../../repositories/attempts.ts';
import { deleteDraft, saveDraft } from '../../repositories/grading.ts';
import { assignedEdition } from '../assignments/assigned-edition.ts';
import { readComment, readDecision, refuseIfDecidedMeanwhile, type TypedDecision } from './decision.ts';
import { findSubmission, personOf } from './find-submission.ts';

/** Keeps a decision that is still being made, for everybody who grades in this classroom, and never for the student. */
export async function saveGradeDraft(
	app: App,
	actor: Actor,
	attemptId: string,
	typed: TypedDecision,
	from: StartedFrom,
): Promise<{ revision: number; savedAt: number }> {
	const { assignment } = await findSubmission(app, actor, attemptId);
	const edition = await assignedEdition(app, assignment);
	const exercise = edition.exercises.find((candidate) => candidate.id === typed.exerciseId);
	if (!exercise) throw new NotFound();

	const { points, comment, levels: chosen } = readDecision(app, exercise, typed);
	const savedAt = app.now();
	return app.store.write(async (transaction) => {
		const place = { attemptId, exerciseId: exercise.id };
		const savedBy = personOf(actor);
		const revision = await refuseIfDecidedMeanwhile(transaction, { ...place, by: savedBy }, from);
		const levels = chosen && JSON.stringify(chosen);
		await saveDraft(transaction, { ...place, revision, points, levels, comment, savedBy, savedAt });
		return { revision, savedAt };
	});
}

/** Throws a draft away; the grade stands as it was. */
export async function dropDraft(
	app: App,
	actor: Actor,
	attemptId: string,
	exerciseId: string,
	from: StartedFrom,
): Promise<void> {
	await findSubmission(app, actor, attemptId);
	await app.store.write(async (transaction) => {
		await refuseIfDecidedMeanwhile(transaction, { attemptId, exerciseId, by: personOf(actor) }, from);
		await deleteDraft(transaction, attemptId, exerciseId);
	});
}

/** Keeps words on the whole work that are not yet for the student. `before` is the draft that they began from. */
export async function saveDraftComment(
	app: App,
	actor: Actor,
	attemptId: string,
	typed: { comment: string; before: string },
): Promise<{ savedAt: number }> {
	await findSubmission(app, actor, attemptId);
	const draftComment = readComment(typed.comment, 'comment');
	return app.store.write(async (transaction) => {
		const attempt = await findAttempt(transaction, attemptId);
		refuseIfWrittenMeanwhile(attempt?.draftComment ?? attempt?.comment ?? '', typed.before, draftComment);
		await updateAttempt(transaction, attemptId, { draftComment });
		return { savedAt: app.now() };
	});
}

/** Two teachers wrote to the student at once: the second sees the words of the first, and chooses. */
export function refuseIfWrittenMeanwhile(present: string, before: string, comment: string): void {
	if (present === before.trim() || present === comment) return;
	throw new Conflict('Somebody else wrote about the whole work meanwhile. Your words are still here: choose below.', {
		comment: present,
	});
}
