import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import type { Batch } from '../../auth/card-desk.ts';
import type { Connection } from '../../database/store.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { findStudentsForCards, replacePasswords } from '../../repositories/roster.ts';
import { relationTo } from '../classrooms/relation-to.ts';

/** A page that is asked for at once waits this long, so that a few cards are there when it opens. */
const SOON_MS = 1_500;

/**
 * One sentence for an account that registered by itself, one made by another class and one that teaches elsewhere: a
 * teacher is not told which.
 */
const NOT_YOURS =
	'A new card can be made only for an account that a list of your classroom made. For others, the person who runs this server can make a link that sets a new password. Nothing was changed.';

/** The students with whether the actor may make new cards for them. */
export async function viewStudents(app: App, actor: Actor, classroomId: string) {
	const classroom = await findClassroom(app.store.read, classroomId);
	authorize('run a classroom', actor, classroom ? await relationTo(app, actor, classroomId) : null);
	if (!classroom || actor.kind !== 'registered') throw new NotFound();
	const students = await findStudentsForCards(app.store.read, classroomId, actor.personId);
	return { classroom: { id: classroom.id, name: classroom.name }, students, batchId: app.newId() };
}

/** The chosen students, before their passwords end: what a teacher confirms. */
export async function askForCards(app: App, actor: Actor, classroomId: string, personIds: readonly string[]) {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	if (actor.kind !== 'registered') throw new NotFound();
	return chosen(app.store.read, { classroomId, teacherId: actor.personId }, personIds);
}

/**
 * Makes new passwords for chosen students, with cards. The old passwords end when the new ones are there, all at once,
 * and so does every session that they opened.
 */
export async function makeNewCards(
	app: App,
	actor: Actor,
	classroomId: string,
	typed: { personIds: readonly string[]; batchId: string },
): Promise<string> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	if (actor.kind !== 'registered') throw new NotFound();
	const batchId = parseBatchId(typed.batchId);
	const teacherId = actor.personId;
	const key = { id: batchId, teacherId, classroomId };
	if (app.cards.has(key)) return batchId;

	const people = await chosen(app.store.read, { classroomId, teacherId }, typed.personIds);
	app.cards.order(key, {
		people,
		typed: null,
		keep: async (hashed) => {
			await app.store.write(async (transaction) => {
				// Since the question somebody may have left, or begun to teach elsewhere.
				authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
				await chosen(transaction, { classroomId, teacherId }, typed.personIds);
				await replacePasswords(transaction, hashed, { teacherId, now: app.now() });
			});
			for (const { userName } of hashed) await app.limits.forgive(userName);
		},
	});
	return batchId;
}

/** The cards of a batch while they are kept; `gone` when they are not, or never were this teacher's. */
export async function viewCards(app: App, actor: Actor, classroomId: string, batchId: string) {
	const classroom = await findClassroom(app.store.read, classroomId);
	authorize('run a classroom', actor, classroom ? await relationTo(app, actor, classroomId) : null);
	if (!classroom || actor.kind !== 'registered') throw new NotFound();
	const key = { id: batchId, teacherId: actor.personId, classroomId };
	await app.cards.settled(key, SOON_MS);
	const batch: Batch | { state: 'gone' } = app.cards.find(key) ?? { state: 'gone' };
	return { classroom: { id: classroom.id, name: classroom.name }, batch };
}

/** The cards are printed: nobody needs them to be kept any longer. */
export async function forgetCards(app: App, actor: Actor, classroomId: string, batchId: string): Promise<void> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	if (actor.kind !== 'registered') throw new NotFound();
	app.cards.forget({ id: batchId, teacherId: actor.personId, classroomId });
}

/** As the page made it with its form. */
export function parseBatchId(typed: string): string {
	if (!/^[\w-]{8,64}$/u.test(typed)) throw new Conflict('This page is too old. Please reload it and try again.');
	return typed;
}

async function chosen(
	connection: Connection,
	{ classroomId, teacherId }: { classroomId: string; teacherId: string },
	personIds: readonly string[],
) {
	if (personIds.length === 0) throw new Invalid('Choose at least one student.', 'students');
	const students = await findStudentsForCards(connection, classroomId, teacherId);
	const wanted = new Set(personIds);
	const found = students.filter(({ personId, mayGetCard }) => mayGetCard && wanted.has(personId));
	if (found.length !== wanted.size) throw new Invalid(NOT_YOURS, 'students');
	return found.map(({ personId, userName, displayName }) => ({
		personId,
		userName: userName ?? '',
		name: displayName ?? userName ?? '',
	}));
}
