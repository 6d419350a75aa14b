import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { nextPath } from '$lib/server/http/next-path.ts';
import { setSessionCookie } from '$lib/server/http/session-cookie.ts';
import { guestHasWork, signIn } from '$lib/server/use-cases/people/sign-in.ts';

export const load = loading(async ({ locals, url }: PageServerLoadEvent) => {
	if (locals.actor.kind === 'registered') redirect(303, nextPath(url));
	return { guestHasWork: await guestHasWork(locals.app, locals.actor) };
});

export const actions = {
	default: acting(async (event: RequestEvent, form) => {
		const { userName = '', password = '', guestWork = 'leave' } = form;
		const credentials = { userName, password, address: event.getClientAddress() };
		const cookie = await signIn(event.locals.app, event.locals.actor, credentials, guestWork === 'take');
		setSessionCookie(event, cookie);
		redirect(303, nextPath(event.url));
	}),
};
