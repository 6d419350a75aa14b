import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewGradebook } from '$lib/server/use-cases/gradebook/view-gradebook.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) => ({
	gradebook: await viewGradebook(app, actor, params.classroom),
}));
