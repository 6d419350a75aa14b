import type { Actor } from '../../../domain/access/actor.ts';
import { lateTermsFor, type Exception } from '../../../domain/grading/exceptions.ts';
import { assignedResult, type ExerciseResult, type LessonResult } from '../../../domain/grading/result.ts';
import type { Edition } from '../../../domain/lessons/edition.ts';
import type { App } from '../../app.ts';
import { findAttemptsWithAnswers } from '../../repositories/answers.ts';
import { findAttemptsOfAssignment, findStudentsWithAttempts } from '../../repositories/attempts.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { findGradesOfAttempts, findScoresOfAttempts } from '../../repositories/scores.ts';
import { countOpenChallenges } from '../../repositories/rulings.ts';
import { resultsOfAttempts } from '../work/settle-attempts.ts';
import { authorizeFor } from './assign-lesson.ts';
import { assignedEdition } from './assigned-edition.ts';
import { rulesOf } from './read-rules.ts';
import { resultsOf } from './results-of.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';

export type Progress = 'not opened' | 'opened' | 'working' | 'handed in' | 'returned';

export type GivenAttempt = {
	id: string;
	number: number;
	counts: boolean;
	/** Null for one that is not handed in. */
	result: LessonResult | null;
};

export type StudentProgress = {
	personId: string;
	name: string;
	userName: string;
	/** The one that counts. */
	attemptId: string | null;
	/** All of them, where there are several. */
	attempts: GivenAttempt[];
	progress: Progress;
	handedInAt: number | null;
	late: boolean;
	exception: Exception | null;
	/** By exercise id; null before hand-in. */
	results: Record<string, ExerciseResult> | null;
	result: LessonResult | null;
	comment: string | null;
	/** Graded without names: nothing here leads to the work, or tells which it is. */
	isHidden: boolean;
};

/** A teacher's table of one assignment: who has opened it, is working, has handed in, and what came out. */
export async function viewAssignment(app: App, actor: Actor, assignmentId: string) {
	const assignment = await authorizeFor(app, actor, assignmentId, 'read a classroom as staff');
	const edition = await assignedEdition(app, assignment);
	const classroom = await findClassroom(app.store.read, assignment.classroomId);
	return {
		id: assignment.id,
		classroom: { id: assignment.classroomId, name: classroom?.name ?? '', timeZone: classroom?.timeZone ?? 'UTC' },
		lesson: assignment.lesson,
		title: lessonTitle(app, assignment.lesson),
		rules: rulesOf(assignment),
		newerEdition: app.course.lessons.get(assignment.lesson)?.edition.id !== assignment.editionId,
		/** Those that give points; `number` is the place in the lesson, from 1. */
		exercises: edition.exercises.flatMap(({ id, prompt, points, kind }, index) =>
			points > 0 ? [{ id, prompt, points, number: index + 1, label: app.kinds.get(kind)?.label ?? kind }] : [],
		),
		challenges: (await countOpenChallenges(app.store.read, assignment.classroomId)).get(assignmentId) ?? 0,
		namesHidden: assignment.namesHidden,
		students: (await progressOf(app, assignment, edition)).map((student) =>
			student.isHidden ? hidden(student) : student,
		),
	};
}

/** What each student has done, whether names are hidden or not: for who has asked already. */
export async function progressOf(app: App, assignment: AssignmentRow, edition: Edition): Promise<StudentProgress[]> {
	const rows = await findStudentsWithAttempts(app.store.read, assignment.id);
	const attemptIds = rows.flatMap((row) => row.attempt?.id ?? []);
	const begun = await findAttemptsWithAnswers(app.store.read, attemptIds);
	const scores = await findScoresOfAttempts(app.store.read, attemptIds);
	const grades = await findGradesOfAttempts(app.store.read, attemptIds);

	const several = await severalAttempts(app, assignment, edition, rows);

	return rows.map(({ personId, displayName, userName, attempt, exception }) => {
		const results =
			attempt?.handedInAt == null
				? null
				: resultsOf(
						edition,
						scores.filter((row) => row.attemptId === attempt.id),
						grades.filter((row) => row.attemptId === attempt.id),
					);
		return {
			personId,
			name: displayName ?? userName ?? '',
			userName: userName ?? '',
			attemptId: attempt?.id ?? null,
			attempts: several.get(personId) ?? [],
			progress: progressWord(attempt, attempt !== null && begun.has(attempt.id)),
			handedInAt: attempt?.handedInAt ?? null,
			late: attempt?.late ?? false,
			exception: exception && { dueAt: exception.dueAt, excused: exception.excused },
			results,
			result:
				results &&
				assignedResult(Object.values(results), lateTermsFor(assignment, attempt?.handedInAt ?? null, exception)),
			comment: attempt?.comment ?? null,
			isHidden: assignment.namesHidden && attempt?.handedInAt != null && attempt.returnedAt === null,
		};
	});
}

const hidden = (student: StudentProgress): StudentProgress => ({
	...student,
	attemptId: null,
	attempts: [],
	handedInAt: null,
	late: false,
	results: null,
	result: null,
	comment: null,
});

/** By student, for those who made more than one. */
async function severalAttempts(
	app: App,
	assignment: AssignmentRow,
	edition: Edition,
	rows: { personId: string; exception: Exception | null }[],
): Promise<Map<string, GivenAttempt[]>> {
	const byPerson = Map.groupBy(
		await findAttemptsOfAssignment(app.store.read, assignment.id),
		({ personId }) => personId,
	);
	const several = new Map<string, GivenAttempt[]>();
	for (const { personId, exception } of rows) {
		const attempts = byPerson.get(personId) ?? [];
		if (attempts.length < 2) continue;
		const results = await resultsOfAttempts(app.store.read, { assignment, edition, exception }, attempts);
		several.set(
			personId,
			attempts.map(({ id, number, counts }) => ({ id, number, counts, result: results.get(id) ?? null })),
		);
	}
	return several;
}

function progressWord(
	attempt: { handedInAt: number | null; returnedAt: number | null } | null,
	begun: boolean,
): Progress {
	if (!attempt) return 'not opened';
	if (attempt.returnedAt !== null) return 'returned';
	if (attempt.handedInAt !== null) return 'handed in';
	return begun ? 'working' : 'opened';
}
