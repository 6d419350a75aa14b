import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import type { FormValues } from '$lib/server/http/guard.ts';
import { acting, loading } from '$lib/server/http/guard.ts';
import { viewStudents } from '$lib/server/use-cases/roster/cards.ts';
import { importRoster, previewRoster } from '$lib/server/use-cases/roster/import-roster.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) => {
	const { classroom, students } = await viewStudents(app, actor, params.classroom);
	return { classroom, present: students.length };
});

/** A file that was chosen counts more than what stands in the field: the field may still hold an older list. */
const rosterOf = (form: FormValues) => ({
	list: form.file || form.list || '',
	order: form.order === 'last-first' ? ('last-first' as const) : ('first-last' as const),
	leaveOutWrong: form.leaveOut === 'on',
});

export const actions = {
	preview: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const read = rosterOf(form);
		return { preview: await previewRoster(app, actor, params.classroom, read), read };
	}),
	import: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const { fingerprint = '', batchId = '' } = form;
		const batch = await importRoster(app, actor, params.classroom, { ...rosterOf(form), fingerprint, batchId });
		redirect(303, `/classrooms/${params.classroom}/students/cards/${batch}`);
	}),
};
