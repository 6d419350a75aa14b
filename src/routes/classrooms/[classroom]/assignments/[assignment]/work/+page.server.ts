import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { handIn } from '$lib/server/use-cases/work/hand-in.ts';
import { openAssignedWork } from '$lib/server/use-cases/work/open-assigned-work.ts';

export const load = loading(async ({ locals: { app, actor }, params, setHeaders }: PageServerLoadEvent) => {
	setHeaders({ 'x-robots-tag': 'noindex' });
	return { work: await openAssignedWork(app, actor, params.assignment) };
});

export const actions = {
	handIn: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		await handIn(app, actor, form.attempt ?? '', form.anyway === 'yes');
		return { handedIn: true };
	}),
};
