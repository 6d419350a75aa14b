import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { askForCards, makeNewCards, viewStudents } from '$lib/server/use-cases/roster/cards.ts';

export const load = loading(async ({ locals: { app, actor }, params, url }: PageServerLoadEvent) => ({
	...(await viewStudents(app, actor, params.classroom)),
	/** Whom a link from the classroom's page has chosen already. */
	chosen: url.searchParams.get('student'),
}));

export const actions = {
	/** New cards end passwords that are in use: the page asks before anything happens. */
	ask: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const ids = Object.keys(form).flatMap((name) =>
			name.startsWith('student-') ? [name.slice('student-'.length)] : [],
		);
		return { asking: await askForCards(app, actor, params.classroom, ids) };
	}),
	make: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const personIds = (form.students ?? '').split(' ').filter(Boolean);
		const batchId = await makeNewCards(app, actor, params.classroom, { personIds, batchId: form.batchId ?? '' });
		redirect(303, `/classrooms/${params.classroom}/students/cards/${batchId}`);
	}),
};
