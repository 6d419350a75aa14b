import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewReport } from '$lib/server/use-cases/gradebook/view-report.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) => ({
	report: await viewReport(app, actor, params.classroom, params.student),
}));
