import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { moveStudent, viewMove } from '$lib/server/use-cases/classrooms/move-student.ts';

export const load = loading(async ({ locals: { app, actor }, params, url }: PageServerLoadEvent) =>
	viewMove(app, actor, params.classroom, params.student, url.searchParams.get('to')),
);

export const actions = {
	default: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const to = form.to ?? '';
		await moveStudent(app, actor, params.classroom, params.student, to);
		redirect(303, `/classrooms/${to}/gradebook/${params.student}`);
	}),
};
