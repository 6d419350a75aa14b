import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { readDue } from '$lib/server/http/due-date.ts';
import { assignLesson } from '$lib/server/use-cases/assignments/assign-lesson.ts';
import { viewAssignForm } from '$lib/server/use-cases/assignments/view-assign-form.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) =>
	viewAssignForm(app, actor, params.classroom),
);

export const actions = {
	default: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const { lesson = '', feedbackRule = '', practiceClosed } = form;
		const assignment = { lesson, feedbackRule, practiceClosed: practiceClosed === 'on', dueAt: readDue(form) };
		await assignLesson(app, actor, params.classroom, assignment);
		redirect(303, `/classrooms/${params.classroom}`);
	}),
};
