import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { forgetCards, viewCards } from '$lib/server/use-cases/roster/cards.ts';

export const load = loading(async (event: PageServerLoadEvent) => {
	const { locals, params, url, setHeaders, depends } = event;
	depends('underline:cards');
	// Passwords in clear: nothing between here and the paper keeps this page.
	setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
	return { ...(await viewCards(locals.app, locals.actor, params.classroom, params.batch)), origin: url.origin };
});

export const actions = {
	forget: acting(async ({ locals: { app, actor }, params }: RequestEvent) => {
		await forgetCards(app, actor, params.classroom, params.batch);
		redirect(303, `/classrooms/${params.classroom}/students`);
	}),
};
