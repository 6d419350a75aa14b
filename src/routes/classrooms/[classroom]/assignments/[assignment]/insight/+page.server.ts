import { error } from '@sveltejs/kit';
import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewInsight } from '$lib/server/use-cases/insight/view-insight.ts';

export const load = loading(async ({ locals: { app, actor }, params, url }: PageServerLoadEvent) => {
	const projector = url.searchParams.has('projector');
	const insight = await viewInsight(app, actor, params.assignment, {
		exercise: url.searchParams.get('exercise'),
		category: url.searchParams.get('category'),
		withNames: !projector,
	});
	if (insight.classroom.id !== params.classroom) error(404);
	return { insight, projector };
});
