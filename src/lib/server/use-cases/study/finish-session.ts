import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findStudySession } from '../../repositories/study.ts';
import { endSession } from './end-session.ts';

/** Ends a session before its last sentence. What was answered counts; ending it again changes nothing. */
export async function finishSession(app: App, actor: Actor, id: string): Promise<void> {
	const session = await findStudySession(app.store.read, id);
	authorize('change own work', actor, session ? { ownerId: session.personId, archived: false } : null);
	if (!session) throw new NotFound();
	await app.store.write((transaction) => endSession(transaction, session.personId, id));
}
