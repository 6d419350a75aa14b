import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { openClassroom } from '$lib/server/use-cases/classrooms/open-classroom.ts';
import { listClassrooms } from '$lib/server/use-cases/classrooms/view-classroom.ts';

export const load = loading(async ({ locals: { app, actor } }: PageServerLoadEvent) => {
	if (actor.kind !== 'registered') redirect(303, '/sign-in?next=/classrooms');
	const classrooms = await listClassrooms(app, actor);
	const open = classrooms.filter(({ archivedAt }) => archivedAt === null);
	return {
		teaching: open.filter(({ role }) => role === 'teacher'),
		// A student or an assistant gets no join code to hand on.
		assisting: open
			.filter(({ role }) => role === 'assistant')
			.map(({ id, name, students }) => ({ id, name, students })),
		attending: open.filter(({ role }) => role === 'student').map(({ id, name }) => ({ id, name })),
		archived: classrooms
			.filter(({ archivedAt }) => archivedAt !== null)
			.map(({ id, name, role }) => ({ id, name, role })),
		asksTeacherCode: app.teacherCode !== null,
	};
});

export const actions = {
	open: acting(async (event: RequestEvent, form) => {
		const { name = '', teacherCode = '', zone: timeZone = '' } = form;
		const typed = { name, teacherCode, timeZone, address: event.getClientAddress() };
		const id = await openClassroom(event.locals.app, event.locals.actor, typed);
		redirect(303, `/classrooms/${id}`);
	}),
};
