import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { listSources } from '$lib/server/use-cases/library/view-library.ts';

export const load = loading(async ({ locals }: PageServerLoadEvent) => ({ sources: listSources(locals.app) }));
