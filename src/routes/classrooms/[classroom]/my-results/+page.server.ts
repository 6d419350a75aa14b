import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewOwnResults } from '$lib/server/use-cases/gradebook/view-report.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) => ({
	report: await viewOwnResults(app, actor, params.classroom),
}));
