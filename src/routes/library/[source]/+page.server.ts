import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewSource } from '$lib/server/use-cases/library/view-library.ts';

export const load = loading(async ({ locals, params, url }: PageServerLoadEvent) =>
	viewSource(locals.app, params.source, url.searchParams.get('beside')),
);
