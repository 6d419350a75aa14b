import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { openClassroom } from '$lib/server/use-cases/classrooms/open-classroom.ts';
import { listClassrooms } from '$lib/server/use-cases/classrooms/view-classroom.ts';

export const load = loading(async ({ locals: { app, actor } }: PageServerLoadEvent) => {
	if (actor.kind !== 'registered') redirect(303, '/sign-in?next=/classrooms');
	const classrooms = await listClassrooms(app, actor);
	return {
		teaching: classrooms.filter(({ role }) => role === 'teacher'),
		// A student gets no join code to hand on.
		attending: classrooms.filter(({ role }) => role === 'student').map(({ id, name }) => ({ id, name })),
		asksTeacherCode: app.teacherCode !== null,
	};
});

export const actions = {
	open: acting(async (event: RequestEvent, form) => {
		const { name = '', teacherCode = '' } = form;
		const typed = { name, teacherCode, address: event.getClientAddress() };
		const id = await openClassroom(event.locals.app, event.locals.actor, typed);
		redirect(303, `/classrooms/${id}`);
	}),
};
