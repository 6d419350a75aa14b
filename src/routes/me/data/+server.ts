import type { RequestEvent } from './$types';
import { answering } from '$lib/server/http/guard.ts';
import { downloadOwnData } from '$lib/server/use-cases/people/download-own-data.ts';

export const GET = answering(async ({ locals }: RequestEvent) => {
	const data = await downloadOwnData(locals.app, locals.actor);
	return new Response(JSON.stringify(data, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="underline-my-data.json"',
		},
	});
});
