import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { hideNames } from '$lib/server/use-cases/grading/hide-names.ts';
import { viewPile } from '$lib/server/use-cases/grading/view-pile.ts';

/** The way into the pile: the first work that needs grading, else the first of all. */
export const load = loading(async ({ locals: { app, actor }, params, url }: PageServerLoadEvent) => {
	const { entries } = await viewPile(app, actor, params.assignment);
	const first = entries.find(({ progress }) => progress === 'to grade') ?? entries[0];
	if (!first) return {};
	redirect(303, `${url.pathname.replace(/\/$/u, '')}/${first.attemptId}`);
});

export const actions = {
	names: acting(async ({ locals: { app, actor }, params, url }: RequestEvent, form) => {
		await hideNames(app, actor, params.assignment, form.hidden === 'on');
		// With other names the pile has another order: one begins again at its top.
		redirect(303, url.pathname);
	}),
};
