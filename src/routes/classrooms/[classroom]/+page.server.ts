import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { changeJoinCode, removeStudent, renameClassroom } from '$lib/server/use-cases/classrooms/run-classroom.ts';
import { enterClassroom, viewClassroom } from '$lib/server/use-cases/classrooms/view-classroom.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) => {
	const { role } = await enterClassroom(app, actor, params.classroom);
	// A student's work of all classrooms stands on one page.
	if (role === 'student') redirect(303, '/lessons');
	return { classroom: await viewClassroom(app, actor, params.classroom) };
});

export const actions = {
	rename: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await renameClassroom(app, actor, params.classroom, form.name ?? '');
		return { done: 'The classroom has its new name.' };
	}),
	changeCode: acting(async ({ locals: { app, actor }, params }: RequestEvent) => {
		await changeJoinCode(app, actor, params.classroom);
		return { done: 'The classroom has a new join code. The old one no longer works.' };
	}),
	remove: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await removeStudent(app, actor, params.classroom, form.student ?? '');
		return { done: 'The student was removed, with all work done for this classroom.' };
	}),
};
