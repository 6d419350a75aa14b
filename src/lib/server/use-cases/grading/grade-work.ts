import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import { parsePoints, pointsInWords } from '../../../domain/grading/points.ts';
import { assignedResult } from '../../../domain/grading/result.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findAssignment, type AssignmentRow } from '../../repositories/assignments.ts';
import { findAttempt, findStudentsWithAttempts, updateAttempt, type AttemptRow } from '../../repositories/attempts.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { findPerson } from '../../repositories/people.ts';
import { findGradeHistory, findGrades, findScores, insertGrade } from '../../repositories/scores.ts';
import { authorizeFor } from '../assignments/assign-lesson.ts';
import { resultsOf } from '../assignments/view-assignment.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';
import { tellReturned } from '../notices/tell.ts';
import { disputesOf } from '../rulings/disputes.ts';
import { assignedEdition, assignedRuledEdition } from '../assignments/assigned-edition.ts';
import { showWork } from '../work/show-work.ts';

const MAX_COMMENT = 4_000;

/** A student's work as the teacher reads it: answers, what was right and why, score, grade and its history. */
export async function viewSubmission(app: App, actor: Actor, attemptId: string) {
	const { attempt, assignment } = await findSubmission(app, actor, attemptId, 'read a classroom as staff');
	const edition = await assignedRuledEdition(app, app.store.read, assignment);
	const classroom = await findClassroom(app.store.read, assignment.classroomId);
	const person = await findPerson(app.store.read, attempt.personId);
	const work = await showWork(app, edition, attempt, () => true);
	const scores = await findScores(app.store.read, attemptId);
	const grades = await findGrades(app.store.read, attemptId);
	const history = await findGradeHistory(app.store.read, attemptId);

	return {
		...work,
		attemptId,
		student: { id: attempt.personId, name: person?.displayName ?? '' },
		classroom: { id: assignment.classroomId, name: classroom?.name ?? '' },
		assignment: { id: assignment.id, title: lessonTitle(app, assignment.lesson) },
		handedInAt: attempt.handedInAt,
		late: attempt.late,
		returnedAt: attempt.returnedAt,
		comment: attempt.comment,
		result: assignedResult(Object.values(resultsOf(edition, scores, grades))),
		history: history.map(({ grade, by }) => ({
			exerciseId: grade.exerciseId,
			points: grade.points,
			comment: grade.comment,
			by: by ?? 'a former teacher',
			at: grade.createdAt,
		})),
		disputes: await disputesOf(app, assignment.classroomId, attempt),
		neighbours: await neighboursOf(app, assignment.id, attemptId),
	};
}

/** The teacher's decision on one exercise. Empty points leave the score standing; a row is added, none is changed. */
export async function gradeExercise(
	app: App,
	actor: Actor,
	attemptId: string,
	typed: { exerciseId: string; points: string; comment: string },
): Promise<void> {
	const { assignment } = await findSubmission(app, actor, attemptId);
	const edition = await assignedEdition(app, assignment);
	const exercise = edition.exercises.find((candidate) => candidate.id === typed.exerciseId);
	if (!exercise) throw new NotFound();

	const points = readPoints(typed.points, exercise.points * 100, `points-${exercise.id}`);
	const comment = readComment(typed.comment, `comment-${exercise.id}`);
	await app.store.write(async (transaction) => {
		const last = (await findGrades(transaction, attemptId)).findLast((row) => row.exerciseId === exercise.id);
		if (last ? last.points === points && last.comment === comment : points === null && comment === '') return;
		await insertGrade(transaction, {
			id: app.newId(),
			attemptId,
			exerciseId: exercise.id,
			points,
			comment,
			gradedBy: actor.kind === 'registered' ? actor.personId : null,
			createdAt: app.now(),
		});
	});
}

/** Returns the work: from now on the student sees grade, comments and what was right. */
export async function returnWork(app: App, actor: Actor, attemptId: string, typedComment: string): Promise<void> {
	const { attempt } = await findSubmission(app, actor, attemptId);
	const comment = readComment(typedComment, 'comment') || null;
	await app.store.write(async (transaction) => {
		await updateAttempt(transaction, attemptId, { comment, returnedAt: app.now() });
		await tellReturned(app, transaction, attempt);
	});
}

/** Returns everything of an assignment that was handed in and not yet returned; says how much that was. */
export async function returnAll(app: App, actor: Actor, assignmentId: string): Promise<number> {
	await authorizeFor(app, actor, assignmentId, 'grade work');
	const now = app.now();
	return app.store.write(async (transaction) => {
		const rows = await findStudentsWithAttempts(transaction, assignmentId);
		const waiting = rows.filter(({ attempt }) => attempt?.handedInAt != null && attempt.returnedAt === null);
		for (const { attempt } of waiting) {
			if (!attempt) continue;
			await updateAttempt(transaction, attempt.id, { returnedAt: now });
			await tellReturned(app, transaction, attempt);
		}
		return waiting.length;
	});
}

async function findSubmission(
	app: App,
	actor: Actor,
	attemptId: string,
	deed: 'grade work' | 'read a classroom as staff' = 'grade work',
): Promise<{ attempt: AttemptRow; assignment: AssignmentRow }> {
	const attempt = await findAttempt(app.store.read, attemptId);
	const assignment = attempt?.assignmentId ? await findAssignment(app.store.read, attempt.assignmentId) : undefined;
	authorize(deed, actor, assignment ? await relationTo(app, actor, assignment.classroomId) : null);
	if (!attempt || !assignment) throw new NotFound();
	if (attempt.handedInAt === null) throw new Conflict('This work is not handed in yet. It can be read when it is.');
	return { attempt, assignment };
}

/** The handed-in work before and after this one, in the order of the class list. */
async function neighboursOf(app: App, assignmentId: string, attemptId: string) {
	const rows = await findStudentsWithAttempts(app.store.read, assignmentId);
	const handedIn = rows.flatMap(({ attempt }) => (attempt?.handedInAt == null ? [] : attempt.id));
	const place = handedIn.indexOf(attemptId);
	return {
		previous: handedIn[place - 1] ?? null,
		next: handedIn[place + 1] ?? null,
		place: place + 1,
		of: handedIn.length,
	};
}

function readPoints(typed: string, possible: number, field: string): number | null {
	if (typed.trim() === '') return null;
	const points = parsePoints(typed);
	if (points === null) throw new Invalid('Points are a number such as 7 or 7.5.', field);
	if (points > possible) throw new Invalid(`This exercise has at most ${pointsInWords(possible)} points.`, field);
	return points;
}

function readComment(typed: string, field: string): string {
	const comment = typed.trim();
	if (comment.length <= MAX_COMMENT) return comment;
	throw new Invalid(`A comment has at most ${MAX_COMMENT.toLocaleString('en')} characters.`, field);
}
