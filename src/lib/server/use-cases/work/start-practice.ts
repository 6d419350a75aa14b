import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict } from '../../../domain/errors.ts';
import type { Edition } from '../../../domain/lessons/edition.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import type { CookieToSet } from '../../auth/sessions.ts';
import { findAnswers } from '../../repositories/answers.ts';
import { findPracticeAttempt, insertAttempt } from '../../repositories/attempts.ts';
import { insertPerson } from '../../repositories/people.ts';
import { isFinished } from './is-finished.ts';
import { practiceClosed } from './practice-closed.ts';

/**
 * Finds or makes the practice attempt for a first save; makes the guest too, where nobody was there. `check` runs
 * before anything is made, so that a bad answer leaves no empty person behind.
 */
export async function startPractice(
	app: App,
	actor: Actor,
	edition: Edition,
	shownEditionId: string,
	check: () => unknown,
): Promise<{ attemptId: string; cookie: CookieToSet | null }> {
	authorize('start practice', actor);
	if (shownEditionId !== edition.id) {
		throw new Conflict('This lesson has changed since the page was opened. Please reload the page.');
	}
	if (await practiceClosed(app, edition.lesson)) {
		throw new Conflict('This lesson is closed to practice for now: a class is working on it.');
	}
	check();

	const now = app.now();
	const made = await app.store.write(async (transaction) => {
		await app.editions.keep(transaction, edition, now);
		const personId = actor.kind === 'nobody' ? app.newId() : actor.personId;
		if (actor.kind === 'nobody') await insertPerson(transaction, { id: personId, createdAt: now, lastSeenAt: now });

		const open = await findPracticeAttempt(transaction, personId, edition.lesson);
		if (open?.editionId === edition.id) return { attemptId: open.id, personId };
		// Work on an older edition stays open until it is finished; the page shows it, so this save comes from a stale tab.
		if (open && !isFinished(await app.editions.byId(open.editionId), await findAnswers(transaction, open.id))) {
			throw new Conflict('You have work on an earlier edition of this lesson. Reload the page to go on with it.');
		}
		const attemptId = app.newId();
		await insertAttempt(transaction, {
			id: attemptId,
			personId,
			lesson: edition.lesson,
			editionId: edition.id,
			openedAt: now,
		});
		return { attemptId, personId };
	});

	const cookie = actor.kind === 'nobody' ? await app.sessions.start(made.personId) : null;
	return { attemptId: made.attemptId, cookie };
}
