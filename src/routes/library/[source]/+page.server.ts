import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewSource } from '$lib/server/use-cases/library/view-library.ts';

export const load = loading(async ({ locals, params }: PageServerLoadEvent) => ({
	source: viewSource(locals.app, params.source),
}));
