import { json } from '@sveltejs/kit';
import type { RequestEvent } from './$types';
import { answering } from '$lib/server/http/guard.ts';
import { viewSource } from '$lib/server/use-cases/library/view-library.ts';

/** The words of a source, for a page that shows an article when somebody opens it. */
export const GET = answering(async ({ locals, params }: RequestEvent) =>
	json(viewSource(locals.app, params.source, null).source.passages, {
		headers: { 'cache-control': 'private, max-age=600' },
	}),
);
