import type { Actor } from '../../../domain/access/actor.ts';
import type { ExerciseProgress, Pile, PileEntry, WorkProgress } from '../../../domain/grading/pile.ts';
import type { App } from '../../app.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { findDraftsOfAttempts, findNeedingTeacher, findPile } from '../../repositories/grading.ts';
import { findGradesOfAttempts } from '../../repositories/scores.ts';
import { assignedEdition } from '../assignments/assigned-edition.ts';
import { authorizeFor } from '../assignments/assign-lesson.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';
import { studentsShown } from './find-submission.ts';

/** All handed-in work of one assignment, in the order in which it is walked, with what is done and what is not. */
export async function viewPile(app: App, actor: Actor, assignmentId: string): Promise<Pile> {
	const assignment = await authorizeFor(app, actor, assignmentId, 'read a classroom as staff');
	const relation = await relationTo(app, actor, assignment.classroomId);
	const edition = await assignedEdition(app, assignment);
	const classroom = await findClassroom(app.store.read, assignment.classroomId);
	const exercises = edition.exercises.flatMap(({ id, kind, points }, index) =>
		points > 0 ? [{ id, points, number: index + 1, label: app.kinds.get(kind)?.label ?? kind }] : [],
	);

	const rows = await findPile(app.store.read, assignmentId);
	const handedIn = rows.flatMap(({ attempt, ...student }) =>
		attempt?.handedInAt == null ? [] : [{ ...student, attempt }],
	);
	const ids = handedIn.map(({ attempt }) => attempt.id);
	const needing = pairs(await findNeedingTeacher(app.store.read, ids));
	const drafted = pairs(await findDraftsOfAttempts(app.store.read, ids));
	const newest = new Map((await findGradesOfAttempts(app.store.read, ids)).map((row) => [pair(row), row.points]));
	const shown = await studentsShown(app, assignment);

	const entries = handedIn.map(({ personId, displayName, userName, attempt }) => {
		const { returnedAt } = attempt;
		const student = shown({ personId, name: displayName ?? userName ?? '', returnedAt });
		const states = Object.fromEntries(
			exercises.map(({ id }): [string, ExerciseProgress] => {
				const place = pair({ attemptId: attempt.id, exerciseId: id });
				if (drafted.has(place)) return [id, 'draft'];
				if (newest.get(place) != null) return [id, 'graded'];
				return [id, needing.has(place) ? 'to grade' : 'scored'];
			}),
		);
		const several = handedIn.filter((other) => other.personId === personId).length > 1;
		const entry: PileEntry = {
			attemptId: attempt.id,
			name: student.name,
			attempt: several ? { number: attempt.number, counts: attempt.counts } : null,
			late: attempt.late,
			progress: progressOf(Object.values(states), returnedAt !== null),
			exercises: states,
		};
		return { entry, number: student.number };
	});

	// Without names the pile has no order of the class list: that would tell whose work it is.
	const walked = entries.toSorted((one, other) => (one.number ?? Infinity) - (other.number ?? Infinity) || 0);
	const withWork = new Set(handedIn.map(({ personId }) => personId));
	const missing = new Map(rows.map(({ personId, displayName, userName }) => [personId, displayName ?? userName ?? '']));
	for (const personId of withWork) missing.delete(personId);
	return {
		classroom: { id: assignment.classroomId, name: classroom?.name ?? '' },
		assignment: { id: assignment.id, title: lessonTitle(app, assignment.lesson) },
		namesHidden: assignment.namesHidden,
		mayHideNames: relation.role === 'teacher' && !relation.archived,
		exercises,
		entries: (assignment.namesHidden ? walked : entries).map(({ entry }) => entry),
		notHandedIn: { count: missing.size, names: assignment.namesHidden ? [] : [...missing.values()] },
	};
}

function progressOf(states: ExerciseProgress[], isReturned: boolean): WorkProgress {
	if (states.includes('to grade')) return 'to grade';
	if (states.includes('draft')) return 'draft';
	return isReturned ? 'returned' : 'graded';
}

const pair = ({ attemptId, exerciseId }: { attemptId: string; exerciseId: string }) => `${attemptId}/${exerciseId}`;
const pairs = (rows: { attemptId: string; exerciseId: string }[]) => new Set(rows.map(pair));
