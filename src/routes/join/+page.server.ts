import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { setSessionCookie } from '$lib/server/http/session-cookie.ts';
import { findInvitation, joinClassroom, viewInvitation } from '$lib/server/use-cases/classrooms/join-classroom.ts';
import { register } from '$lib/server/use-cases/people/register.ts';

/** `/join?code=…` is the link a teacher may give; without a code the page asks for it. */
export const load = loading(async ({ locals, url, getClientAddress }: PageServerLoadEvent) =>
	viewInvitation(locals.app, url.searchParams.get('code') ?? '', getClientAddress()),
);

export const actions = {
	join: acting(async (event: RequestEvent, form) => {
		const { app, actor } = event.locals;
		await joinClassroom(app, actor, form.code ?? '', event.getClientAddress());
		redirect(303, '/lessons');
	}),
	register: acting(async (event: RequestEvent, form) => {
		const { app, actor } = event.locals;
		const { code = '', userName = '', displayName = '', password = '' } = form;
		const address = event.getClientAddress();
		await findInvitation(app, code, address);
		const cookie = await register(app, actor, { userName, displayName, password });
		setSessionCookie(event, cookie);
		const joined = await app.sessions.whoIs(cookie.value);
		await joinClassroom(app, joined.actor, code, address);
		redirect(303, '/lessons');
	}),
};
