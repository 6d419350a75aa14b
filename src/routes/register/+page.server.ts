import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { nextPath } from '$lib/server/http/next-path.ts';
import { setSessionCookie } from '$lib/server/http/session-cookie.ts';
import { register } from '$lib/server/use-cases/people/register.ts';
import { guestHasWork } from '$lib/server/use-cases/people/sign-in.ts';

export const load = loading(async ({ locals, url }: PageServerLoadEvent) => {
	if (locals.actor.kind === 'registered') redirect(303, nextPath(url));
	return { keepsWork: await guestHasWork(locals.app, locals.actor) };
});

export const actions = {
	default: acting(async (event: RequestEvent, form) => {
		const { userName = '', displayName = '', password = '' } = form;
		const cookie = await register(event.locals.app, event.locals.actor, { userName, displayName, password });
		setSessionCookie(event, cookie);
		redirect(303, nextPath(event.url));
	}),
};
