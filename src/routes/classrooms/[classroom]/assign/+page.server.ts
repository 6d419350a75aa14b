import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { readParts, readRulesForm } from '$lib/server/http/assignment-form.ts';
import { assignLesson } from '$lib/server/use-cases/assignments/assign-lesson.ts';
import { classroomTimeZone } from '$lib/server/use-cases/assignments/classroom-time-zone.ts';
import { viewAssignForm } from '$lib/server/use-cases/assignments/view-assign-form.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) =>
	viewAssignForm(app, actor, params.classroom),
);

export const actions = {
	default: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const rules = readRulesForm(form, await classroomTimeZone(app, actor, params.classroom));
		const { lesson = '' } = form;
		await assignLesson(app, actor, params.classroom, { ...rules, lesson, parts: readParts(form, lesson) });
		redirect(303, `/classrooms/${params.classroom}`);
	}),
};
