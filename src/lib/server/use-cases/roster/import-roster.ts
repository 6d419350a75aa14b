import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { insertRoster } from '../../repositories/roster.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { parseBatchId } from './cards.ts';
import { planRoster, type RosterPlan, type TypedRoster } from './plan-roster.ts';

const CHANGED = 'The classroom has changed since you looked at the list. Nobody was added: look at the rows again.';

/** What a list would do, row by row. Nothing is changed. `batchId` makes the form that follows a thing to do once. */
export async function previewRoster(app: App, actor: Actor, classroomId: string, typed: TypedRoster) {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	return { ...(await planRoster(app.store.read, classroomId, typed)), batchId: app.newId() };
}

/**
 * Makes the accounts of a list that was looked at, and their cards. Passwords are hashed first, outside the transaction,
 * because thousands take minutes; then all rows go in at once, or none. Sent twice it is done once.
 */
export async function importRoster(
	app: App,
	actor: Actor,
	classroomId: string,
	typed: TypedRoster & { fingerprint: string; batchId: string },
): Promise<string> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	if (actor.kind !== 'registered') throw new NotFound();
	const batchId = parseBatchId(typed.batchId);
	const teacherId = actor.personId;
	const key = { id: batchId, teacherId, classroomId };
	if (app.cards.has(key)) return batchId;

	const plan = await planRoster(app.store.read, classroomId, typed);
	if (plan.fingerprint !== typed.fingerprint) throw new Conflict(CHANGED);
	const people = newPeople(plan);

	app.cards.order(key, {
		people,
		typed: typed.list,
		keep: (hashed) =>
			app.store.write(async (transaction) => {
				// Minutes may have passed: the teacher may have left, and others may have come.
				authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
				const now = await planRoster(transaction, classroomId, typed);
				if (now.fingerprint !== typed.fingerprint) throw new Conflict(CHANGED);
				const students = hashed.map(({ name, userName, passwordHash }) => ({
					id: app.newId(),
					displayName: name,
					userName,
					passwordHash,
				}));
				await insertRoster(transaction, students, { classroomId, teacherId, now: app.now() });
			}),
	});
	return batchId;
}

function newPeople({ rows }: RosterPlan): { name: string; userName: string }[] {
	const wrong = rows.filter(({ does }) => does === 'wrong').length;
	if (wrong > 0) {
		throw new Invalid(
			`${wrong === 1 ? 'One row is wrong' : `${String(wrong)} rows are wrong`}. Nobody was added: mend the list, or leave those rows out.`,
			'list',
		);
	}
	const people = rows.flatMap(({ does, name, userName }) => (does === 'make' && userName ? [{ name, userName }] : []));
	if (people.length === 0) throw new Invalid('There is nobody to add: look at the rows below.', 'list');
	return people;
}
