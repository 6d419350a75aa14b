import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { readDate, readRulesForm } from '$lib/server/http/assignment-form.ts';
import { changeAssignment, withdrawAssignment } from '$lib/server/use-cases/assignments/assign-lesson.ts';
import { timeZoneOfAssignment } from '$lib/server/use-cases/assignments/classroom-time-zone.ts';
import { endException, makeException } from '$lib/server/use-cases/assignments/make-exception.ts';
import { viewAssignment } from '$lib/server/use-cases/assignments/view-assignment.ts';
import { returnedInWords } from '$lib/ui/grading/returned-in-words.ts';
import { returnAll } from '$lib/server/use-cases/grading/return-work.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) => {
	const assignment = await viewAssignment(app, actor, params.assignment);
	if (assignment.classroom.id !== params.classroom) error(404);
	return { assignment };
});

export const actions = {
	change: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const rules = readRulesForm(form, await timeZoneOfAssignment(app, actor, params.assignment));
		await changeAssignment(app, actor, params.assignment, rules);
		return { done: 'The assignment was changed.' };
	}),
	returnAll: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		return { done: returnedInWords(await returnAll(app, actor, params.assignment, form.anyway === 'on')) };
	}),
	makeException: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const { student: personId = '', what } = form;
		const timeZone = await timeZoneOfAssignment(app, actor, params.assignment);
		const exception = { personId, excused: what === 'excused', dueAt: readDate(form, 'ownDue', timeZone) };
		await makeException(app, actor, params.assignment, exception);
		return { done: exception.excused ? 'The student is excused.' : 'The student has more time.' };
	}),
	endException: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await endException(app, actor, params.assignment, form.student ?? '');
		return { done: 'The rules of the class hold for this student again.' };
	}),
	withdraw: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await withdrawAssignment(app, actor, params.assignment, form.sure === 'on');
		redirect(303, `/classrooms/${params.classroom}`);
	}),
};
