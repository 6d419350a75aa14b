import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { acceptInvitation, viewStaffInvitation } from '$lib/server/use-cases/staff/accept-invitation.ts';

export const load = loading(async ({ locals: { app, actor }, params, setHeaders }: PageServerLoadEvent) => {
	// The address is the secret.
	setHeaders({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
	return { invitation: await viewStaffInvitation(app, actor, params.secret) };
});

export const actions = {
	default: acting(async ({ locals: { app, actor }, params }: RequestEvent) => {
		redirect(303, `/classrooms/${await acceptInvitation(app, actor, params.secret)}`);
	}),
};
