import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { nextPath } from '$lib/server/http/next-path.ts';
import { setSessionCookie } from '$lib/server/http/session-cookie.ts';
import { chooseOwnPassword } from '$lib/server/use-cases/people/choose-own-password.ts';

export const load = loading(async ({ locals: { actor } }: PageServerLoadEvent) => {
	if (actor.kind !== 'newcomer') redirect(303, actor.kind === 'registered' ? '/me' : '/sign-in');
	return { userName: actor.userName };
});

export const actions = {
	default: acting(async (event: RequestEvent, form) => {
		const cookie = await chooseOwnPassword(event.locals.app, event.locals.actor, form.password ?? '');
		setSessionCookie(event, cookie);
		redirect(303, nextPath(event.url));
	}),
};
