import type { Actor } from '../../../domain/access/actor.ts';
import { isClosed, ownCloseAt, ownDueAt } from '../../../domain/grading/exceptions.ts';
import { mayHaveFeedback } from '../../../domain/grading/feedback-rule.ts';
import type { App } from '../../app.ts';
import { findAnswers } from '../../repositories/answers.ts';
import { findAssignmentsOfStudent } from '../../repositories/assignments.ts';
import { findPracticeAttempt } from '../../repositories/attempts.ts';
import { assignedWork } from '../work/open-assigned-work.ts';
import { inSequences, type InSequence } from './in-sequence.ts';
import { lessonTitle } from './lesson-title.ts';

export type LessonState = 'not begun' | 'begun' | 'finished';
export type CourseLesson = {
	slug: string;
	title: string;
	summary: string;
	minutes: number;
	state: LessonState;
	/** Exercises checked at least once, of those that count. */
	checked: number;
	exercises: number;
};
export type AssignedItem = InSequence & {
	id: string;
	classroomId: string;
	classroomName: string;
	title: string;
	minutes: number | null;
	/** The student's own. */
	dueAt: number | null;
	/** In the future, for work that is not open yet. */
	opensAt: number | null;
	/** The classroom's. */
	timeZone: string;
	state:
		| 'locked'
		| 'not open yet'
		| 'closed'
		| 'excused'
		| 'to do'
		| 'begun'
		| 'handed in'
		| 'feedback is there'
		| 'returned';
	late: boolean;
	/** One more attempt is begun, and can still be handed in. */
	anotherBegun: boolean;
};

/** The course as one person sees it: assigned work first, then the units, and the one thing to go on with. */
export async function viewCourse(app: App, actor: Actor) {
	const units = await Promise.all(
		app.course.units.map(async (unit) => ({
			id: unit.id,
			title: unit.title,
			summary: unit.summary,
			lessons: await Promise.all(
				unit.lessons.filter((slug) => app.course.lessons.has(slug)).map((slug) => lessonFor(app, actor, slug)),
			),
		})),
	);
	const assigned = actor.kind === 'registered' ? await assignedTo(app, actor.personId) : [];
	const lessons = units.flatMap((unit) => unit.lessons);
	return { assigned, units, next: whatComesNext(assigned, lessons) };
}

async function lessonFor(app: App, actor: Actor, slug: string): Promise<CourseLesson> {
	const edition = app.editions.current(slug);
	const attempt = actor.kind === 'nobody' ? undefined : await findPracticeAttempt(app.store.read, actor.personId, slug);
	const answers = attempt ? await findAnswers(app.store.read, attempt.id) : [];
	const checked = new Set(answers.filter((row) => row.checkedAt !== null).map((row) => row.exerciseId));
	const counted = edition.exercises.filter((exercise) => exercise.points > 0);
	const done = counted.filter((exercise) => checked.has(exercise.id)).length;
	return {
		slug,
		title: edition.title,
		summary: edition.summary,
		minutes: edition.minutes,
		state: answers.length === 0 ? 'not begun' : done === counted.length ? 'finished' : 'begun',
		checked: done,
		exercises: counted.length,
	};
}

async function assignedTo(app: App, personId: string): Promise<AssignedItem[]> {
	const rows = await findAssignmentsOfStudent(app.store.read, personId);
	const inSequence = inSequences(app, rows);
	const items = rows.map((row) => {
		const { assignment, attempt, exception, classroomName, timeZone, anotherOpen } = row;
		const own = inSequence(row);
		const state = stateOf(app, { assignment, attempt, exception });
		return {
			...own,
			id: assignment.id,
			classroomId: assignment.classroomId,
			classroomName,
			title: lessonTitle(app, assignment.lesson),
			minutes: app.course.lessons.get(assignment.lesson)?.edition.minutes ?? null,
			dueAt: ownDueAt(assignment.dueAt, exception),
			opensAt: assignment.openAt !== null && app.now() < assignment.openAt ? assignment.openAt : null,
			timeZone,
			state: own.waitsFor !== null && state === 'to do' ? ('locked' as const) : state,
			late: attempt?.late ?? false,
			anotherBegun: anotherOpen && !isClosed(app.now(), ownCloseAt(assignment, exception)),
		};
	});
	// By the student's own dates, which may be others than the class's; without a date last.
	return items.toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || 0);
}

type StudentRow = Awaited<ReturnType<typeof findAssignmentsOfStudent>>[number];

function stateOf(
	app: App,
	{ assignment, attempt, exception }: Pick<StudentRow, 'assignment' | 'attempt' | 'exception'>,
): AssignedItem['state'] {
	if (assignment.openAt !== null && app.now() < assignment.openAt) return 'not open yet';
	if (exception?.excused && attempt?.handedInAt == null) return 'excused';
	const isOver = isClosed(app.now(), ownCloseAt(assignment, exception));
	if (isOver && attempt?.handedInAt == null) return 'closed';
	if (!attempt) return 'to do';
	if (attempt.handedInAt === null) return 'begun';
	if (attempt.returnedAt !== null) return 'returned';
	return mayHaveFeedback(assignedWork(assignment, attempt, exception), app.now()) ? 'feedback is there' : 'handed in';
}

/** One main action: the most urgent assignment, else the lesson that was begun, else the first one not done. */
function whatComesNext(assigned: AssignedItem[], lessons: CourseLesson[]) {
	const work =
		assigned.find((item) => item.state === 'to do' || item.state === 'begun') ??
		assigned.find((item) => item.anotherBegun);
	if (work) {
		const path = `/classrooms/${work.classroomId}/assignments/${work.id}/work`;
		return { title: work.title, path, begun: work.state !== 'to do' };
	}
	const lesson =
		lessons.find((candidate) => candidate.state === 'begun') ??
		lessons.find((candidate) => candidate.state === 'not begun');
	if (!lesson) return null;
	return { title: lesson.title, path: `/lessons/${lesson.slug}`, begun: lesson.state === 'begun' };
}
