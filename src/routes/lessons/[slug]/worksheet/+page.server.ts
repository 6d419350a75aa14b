import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewWorksheet } from '$lib/server/use-cases/lessons/view-worksheet.ts';

export const load = loading(async ({ locals, params, setHeaders }: PageServerLoadEvent) => {
	setHeaders({ 'x-robots-tag': 'noindex' });
	return { sheet: viewWorksheet(locals.app, params.slug) };
});
