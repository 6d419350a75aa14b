import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { clearSessionCookie, setSessionCookie } from '$lib/server/http/session-cookie.ts';
import { listNotices, seeNotices } from '$lib/server/use-cases/notices/view-notices.ts';
import { changePassword } from '$lib/server/use-cases/people/change-password.ts';
import { deleteOwnData, whatGoesAlong } from '$lib/server/use-cases/people/leave.ts';

export const load = loading(async ({ locals: { app, actor } }: PageServerLoadEvent) => {
	if (actor.kind === 'nobody') redirect(303, '/sign-in?next=/me');
	return {
		userName: actor.kind === 'registered' ? actor.userName : null,
		notices: actor.kind === 'registered' ? await listNotices(app, actor) : [],
		classroomsThatGo: await whatGoesAlong(app, actor),
	};
});

export const actions = {
	seen: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		await seeNotices(app, actor, (form.ids ?? '').split(' ').filter(Boolean));
		return {};
	}),
	changePassword: acting(async (event: RequestEvent, form) => {
		const { current = '', next = '' } = form;
		const typed = { current, next, address: event.getClientAddress() };
		setSessionCookie(event, await changePassword(event.locals.app, event.locals.actor, typed));
		return { done: 'Your password is changed. Other devices were signed out.' };
	}),
	delete: acting(async (event: RequestEvent, form) => {
		await deleteOwnData(event.locals.app, event.locals.actor, {
			password: form.password ?? '',
			sure: form.sure === 'on',
			address: event.getClientAddress(),
		});
		clearSessionCookie(event);
		redirect(303, '/?deleted');
	}),
};
