import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import type { Edition, EditionExercise } from '../../../domain/lessons/edition.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import type { CookieToSet } from '../../auth/sessions.ts';
import { findAnswer, saveAnswer as saveRow } from '../../repositories/answers.ts';
import { findAssignment } from '../../repositories/assignments.ts';
import { findException } from '../../repositories/exceptions.ts';
import { findAttempt } from '../../repositories/attempts.ts';
import { assignedEdition } from '../assignments/assigned-edition.ts';
import { ownershipOf } from '../classrooms/relation-to.ts';
import { parseAnswer } from './parse-answer.ts';
import { refuseUnlessOpen } from './taking-in.ts';
import { startPractice } from './start-practice.ts';

/** The page of a lesson that nobody has worked on yet has no attempt: its first save makes one. */
export const NEW_ATTEMPT = 'new';

export type Save = {
	attemptId: string;
	exerciseId: string;
	/** Only for the first save of a practice: which lesson, and the edition that the page shows. */
	lesson?: string | undefined;
	editionId: string;
	tryNumber: number;
	/** The revision that this answer was written over; 0 when there was none. */
	revision: number;
	answer: unknown;
};

export type Saved = {
	attemptId: string;
	revision: number;
	savedAt: number;
	/** Set when a guest came to be by this save. */
	cookie: CookieToSet | null;
};

/**
 * Saves one answer. Throws Invalid for an answer that cannot belong to the exercise, and Conflict (with the answer
 * that is there now) when another tab was first, when the exercise was checked, when the work is closed, or when the lesson has changed.
 */
export async function saveAnswer(app: App, actor: Actor, save: Save): Promise<Saved> {
	if (save.attemptId === NEW_ATTEMPT) return saveFirstAnswer(app, actor, save);

	const attempt = await findAttempt(app.store.read, save.attemptId);
	authorize('change own work', actor, await ownershipOf(app, attempt));
	if (!attempt) throw new NotFound();
	const assignment = attempt.assignmentId ? await findAssignment(app.store.read, attempt.assignmentId) : undefined;
	if (assignment)
		refuseUnlessOpen(app, assignment, await findException(app.store.read, assignment.id, attempt.personId));
	const edition = assignment ? await assignedEdition(app, assignment) : await app.editions.byId(attempt.editionId);
	return { ...(await write(app, edition, attempt.id, save)), cookie: null };
}

async function saveFirstAnswer(app: App, actor: Actor, save: Save): Promise<Saved> {
	const edition = app.editions.current(save.lesson ?? '');
	const { attemptId, cookie } = await startPractice(app, actor, edition, save.editionId, () =>
		parseAnswer(app, edition, exerciseOf(edition, save.exerciseId), save.answer),
	);
	return { ...(await write(app, edition, attemptId, save)), cookie };
}

async function write(app: App, edition: Edition, attemptId: string, save: Save) {
	if (save.editionId !== edition.id) {
		throw new Conflict('This lesson has changed since the page was opened. Reload the page; your saved work is there.');
	}
	const exercise = exerciseOf(edition, save.exerciseId);
	const answer = parseAnswer(app, edition, exercise, save.answer);
	const place = { attemptId, exerciseId: exercise.id, tryNumber: save.tryNumber };
	if (save.tryNumber > 1 && save.revision === 0) throw new Invalid('This try was not begun. Reload the page.');

	const savedAt = app.now();
	const written = { revision: save.revision, content: JSON.stringify(answer), savedAt };
	const saved = await app.store.write((transaction) => saveRow(transaction, place, written));
	if (saved) return { attemptId, revision: save.revision + 1, savedAt };

	throw await whyNotSaved(app, place);
}

async function whyNotSaved(app: App, place: { attemptId: string; exerciseId: string; tryNumber: number }) {
	const current = await findAnswer(app.store.read, place);
	if (current?.checkedAt != null) {
		return new Conflict('This was handed in already, so it cannot be changed any more.', {
			attemptId: place.attemptId,
			closed: true,
		});
	}
	return new Conflict('This was changed in another tab or on another device.', {
		attemptId: place.attemptId,
		revision: current?.revision ?? 0,
		answer: current ? (JSON.parse(current.content) as unknown) : null,
	});
}

function exerciseOf(edition: Edition, exerciseId: string): EditionExercise {
	const exercise = edition.exercises.find((candidate) => candidate.id === exerciseId);
	if (!exercise) throw new NotFound('There is no such exercise in this lesson.');
	return exercise;
}
