import type { RequestEvent } from './$types';
import { answering } from '$lib/server/http/guard.ts';
import { gradebookCsv } from '$lib/server/use-cases/gradebook/gradebook-csv.ts';

export const GET = answering(async ({ locals: { app, actor }, params }: RequestEvent) => {
	const { name, text } = await gradebookCsv(app, actor, params.classroom);
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`,
		},
	});
});
