import type { App } from '../../app.ts';
import { showExercise } from '../work/show-work.ts';

/** A lesson on paper, without any key: for everybody, as the lesson page is. */
export function viewWorksheet(app: App, lesson: string) {
	const edition = app.editions.current(lesson);
	return {
		lesson: { slug: edition.lesson, title: edition.title },
		exercises: edition.exercises
			.filter((exercise) => exercise.points > 0)
			.map((exercise) => ({ exercise: showExercise(app, edition, exercise), review: null })),
	};
}
