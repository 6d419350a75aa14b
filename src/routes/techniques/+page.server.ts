import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { listTechniques } from '$lib/server/use-cases/glossary/view-glossary.ts';

export const load = loading(async ({ locals }: PageServerLoadEvent) => ({ categories: listTechniques(locals.app) }));
