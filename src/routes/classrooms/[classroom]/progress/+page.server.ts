import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewOverTime } from '$lib/server/use-cases/insight/view-over-time.ts';

export const load = loading(async ({ locals: { app, actor }, params, url }: PageServerLoadEvent) => ({
	progress: await viewOverTime(app, actor, params.classroom, url.searchParams.get('student') || null),
}));
