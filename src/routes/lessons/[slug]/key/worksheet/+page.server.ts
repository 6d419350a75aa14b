import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewKey } from '$lib/server/use-cases/lessons/view-key.ts';

export const load = loading(async ({ locals, params, setHeaders }: PageServerLoadEvent) => {
	setHeaders({ 'x-robots-tag': 'noindex' });
	return { sheet: await viewKey(locals.app, locals.actor, params.slug) };
});
