import type { App } from '../../app.ts';

/** The title of a lesson, or its slug where the lesson is no longer in the course. */
export function lessonTitle(app: App, slug: string): string {
	return app.course.lessons.get(slug)?.edition.title ?? slug;
}
