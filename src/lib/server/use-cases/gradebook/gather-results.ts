import type { Edition } from '../../../domain/lessons/edition.ts';
import { lateTermsFor, ownDueAt, type Exception } from '../../../domain/grading/exceptions.ts';
import { mayHaveFeedback } from '../../../domain/grading/feedback-rule.ts';
import { standingOf, totalOf, type Category, type Standing, type Total } from '../../../domain/grading/gradebook.ts';
import type { LateLoss, LateTerms } from '../../../domain/grading/late-rule.ts';
import { assignedResult, type LessonResult } from '../../../domain/grading/result.ts';
import type { App } from '../../app.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';
import { findClassroom, findStudents } from '../../repositories/classrooms.ts';
import { findExceptionsOfClassroom } from '../../repositories/exceptions.ts';
import {
	findCategories,
	findGradedAssignments,
	findGradesOfClassroom,
	findHandedIn,
	findScoresOfClassroom,
	type BareScore,
} from '../../repositories/gradebook.ts';
import { assignedEdition } from '../assignments/assigned-edition.ts';
import { resultsOf } from '../assignments/results-of.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';

export type GradedWork = {
	assignmentId: string;
	title: string;
	dueAt: number | null;
	weight: number;
	/** Null: of no category. */
	categoryId: string | null;
	/** Hundredths. */
	possible: number;
};

export type WorkResult = {
	assignmentId: string;
	standing: Standing;
	/** Hundredths; what is graded so far. */
	earned: number;
	late: boolean;
	/** What lateness took off, already gone from `earned`; null where nothing. */
	lateLoss: LateLoss | null;
	handedInAt: number | null;
	/** The student's own. */
	dueAt: number | null;
	/** Whether the student may see it. */
	isOut: boolean;
};

export type StudentResults = {
	personId: string;
	name: string;
	userName: string;
	/** One for each work of the classroom, in their order. */
	results: WorkResult[];
	total: Total;
};

export type ClassResults = {
	classroom: { id: string; name: string };
	works: GradedWork[];
	categories: Category[];
	students: StudentResults[];
};

/** What the total is counted from: all that is graded, or only that whose feedback is out for the student. */
export type Reader = 'teacher' | 'student';

/** The results of all students of a classroom, or of one. The caller has asked whether this may be seen. */
export async function gatherResults(
	app: App,
	classroomId: string,
	reader: Reader,
	onlyPersonId: string | null = null,
): Promise<ClassResults> {
	const { read } = app.store;
	const classroom = await findClassroom(read, classroomId);
	const assignments = (await findGradedAssignments(read, classroomId)).filter(
		({ onlyFor }) => onlyFor === null || onlyPersonId === null || onlyFor === onlyPersonId,
	);
	const handedIn = await findHandedIn(read, classroomId, onlyPersonId);
	const exceptions = await findExceptionsOfClassroom(read, classroomId);
	const students = (await findStudents(read, classroomId)).filter(
		({ personId }) => onlyPersonId === null || personId === onlyPersonId,
	);
	const categories = [
		...(await findCategories(read, classroomId)),
		{
			id: null,
			name: 'Other work',
			weight: classroom?.otherWeight ?? 100,
			dropLowest: classroom?.otherDropLowest ?? 0,
		},
	].map(({ id, name, weight, dropLowest }): Category => ({ id, name, weight, dropLowest }));
	const editions = new Map<string, Edition>();
	for (const each of assignments) editions.set(each.id, await assignedEdition(app, each));

	const works = assignments.map((assignment) => toWork(app, assignment, editions.get(assignment.id)));
	const scores = Map.groupBy(await findScoresOfClassroom(read, classroomId, onlyPersonId), (row) => row.attemptId);
	const grades = Map.groupBy(await findGradesOfClassroom(read, classroomId, onlyPersonId), (row) => row.attemptId);
	const attemptAt = new Map(handedIn.map((row) => [placeOf(row.assignmentId, row.personId), row]));
	const exceptionAt = new Map(exceptions.map((row) => [placeOf(row.assignmentId, row.personId), row]));
	const now = app.now();

	return {
		classroom: { id: classroomId, name: classroom?.name ?? '' },
		works,
		categories,
		students: students.map(({ personId, displayName, userName }) => {
			const results = assignments.map((assignment) => {
				const place = placeOf(assignment.id, personId);
				const attempt = attemptAt.get(place);
				const edition = editions.get(assignment.id);
				const points =
					attempt && edition
						? pointsOf(
								edition,
								scores.get(attempt.id),
								grades.get(attempt.id),
								lateTermsFor(assignment, attempt.handedInAt, exceptionAt.get(place)),
							)
						: NOTHING_YET;
				const result = toResult(assignment, attempt, exceptionAt.get(place) ?? null, points, reader, now);
				const isAnothers = assignment.onlyFor !== null && assignment.onlyFor !== personId;
				return isAnothers ? { ...result, standing: 'not given' as const } : result;
			});
			const entries = works.map((work, index) => ({
				...work,
				earned: results[index]?.earned ?? 0,
				standing: results[index]?.standing ?? ('not due yet' as const),
			}));
			return {
				personId,
				name: displayName ?? userName ?? '',
				userName: userName ?? '',
				results,
				total: totalOf(entries, categories),
			};
		}),
	};
}

const NOTHING_YET = { earned: 0, waiting: 0, lateLoss: null };
const placeOf = (assignmentId: string, personId: string) => `${assignmentId} ${personId}`;

function toWork(app: App, assignment: AssignmentRow, edition: Edition | undefined): GradedWork {
	const points = edition?.exercises.reduce((sum, exercise) => sum + exercise.points, 0) ?? 0;
	const { id, lesson, dueAt, weight, categoryId } = assignment;
	return { assignmentId: id, title: lessonTitle(app, lesson), dueAt, weight, categoryId, possible: points * 100 };
}

function pointsOf(
	edition: Edition,
	scores: BareScore[] = [],
	grades: { exerciseId: string; points: number | null }[] = [],
	terms: LateTerms | null,
) {
	return assignedResult(Object.values(resultsOf(edition, scores, grades)), terms);
}

type HandedIn = { handedInAt: number | null; returnedAt: number | null; late: boolean };

function toResult(
	assignment: AssignmentRow,
	attempt: HandedIn | undefined,
	exception: Exception | null,
	{ earned, waiting, lateLoss }: Pick<LessonResult, 'earned' | 'waiting' | 'lateLoss'>,
	reader: Reader,
	now: number,
): WorkResult {
	const dueAt = ownDueAt(assignment.dueAt, exception);
	const { handedInAt = null, returnedAt = null, late = false } = attempt ?? {};
	const isOut = mayHaveFeedback(
		{ rule: assignment.feedbackRule, dueAt, feedbackAt: assignment.feedbackAt, handedInAt, late, returnedAt },
		now,
	);
	const standing = standingOf(
		{ classDueAt: assignment.dueAt ?? assignment.closeAt, exception, handedInAt, waiting },
		now,
	);
	const isHidden = reader === 'student' && !isOut && (standing === 'counts' || standing === 'to grade');
	return {
		assignmentId: assignment.id,
		standing: isHidden ? 'not out yet' : standing,
		earned: reader === 'student' && !isOut ? 0 : earned,
		late,
		lateLoss: reader === 'student' && !isOut ? null : lateLoss,
		handedInAt,
		dueAt,
		isOut,
	};
}
