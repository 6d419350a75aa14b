import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import { ownDueAt } from '../../../domain/grading/exceptions.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import { deleteAssignment, insertAssignment, type AssignmentRow } from '../../repositories/assignments.ts';
import { updateAttempt } from '../../repositories/attempts.ts';
import { deleteMembership, findClassroom, findRole, insertMembership } from '../../repositories/classrooms.ts';
import { deleteException, findException, saveException } from '../../repositories/exceptions.ts';
import { findCategories } from '../../repositories/gradebook.ts';
import { deleteAttempts, findClassroomsTaught, moveChallenges, moveNotices } from '../../repositories/moving.ts';
import { findPerson } from '../../repositories/people.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';
import { regrade } from '../rulings/regrade.ts';
import { judgeAgain, settleAttempts } from '../work/settle-attempts.ts';
import { planOfMove, type PlannedMove } from './plan-of-move.ts';
import { relationTo } from './relation-to.ts';
import { scoreByRulingsOf } from './score-moved-work.ts';

/** Who would go, where to, and (where a classroom is chosen) what would become of each piece of work. */
export async function viewMove(app: App, actor: Actor, classroomId: string, personId: string, to: string | null) {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	const { read } = app.store;
	const classroom = await findClassroom(read, classroomId);
	const student = await findPerson(read, personId);
	const isStudent = (await findRole(read, classroomId, personId)) === 'student';
	if (!classroom || !student || !isStudent || actor.kind === 'nobody') throw new NotFound();

	const others = (await findClassroomsTaught(read, actor.personId)).filter(({ id }) => id !== classroomId);
	const target = others.find(({ id }) => id === to) ?? null;
	const plan = target ? await planOfMove(read, { personId, from: classroomId, to: target.id }) : [];
	return {
		classroom: { id: classroom.id, name: classroom.name },
		student: { id: personId, name: student.displayName ?? student.userName ?? '' },
		others,
		target,
		refusal: target ? await whyNot(read, target.id, personId) : null,
		works: plan.map(({ source, twin, attempts, own }) => ({
			id: source.id,
			title: lessonTitle(app, source.lesson),
			dueAt: source.dueAt,
			handedIn: attempts.filter(({ handedInAt }) => handedInAt !== null).length,
			becomes: becomes(attempts.length, own.length, twin !== null),
		})),
	};
}

export type Becomes = 'the same there' | 'both there' | 'comes along' | 'to do there' | 'stays';

function becomes(attempts: number, own: number, hasTwin: boolean): Becomes {
	if (attempts > 0 && hasTwin) return own > 0 ? 'both there' : 'the same there';
	if (attempts > 0) return 'comes along';
	return hasTwin ? 'to do there' : 'stays';
}

/**
 * Takes a student with all work into another classroom of the same teacher. Work goes to the assignment that asks the
 * same there; what has none comes along as an assignment that only this student has.
 */
export async function moveStudent(
	app: App,
	actor: Actor,
	classroomId: string,
	personId: string,
	to: string,
): Promise<void> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	if (to === '' || to === classroomId) throw new Invalid('Please choose the classroom to move to.', 'to');
	authorize('run a classroom', actor, await relationTo(app, actor, to));
	// What a ruling here has still to score is scored before the work leaves.
	await regrade(app);

	await app.store.write(async (transaction) => {
		if ((await findRole(transaction, classroomId, personId)) !== 'student') throw new NotFound();
		const refusal = await whyNot(transaction, to, personId);
		if (refusal !== null) throw new Invalid(refusal, 'to');
		for (const planned of await planOfMove(transaction, { personId, from: classroomId, to })) {
			await moveWork(app, transaction, planned, { personId, to });
		}
		await deleteMembership(transaction, classroomId, personId);
		await insertMembership(transaction, { classroomId: to, personId, role: 'student', joinedAt: app.now() });
	});
}

async function whyNot(connection: Connection, to: string, personId: string): Promise<string | null> {
	const role = await findRole(connection, to, personId);
	return role === 'teacher' || role === 'assistant' ? 'This person teaches or assists in that classroom.' : null;
}

type Destination = { personId: string; to: string };

async function moveWork(app: App, transaction: Connection, planned: PlannedMove, { personId, to }: Destination) {
	const { source, attempts, empty, own, exception } = planned;
	await deleteAttempts(
		transaction,
		empty.map(({ id }) => id),
	);
	const hasWork = attempts.length > 0;
	const target = planned.twin ?? (hasWork ? await bringAlong(app, transaction, source, { personId, to }) : null);
	if (target) {
		await carryTime(app, transaction, planned, target, personId);
		await moveNotices(transaction, personId, source.id, target.id);
	}
	if (exception) await deleteException(transaction, source.id, personId);
	if (target && hasWork) {
		const last = own.at(-1)?.number ?? 0;
		const hasCounting = own.length > 0;
		for (const [index, { id }] of attempts.entries()) {
			// One attempt counts at a time: which one, is settled below.
			const counts = !hasCounting && index === 0;
			await updateAttempt(transaction, id, { assignmentId: target.id, number: last + index + 1, counts });
		}
		const ids = attempts.map(({ id }) => id);
		await moveChallenges(transaction, ids, to);
		await scoreByRulingsOf(app, transaction, target, attempts, source.classroomId);
		await judgeAgain(app, transaction, target.id, personId);
		await settleAttempts(app, transaction, { assignmentId: target.id, personId });
	}
	// What had come along with this student alone is nobody's now.
	if (source.onlyFor !== null) await deleteAssignment(transaction, source.id);
}

/** A copy of the assignment for this student alone, in the category of the same name where there is one. */
async function bringAlong(
	app: App,
	transaction: Connection,
	source: AssignmentRow,
	{ personId, to }: Destination,
): Promise<AssignmentRow> {
	const here = await findCategories(transaction, source.classroomId);
	const name = here.find(({ id }) => id === source.categoryId)?.name.toLowerCase();
	const category = (await findCategories(transaction, to)).find((one) => one.name.toLowerCase() === name);
	const copy = {
		...source,
		id: app.newId(),
		classroomId: to,
		onlyFor: personId,
		categoryId: category?.id ?? null,
		sequenceId: null,
		sequencePlace: null,
	};
	await insertAssignment(transaction, copy);
	return copy;
}

/**
 * The exception of the student comes along. Where the class had longer there than here, the student keeps the time that
 * was given: work that was in time does not become late by moving.
 */
async function carryTime(
	app: App,
	transaction: Connection,
	{ source, attempts, exception }: PlannedMove,
	target: AssignmentRow,
	personId: string,
) {
	const present = await findException(transaction, target.id, personId);
	const excused = present?.excused ?? exception?.excused ?? false;
	const dueHere = ownDueAt(source.dueAt, exception);
	const lastHandIn = Math.max(...attempts.map(({ handedInAt }) => handedInAt ?? -Infinity));
	const until = attempts.length === 0 ? (exception?.dueAt ?? -Infinity) : (dueHere ?? lastHandIn);
	const ownThere = ownDueAt(target.dueAt, present);
	const isLonger = Number.isFinite(until) && ownThere !== null && until > ownThere;
	if (!isLonger && excused === (present?.excused ?? false)) return;
	const dueAt = excused ? null : isLonger ? until : (present?.dueAt ?? null);
	await saveException(transaction, { assignmentId: target.id, personId, dueAt, excused, createdAt: app.now() });
}
