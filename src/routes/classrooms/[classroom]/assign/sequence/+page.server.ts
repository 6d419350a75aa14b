import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { readRulesForm } from '$lib/server/http/assignment-form.ts';
import { acting, loading } from '$lib/server/http/guard.ts';
import { assignSequence } from '$lib/server/use-cases/assignments/assign-sequence.ts';
import { classroomTimeZone } from '$lib/server/use-cases/assignments/classroom-time-zone.ts';
import { viewAssignForm } from '$lib/server/use-cases/assignments/view-assign-form.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) =>
	viewAssignForm(app, actor, params.classroom),
);

const PLACE = 'place.';

export const actions = {
	default: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const rules = readRulesForm(form, await classroomTimeZone(app, actor, params.classroom));
		const places = Object.entries(form)
			.filter(([field]) => field.startsWith(PLACE))
			.map(([field, typed]) => [field.slice(PLACE.length), typed] as const);
		const { name = '', daysApart = '', isStepwise } = form;
		const sequence = { name, daysApart, isStepwise: isStepwise === 'on', places: Object.fromEntries(places) };
		await assignSequence(app, actor, params.classroom, { ...rules, ...sequence });
		redirect(303, `/classrooms/${params.classroom}`);
	}),
};
