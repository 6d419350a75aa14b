import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { findInLibrary, listSources } from '$lib/server/use-cases/library/view-library.ts';

export const load = loading(async ({ locals, url }: PageServerLoadEvent) => {
	const typed = url.searchParams.get('q') ?? '';
	return { typed, found: findInLibrary(locals.app, typed), sources: listSources(locals.app) };
});
