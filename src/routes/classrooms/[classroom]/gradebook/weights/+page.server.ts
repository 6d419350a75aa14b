import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { setWeights, viewWeights } from '$lib/server/use-cases/gradebook/set-weights.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) => ({
	weights: await viewWeights(app, actor, params.classroom),
}));

export const actions = {
	default: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await setWeights(app, actor, params.classroom, form);
		return { done: 'Saved. The totals follow at once.' };
	}),
};
