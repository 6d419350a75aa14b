import type { Actor } from '../../../domain/access/actor.ts';
import { mayHaveFeedback } from '../../../domain/grading/feedback-rule.ts';
import type { Edition } from '../../../domain/lessons/edition.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findAssignmentsOfStudent } from '../../repositories/assignments.ts';
import { isStaffSomewhere } from '../../repositories/classrooms.ts';
import { assignedWork } from '../work/open-assigned-work.ts';
import { scorerOf } from '../work/parse-answer.ts';
import { practiceClosed } from '../work/practice-closed.ts';
import { showExercise } from '../work/show-work.ts';

/** A lesson with its key and reasons beside the text, for people who teach or assist. */
export async function viewKey(app: App, actor: Actor, lesson: string) {
	const edition = app.editions.current(lesson);
	authorize('see a key', actor, {
		isStaffSomewhere: actor.kind === 'registered' && (await isStaffSomewhere(app.store.read, actor.personId)),
		secret: await isSecretFrom(app, actor, lesson),
	});
	return {
		lesson: { slug: edition.lesson, title: edition.title, summary: edition.summary, minutes: edition.minutes },
		editionId: edition.id,
		exercises: showKeys(app, edition),
	};
}

export function showKeys(app: App, edition: Edition) {
	return edition.exercises.map((exercise) => ({
		exercise: showExercise(app, edition, exercise),
		review: scorerOf(app, exercise).keyReview({
			task: exercise.task,
			key: exercise.key,
			points: exercise.points,
			documents: edition.documents,
		}),
	}));
}

/** Somebody who teaches here may be a student there: their own assigned work stays honest. */
export async function isSecretFrom(app: App, actor: Actor, lesson: string): Promise<boolean> {
	if (actor.kind !== 'registered') return true;
	const closed = await practiceClosed(app, lesson);
	if (!closed) return false;
	const own = await findAssignmentsOfStudent(app.store.read, actor.personId);
	return own
		.filter(({ assignment }) => assignment.lesson === lesson && assignment.practiceClosed)
		.some(
			({ assignment, attempt, exception }) =>
				!attempt || !mayHaveFeedback(assignedWork(assignment, attempt, exception), app.now()),
		);
}
