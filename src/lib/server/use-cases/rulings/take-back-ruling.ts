import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, NotFound } from '../../../domain/errors.ts';
import { canBeTakenBack } from '../../../domain/grading/rulings.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import { insertNotice } from '../../repositories/notices.ts';
import {
	findAnsweredBy,
	findLastRulingNumber,
	findRuling,
	findRulings,
	insertRuling,
	type RulingRow,
} from '../../repositories/rulings.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { readCounts, readWords, type TypedCounts } from './read-ruling.ts';
import { noticeOfRuling, regrade, type Regraded } from './regrade.ts';
import { toRuling } from './ruled-edition.ts';

export type TypedTakingBack = TypedCounts & { answer: string };

/**
 * Takes a ruling back by a further one: both stay and are shown, what it changed is scored again, and everybody
 * concerned is told. It says why.
 */
export async function takeBackRuling(
	app: App,
	actor: Actor,
	rulingId: string,
	typed: TypedTakingBack,
): Promise<Regraded> {
	const taken = await findToTakeBack(app, actor, rulingId);
	const answer = readWords(typed.answer, `answer-${rulingId}`, 'Say why you take it back: the students read it.');
	const { counts, countsReason } = readCounts(typed, `countsReason-${rulingId}`, true);

	const { classroomId, editionId, exerciseId, target } = taken;
	const id = app.newId();
	const createdAt = app.now();
	await app.store.write(async (transaction) => {
		await mayBeTakenBack(transaction, taken);
		await insertRuling(transaction, {
			id,
			classroomId,
			editionId,
			number: (await findLastRulingNumber(transaction, classroomId, editionId)) + 1,
			exerciseId,
			target,
			decision: 'take back',
			takesBack: taken.number,
			answer,
			counts,
			countsReason,
			ruledBy: actor.kind === 'registered' ? actor.personId : null,
			createdAt,
		});
		for (const { attemptId, personId, assignmentId } of await findAnsweredBy(transaction, rulingId)) {
			await insertNotice(transaction, {
				id: noticeOfRuling(id, attemptId),
				personId,
				kind: 'challenge answered',
				assignmentId,
				rulingId: id,
				createdAt,
			});
		}
	});
	return (await regrade(app)).get(id) ?? { scored: 0, rose: 0, fell: 0 };
}

/** A ruling that changed the key and holds still, for who may take it back. */
export async function findToTakeBack(app: App, actor: Actor, rulingId: string): Promise<RulingRow> {
	const ruling = await findRuling(app.store.read, rulingId);
	authorize('run a classroom', actor, ruling ? await relationTo(app, actor, ruling.classroomId) : null);
	if (!ruling) throw new NotFound();
	await mayBeTakenBack(app.store.read, ruling);
	return ruling;
}

async function mayBeTakenBack(connection: Connection, row: RulingRow): Promise<void> {
	const all = (await findRulings(connection, row.classroomId, row.editionId)).map(toRuling);
	if (canBeTakenBack(toRuling(row), all)) return;
	throw new Conflict('This ruling does not hold any more, or a later one stands on it. Your words are kept here.');
}
