import type { RequestEvent } from './$types';
import { answering } from '$lib/server/http/guard.ts';
import { gradesCsv } from '$lib/server/use-cases/grading/grades-csv.ts';

export const GET = answering(async ({ locals: { app, actor }, params }: RequestEvent) => {
	const { name, text } = await gradesCsv(app, actor, params.assignment);
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`,
		},
	});
});
