import type { Actor } from '../../../domain/access/actor.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { lastAnswerAt, readStudy } from './read-study.ts';
import { personOf, type StudyKind } from './lay-out.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A session to open: `viewSession(app, actor, started)`. */
export type Started = {
	id: string;
	kind: StudyKind;
	/** It was begun before, less than a day ago, and goes on where it was. */
	isGoingOn: boolean;
};

/**
 * The session to go on with, or a new one. Nothing is stored, nobody is made: a new session exists from its first
 * answer on (answerItem), under the id that is given here.
 */
export async function startSession(app: App, actor: Actor): Promise<Started> {
	return start(app, actor, 'session');
}

/** The same for a placement: twelve sentences that say where to begin. It can be taken again. */
export async function startPlacement(app: App, actor: Actor): Promise<Started> {
	return start(app, actor, 'placement');
}

async function start(app: App, actor: Actor, kind: StudyKind): Promise<Started> {
	authorize('start practice', actor);
	const { sessions } = await readStudy(app.store.read, personOf(actor));
	const open = sessions.findLast((session) => session.kind === kind && session.finishedAt === null);
	if (open && app.now() - lastAnswerAt(open) < DAY) return { id: open.id, kind, isGoingOn: true };
	return { id: app.newId(), kind, isGoingOn: false };
}
