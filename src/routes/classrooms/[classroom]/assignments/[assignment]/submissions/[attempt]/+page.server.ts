import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { gradeExercise, returnWork, viewSubmission } from '$lib/server/use-cases/grading/grade-work.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) => {
	const submission = await viewSubmission(app, actor, params.attempt);
	if (submission.assignment.id !== params.assignment || submission.classroom.id !== params.classroom) error(404);
	return { submission };
});

export const actions = {
	grade: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const { exercise: exerciseId = '', points = '', comment = '' } = form;
		await gradeExercise(app, actor, params.attempt, { exerciseId, points, comment });
		return { graded: exerciseId };
	}),
	return: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await returnWork(app, actor, params.attempt, form.comment ?? '');
		if (form.next) {
			const { classroom, assignment } = params;
			redirect(303, `/classrooms/${classroom}/assignments/${assignment}/submissions/${encodeURIComponent(form.next)}`);
		}
		return { done: 'Returned. The student can see grade, comments and what was right.' };
	}),
};
