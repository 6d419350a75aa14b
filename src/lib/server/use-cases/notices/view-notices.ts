import type { Actor } from '../../../domain/access/actor.ts';
import { ownDueAt } from '../../../domain/grading/exceptions.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { countNewNotices as countNew, findNotices, markSeen, type NoticeKind } from '../../repositories/notices.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';

const SHOWN = 20;

export type ShownNotice = {
	id: string;
	kind: NoticeKind;
	/** The lesson's title. */
	lesson: string;
	classroom: string;
	/** The person's own. */
	dueAt: number | null;
	/** The classroom's. */
	timeZone: string;
	at: number;
	isNew: boolean;
	/** Where it leads. */
	href: string;
};

/** How many notices are new: stands in the head of every page. */
export async function countNewNotices(app: App, actor: Actor): Promise<number> {
	return actor.kind === 'registered' ? countNew(app.store.read, actor.personId) : 0;
}

/** The newest notices of the person who asks. */
export async function listNotices(app: App, actor: Actor): Promise<ShownNotice[]> {
	authorize('keep an account', actor);
	if (actor.kind !== 'registered') return [];
	const rows = await findNotices(app.store.read, actor.personId, SHOWN);
	return rows.map((row) => {
		const work = `/classrooms/${row.classroomId ?? ''}/assignments/${row.assignmentId}/work`;
		return {
			id: row.id,
			kind: row.kind,
			lesson: lessonTitle(app, row.lesson ?? ''),
			classroom: row.classroomName ?? '',
			dueAt: ownDueAt(row.dueAt, { dueAt: row.ownDueAt, excused: false }),
			timeZone: row.timeZone ?? 'UTC',
			at: row.createdAt,
			isNew: row.seenAt === null,
			href: row.exerciseId === null ? work : `${work}#exercise-${row.exerciseId}`,
		};
	});
}

/** They were opened: from now on they are not new. Nobody can do that to somebody else's. */
export async function seeNotices(app: App, actor: Actor, ids: string[]): Promise<void> {
	authorize('keep an account', actor);
	if (actor.kind !== 'registered' || ids.length === 0) return;
	const { personId } = actor;
	await app.store.write((transaction) => markSeen(transaction, personId, ids.slice(0, SHOWN), app.now()));
}
