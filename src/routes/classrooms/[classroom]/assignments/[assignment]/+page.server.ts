import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { readDue } from '$lib/server/http/due-date.ts';
import { changeAssignment, withdrawAssignment } from '$lib/server/use-cases/assignments/assign-lesson.ts';
import { endException, makeException } from '$lib/server/use-cases/assignments/make-exception.ts';
import { viewAssignment } from '$lib/server/use-cases/assignments/view-assignment.ts';
import { returnAll } from '$lib/server/use-cases/grading/grade-work.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) => {
	const assignment = await viewAssignment(app, actor, params.assignment);
	if (assignment.classroom.id !== params.classroom) error(404);
	return { assignment };
});

export const actions = {
	change: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const { feedbackRule = '', practiceClosed } = form;
		const change = { feedbackRule, practiceClosed: practiceClosed === 'on', dueAt: readDue(form) };
		await changeAssignment(app, actor, params.assignment, change);
		return { done: 'The assignment was changed.' };
	}),
	returnAll: acting(async ({ locals: { app, actor }, params }: RequestEvent) => {
		const count = await returnAll(app, actor, params.assignment);
		return { done: count === 1 ? 'One piece of work was returned.' : `${count} pieces of work were returned.` };
	}),
	makeException: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const { student: personId = '', what } = form;
		const exception = { personId, excused: what === 'excused', dueAt: readDue(form, 'ownDue') };
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
