import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { changeJoinCode, removeStudent } from '$lib/server/use-cases/classrooms/run-classroom.ts';
import { enterClassroom, viewClassroom } from '$lib/server/use-cases/classrooms/view-classroom.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) => {
	const { role, archived } = await enterClassroom(app, actor, params.classroom);
	// A student's work of all classrooms stands on one page; of a classroom in the archive there are only results.
	if (role === 'student') redirect(303, archived ? `/classrooms/${params.classroom}/my-results` : '/lessons');
	return { classroom: await viewClassroom(app, actor, params.classroom) };
});

export const actions = {
	changeCode: acting(async ({ locals: { app, actor }, params }: RequestEvent) => {
		await changeJoinCode(app, actor, params.classroom);
		return { done: 'The classroom has a new join code. The old one no longer works.' };
	}),
	remove: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await removeStudent(app, actor, params.classroom, form.student ?? '');
		return { done: 'The student was removed, with all work done for this classroom.' };
	}),
};
