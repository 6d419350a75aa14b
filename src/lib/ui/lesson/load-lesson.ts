import { loadPlayers, loadReviews, type Players, type Reviews } from '$lib/exercises/components.ts';
import type { LessonWork } from '$lib/exercises/shown.ts';
import { findProse } from './prose.ts';

/** How the exercises of a lesson are answered and explained, by kind. */
export type Faces = { players: Players; reviews: Reviews };

/** The parts of a lesson page that are code: its prose, its players, and the reviews of what may be explained by now. */
export async function loadLesson(work: LessonWork) {
	const used = work.exercises.map(({ exercise }) => exercise.kind);
	const explained = work.exercises.filter((each) => each.work.review !== null).map(({ exercise }) => exercise.kind);
	const [prose, players, reviews] = await Promise.all([
		findProse(work.lesson.slug),
		loadPlayers(used),
		loadReviews(explained),
	]);
	return { prose, faces: { players, reviews } };
}
