import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewCourse } from '$lib/server/use-cases/lessons/view-course.ts';

export const load = loading(async ({ locals }: PageServerLoadEvent) => ({
	course: await viewCourse(locals.app, locals.actor),
}));
