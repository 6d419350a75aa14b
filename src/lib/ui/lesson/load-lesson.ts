import { loadReviews } from '$lib/exercises/components.ts';
import type { LessonWork } from '$lib/exercises/shown.ts';
import { findProse } from './prose.ts';

/** The parts of a lesson page that are code: its prose, and the reviews of what may be explained by now. */
export async function loadLesson(work: LessonWork) {
	const explained = work.exercises.filter((each) => each.work.review !== null).map(({ exercise }) => exercise.kind);
	const [prose, reviews] = await Promise.all([findProse(work.lesson.slug), loadReviews(explained)]);
	return { prose, reviews };
}
