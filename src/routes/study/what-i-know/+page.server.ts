import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewWhatIKnow } from '$lib/server/use-cases/study/view-what-i-know.ts';

export const load = loading(async ({ locals: { app, actor } }: PageServerLoadEvent) => ({
	known: await viewWhatIKnow(app, actor),
	now: app.now(),
}));
