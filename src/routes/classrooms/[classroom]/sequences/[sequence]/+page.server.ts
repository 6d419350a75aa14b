import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { renameSequence, viewSequence, withdrawSequence } from '$lib/server/use-cases/assignments/change-sequence.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) => {
	const sequence = await viewSequence(app, actor, params.sequence);
	if (sequence.classroom.id !== params.classroom) error(404);
	return { sequence };
});

export const actions = {
	rename: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await renameSequence(app, actor, params.sequence, form.name ?? '');
		return { done: 'The sequence has a new name.' };
	}),
	withdraw: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await withdrawSequence(app, actor, params.sequence, form.sure === 'on');
		redirect(303, `/classrooms/${params.classroom}`);
	}),
};
