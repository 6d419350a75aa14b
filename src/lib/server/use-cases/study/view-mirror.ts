import type { Actor } from '../../../domain/access/actor.ts';
import { mirror, type Mirror } from '../../../domain/study/mirror.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findStudySetting, saveStudySetting } from '../../repositories/study.ts';
import { personOf } from './lay-out.ts';
import { readStudy } from './read-study.ts';

export type ShownMirror = { isOff: true; mirror: null } | { isOff: false; mirror: Mirror };

/** The reader's own mirror, computed when they look and stored nowhere. Nobody who has not begun has an empty one. */
export async function viewMirror(app: App, actor: Actor): Promise<ShownMirror> {
	authorize('start practice', actor);
	const personId = personOf(actor);
	const setting = personId === null ? undefined : await findStudySetting(app.store.read, personId);
	if (setting?.mirrorOff) return { isOff: true, mirror: null };
	const { answers } = await readStudy(app.store.read, personId);
	const since = setting?.mirrorSince ?? 0;
	const firsts = answers.filter(({ isFirst, answeredAt }) => isFirst && answeredAt >= since);
	return { isOff: false, mirror: mirror(app.course.practice, firsts) };
}

/** Switches the mirror off or on again. While it is off nothing is computed. */
export async function switchMirror(app: App, actor: Actor, isOff: boolean): Promise<void> {
	authorize('have data', actor);
	if (actor.kind === 'nobody') return;
	await app.store.write((transaction) => saveStudySetting(transaction, actor.personId, { mirrorOff: isOff }));
}

/** Deletes what the mirror shows: it looks at no answer from before. The answers stay, for what the reader knows. */
export async function deleteMirror(app: App, actor: Actor): Promise<void> {
	authorize('have data', actor);
	if (actor.kind === 'nobody') return;
	// From the next millisecond on: an answer of this one is from before.
	await app.store.write((transaction) => saveStudySetting(transaction, actor.personId, { mirrorSince: app.now() + 1 }));
}
