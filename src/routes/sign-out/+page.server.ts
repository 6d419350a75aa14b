import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from './$types';
import { SESSION_COOKIE } from '$lib/server/auth/sessions.ts';
import { acting } from '$lib/server/http/guard.ts';
import { clearSessionCookie } from '$lib/server/http/session-cookie.ts';

export const load = () => redirect(303, '/');

export const actions = {
	default: acting(async (event: RequestEvent) => {
		await event.locals.app.sessions.end(event.cookies.get(SESSION_COOKIE));
		clearSessionCookie(event);
		redirect(303, '/?signed-out');
	}),
};
