import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { setSessionCookie } from '$lib/server/http/session-cookie.ts';
import { readResetLink, resetPassword } from '$lib/server/use-cases/people/reset-password.ts';

export const load = loading(async ({ locals, params, setHeaders }: PageServerLoadEvent) => {
	setHeaders({ 'x-robots-tag': 'noindex' });
	return { userName: (await readResetLink(locals.app, params.secret)).userName };
});

export const actions = {
	default: acting(async (event: RequestEvent, form) => {
		setSessionCookie(event, await resetPassword(event.locals.app, event.params.secret, form.password ?? ''));
		redirect(303, '/lessons');
	}),
};
